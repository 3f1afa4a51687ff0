"""PM303 to PM307, PM401 and PM402: action items and timelines as text."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.rules.explanations.example import Example, replacing, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import BODY_FACTS, RFC_3339, SRE_WORKBOOK, THE_DOCUMENT

_DUE = "  - Due: 2026-03-31"
_ITEM = "- [ ] Refuse a configuration with fewer connections than workers"
_PRIORITY = "  - Priority: P1"
_ROW = "| 14:45 | The pool limit was raised |"

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.INVALID_DUE: Explanation(
        why="Next sprint is no day, and 03/04/2026 is two. A date that is guessed is worse than none.",
        sources=(RFC_3339,),
        bad=replacing(_DUE, "  - Due: next sprint"),
        good=Example(shown=_DUE),
    ),
    kinds.UNKNOWN_ITEM_STATUS: Explanation(
        why="Whether an item still counts as open hangs on this word.",
        sources=(THE_DOCUMENT,),
        bad=replacing(_DUE, f"{_DUE}\n  - Status: maybe", shown="  - Status: maybe"),
        good=replacing(_DUE, f"{_DUE}\n  - Status: in progress", shown="  - Status: in progress"),
    ),
    kinds.UNKNOWN_PRIORITY: Explanation(
        why="Priorities order the work and set deadlines. The scale is P0 to P3.",
        sources=(SRE_WORKBOOK,),
        bad=replacing(_PRIORITY, "  - Priority: P7"),
        good=Example(shown=_PRIORITY),
    ),
    kinds.ITEM_STATUS_DISAGREES: Explanation(
        why="A ticked box and the word open cannot both be right.",
        sources=(THE_DOCUMENT,),
        bad=replacing(_ITEM, "- [x] Alert on pool saturation\n  - Status: open"),
        good=replacing(_ITEM, "- [ ] Alert on pool saturation\n  - Status: open"),
    ),
    kinds.ITEM_DISAGREES: Explanation(
        why="An item that stands in the front matter and in the body is one item. Where the two differ, one is out of "
        "date.",
        sources=(BODY_FACTS,),
        bad=stating(
            "action_items: [{title: Refuse a configuration with fewer connections than workers, owner: Dana,"
            " due: 2026-04-30}]",
            shown="action_items:\n  - {title: Refuse a configuration, due: 2026-04-30}\n\n"
            "- [ ] Refuse a configuration\n  - Due: 2026-03-31",
        ),
        good=Example(shown=f"{_ITEM}\n{_DUE}"),
    ),
    kinds.TIMELINE_BACKWARDS: Explanation(
        why="A timeline is read from top to bottom. An earlier time below a later one is a slip, or a new day that is "
        "not named.",
        sources=(THE_DOCUMENT,),
        bad=replacing(
            _ROW,
            "| 14:02 | The pool limit was raised |",
            shown="| 14:05 | The error rate alert fired |\n| 14:02 | The pool limit was raised |",
        ),
        good=Example(shown=f"| 14:05 | The error rate alert fired |\n{_ROW}"),
        note="The order is kept as written.",
    ),
    kinds.INVALID_TIMELINE_TIME: Explanation(
        why="An entry without a readable time cannot be placed between the others.",
        sources=(THE_DOCUMENT,),
        bad=replacing(_ROW, "| 25:45 | The pool limit was raised |"),
        good=Example(shown=_ROW),
        note="The entry is kept with its words, without a time.",
    ),
}
