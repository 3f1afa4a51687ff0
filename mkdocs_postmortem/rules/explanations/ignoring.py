"""PM026 and PM027: comments that hide problems."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.rules.explanations.example import Example, replacing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import IGNORES, THE_DOCUMENT

_TITLE = "- [ ] Refuse a configuration with fewer connections than workers"
_OWNER, _DUE = "  - Owner: Dana", "  - Due: 2026-03-31"
_ITEM = f"{_TITLE}\n{_OWNER}\n{_DUE}"
_COMMENT = "  <!-- postmortem: ignore PM302: the vendor sets the date -->"

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.INVALID_IGNORE: Explanation(
        why="An exception that gives no reason cannot be judged by a reviewer, and in a year by nobody. A comment with "
        "a misspelt name hides nothing and looks as if it did.",
        sources=(IGNORES, THE_DOCUMENT),
        bad=replacing(_ITEM, f"{_TITLE}\n  <!-- postmortem: ignore PM302 -->\n{_OWNER}"),
        good=replacing(_ITEM, f"{_TITLE}\n{_COMMENT}\n{_OWNER}"),
        note="Reported are comments without a reason, with a name that is no kind of problem, with a kind that cannot "
        "be ignored (all of 0xx and 8xx), that are never closed, and that stand between two rows of a table, which "
        "they would cut in two. Such a comment hides nothing.",
    ),
    kinds.UNUSED_IGNORE: Explanation(
        why="What a comment hid is mended, or the comment stands in the wrong place. Left there, it hides the next "
        "problem of its kind, which nobody has judged.",
        sources=(IGNORES,),
        bad=replacing(_ITEM, f"{_TITLE}\n{_COMMENT}\n{_OWNER}\n{_DUE}"),
        good=Example(shown=_ITEM),
        note="Of several kinds in a comment, each must hide something. Not reported are kinds that are off in the "
        "document, kinds that come or go with the calendar, and comments of a document that could not be read whole.",
    ),
}
