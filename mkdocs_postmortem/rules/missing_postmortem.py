"""PM512: a known incident has no postmortem by its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.deadlines import publication_due
from mkdocs_postmortem.library.known_incidents import without_postmortem
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import MISSING_POSTMORTEM, Location, Problem
from mkdocs_postmortem.rules.explanations.example import Example, replacing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import INSIGHTS, SRE_BOOK
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem at the list's line of each incident whose postmortem should be published and is not there."""
    today = register.settings.as_of
    for known in without_postmortem(register) if today else ():
        due = publication_due(known, register.settings)
        if today and due and due < today:
            named = f"{shorten(known.id)} ({shorten(known.title)})" if known.title else shorten(known.id)
            message = f"there is no postmortem of {named}; its review was due {due}"
            hint = "write it with `postmortem new`, with this id, or take the incident off the list"
            yield MISSING_POSTMORTEM.at(Location(known.path, known.line, known.column), message, hint)


_LISTED = "id,severity,started_at\nINC-2026-014,sev1,2026-03-01\nINC-2026-015,sev1,2026-03-02\n"
_LIST = ("../incidents.csv", _LISTED)
_OPTIONS = "incidents_csv: incidents.csv\nas_of: 2026-03-20"

RULE = RegisterRule(
    MISSING_POSTMORTEM,
    check,
    Explanation(
        why="What nobody wrote down cannot be learned from, and no list of documents shows what is missing in it.",
        sources=(SRE_BOOK, INSIGHTS),
        bad=Example(shown=_LISTED.rstrip(), options=_OPTIONS, beside=(_LIST,)),
        good=Example(
            shown="---\nid: INC-2026-015\nseverity: sev1\nstatus: published\n---",
            options=_OPTIONS,
            beside=(_LIST, ("2026-03-02-search.md", replacing("INC-2026-014", "INC-2026-015").document)),
        ),
        note="The list is a CSV file that the setting `incidents_csv` names. A postmortem is due when its review is: "
        "`deadlines.review` after the end of the incident. A severity without such a deadline needs none. A document "
        "counts when it has the list's id as its id or as its file's name.",
        options=("incidents_csv", "deadlines", "as_of"),
    ),
)
