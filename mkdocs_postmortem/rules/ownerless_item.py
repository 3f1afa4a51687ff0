"""PM301: an open action item has no owner."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import OWNERLESS_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item without owner and team."""
    for postmortem, item in items_of(library):
        if item.is_open and not item.owners and not item.team:
            place = place_of(item, postmortem)
            yield OWNERLESS_ITEM.at(place, f"{naming(item)} has no owner", "name a person or a team")


RULE = Rule(
    OWNERLESS_ITEM,
    check,
    Explanation(
        why="An item that belongs to nobody is done by nobody. In a good postmortem each one has an owner.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Alert on pool saturation", "Due: 2026-03-31"),
        good=with_item("Alert on pool saturation", "Owner: Dana", "Due: 2026-03-31"),
        note="A team counts as an owner. Closed items need none.",
    ),
)
