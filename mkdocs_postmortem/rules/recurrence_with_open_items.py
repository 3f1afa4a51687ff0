"""PM508: an incident recurred whose action items are still open."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model import Relation
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import RECURRENCE_WITH_OPEN_ITEMS, Problem
from mkdocs_postmortem.rules.explanations.example import SOUND, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each recurrence of an incident whose items are not all closed."""
    known = register.by_id()
    for document in register.documents:
        for index, related in enumerate(document.related):
            earlier = known.get(related.id.casefold()) if related.relation is Relation.RECURRENCE_OF else None
            if earlier and earlier is not document and earlier.open_items:
                number = len(earlier.open_items)
                still = "an open action item" if number == 1 else f"{number} open action items"
                message = f"{shorten(earlier.id)}, of which this is a recurrence, still has {still}"
                hint = "finish or drop them: they were meant to prevent this"
                yield RECURRENCE_WITH_OPEN_ITEMS.at(document.place_of(f"related.{index}"), message, hint)


_EARLIER = SOUND.replace("INC-2026-014", "INC-2025-001")

RULE = RegisterRule(
    RECURRENCE_WITH_OPEN_ITEMS,
    check,
    Explanation(
        why="When an incident repeats, the first question is whether its action items took too long. Here they did.",
        sources=(SRE_WORKBOOK,),
        bad=stating("related: [{id: INC-2025-001, relation: recurrence-of}]").next_to("2025-02-28-pool.md", _EARLIER),
        good=stating("related: [{id: INC-2025-001, relation: recurrence-of}]").next_to(
            "2025-02-28-pool.md", _EARLIER.replace("- [ ]", "- [x]")
        ),
    ),
)
