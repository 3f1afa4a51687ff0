"""PM605: a document has been a draft for too long."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.deadlines import ended_on
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.problems import STALE_DRAFT, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each draft of an incident that ended longer ago than a draft may last."""
    today, allowed = register.settings.as_of, register.settings.deadlines.draft
    for document in register.documents if today else ():
        ended = ended_on(document)
        if today and ended and document.readable and document.is_draft and today > ended + allowed:
            message = f"the document is still a draft {(today - ended).days} days after the incident"
            yield STALE_DRAFT.at(document.place_of("status"), message, "finish it, or delete it")


RULE = RegisterRule(
    STALE_DRAFT,
    check,
    Explanation(
        why="What was not written in the first weeks is forgotten. A draft that stays one tells readers that nobody "
        "will "
        "finish it.",
        sources=(SRE_WORKBOOK,),
        bad=stating("status: draft").given("as_of: 2026-05-01"),
        good=stating("status: published").given("as_of: 2026-03-20"),
        note="By default a draft may last 30 days from the end of the incident.",
        options=("deadlines", "as_of"),
    ),
)
