"""PM314: a dropped action item gives no reason."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.problems import WONT_DO_WITHOUT_REASON, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_WRITING
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each item that will not be done and does not say why."""
    for postmortem, item in items_of(library):
        if item.status is ItemStatus.WONT_DO and not (item.reason or item.details):
            hint = "add why, such as `Reason: the service is retired in May`"
            yield WONT_DO_WITHOUT_REASON.at(
                place_of(item, postmortem), f"{naming(item)} will not be done and gives no reason", hint
            )


RULE = Rule(
    WONT_DO_WITHOUT_REASON,
    check,
    Explanation(
        why="Deciding against an item is a decision about risk. Whoever meets the incident again wants to know it.",
        sources=(PAGERDUTY_WRITING,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Status: won't do"),
        good=with_item(
            "Page when 90% of the pool is in use",
            "Owner: Dana",
            "Status: won't do",
            "Reason: the pool is retired in May",
        ),
    ),
)
