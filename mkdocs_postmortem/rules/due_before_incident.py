"""PM315: an action item is due before the incident began."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import DUE_BEFORE_INCIDENT, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each item whose due date lies before the day of the start, wherever on Earth that was."""
    for postmortem, item in items_of(library):
        start = postmortem.started_at
        if start and item.due and item.due < start.date() - timedelta(days=1):
            message = f"{naming(item)} is due {item.due}, before the incident began ({start:%Y-%m-%d})"
            yield DUE_BEFORE_INCIDENT.at(place_of(item, postmortem), message, "check the year and the month")


RULE = Rule(
    DUE_BEFORE_INCIDENT,
    check,
    Explanation(
        why="Nobody can finish a lesson before the event that taught it. The year was not changed, or day and month "
        "are swapped.",
        sources=(THE_DOCUMENT,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2025-03-31"),
        good=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31"),
    ),
)
