"""PM311: a severe incident has no urgent action item."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import NO_URGENT_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import URGENT, Rule, place_of_items, published

_SEVERE = 2
"""How many steps of the scale, from the worst, are severe."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each published severe incident without a P0 or P1 item.

    An item that states no priority may be urgent: that none is, is known only when each states one or there is no item.
    """
    for postmortem in published(library):
        severity, items = postmortem.severity, postmortem.action_items
        if severity is None or severity.rank >= _SEVERE or not postmortem.is_figured:
            continue
        if not (items or _says_there_are_none(postmortem)):
            continue  # That they are missing is PM201, PM202 or PM203.
        if all(item.priority and item.priority not in URGENT for item in items):
            message = f"a {severity.name} incident has no P0 or P1 item"
            yield NO_URGENT_ITEM.at(
                place_of_items(postmortem), message, "give the item that keeps it from recurring P0 or P1"
            )


def _says_there_are_none(postmortem: Postmortem) -> bool:
    section = postmortem.section("action-items")
    return postmortem.states("action_items") or (section is not None and section.content == "text")


RULE = Rule(
    NO_URGENT_ITEM,
    check,
    Explanation(
        why="After an outage that users felt, at least one item must be urgent. When all can wait, either the incident "
        "was not severe or the item that matters is missing.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31", "Priority: P2"),
        good=with_item(
            "Page when 90% of the pool is in use",
            "Owner: Dana",
            "Due: 2026-03-31",
            "Priority: P1",
            "Verification: a load test raises the page",
        ),
        note="Published incidents at the two worst steps of the scale. An item without a priority may be urgent, so a "
        "document that has one is not reported.",
        options=("severities",),
    ),
)
