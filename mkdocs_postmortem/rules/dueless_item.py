"""PM302: an open action item has no due date."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import DUELESS_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_ACCOUNTABLE
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item that states no due date at all; an unreadable one is PM303."""
    for postmortem, item in items_of(library):
        if item.is_open and item.due is None and not item.stated_due:
            yield DUELESS_ITEM.at(
                place_of(item, postmortem), f"{naming(item)} has no due date", "add one like 2026-03-31"
            )


RULE = Rule(
    DUELESS_ITEM,
    check,
    Explanation(
        why="Without a date nobody can see that an item is late, and it loses against everything that has one.",
        sources=(PAGERDUTY_ACCOUNTABLE,),
        bad=with_item("Alert on pool saturation", "Owner: Dana"),
        good=with_item("Alert on pool saturation", "Owner: Dana", "Due: 2026-03-31"),
        note="A date that cannot be read is PM303. Closed items need none.",
    ),
)
