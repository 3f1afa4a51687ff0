"""PM317: an open action item is past the deadline of its priority."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.deadlines import ended_on, level_of
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.problems import ITEM_PAST_DEADLINE, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GITLAB_ACTIONS, PAGERDUTY_ACCOUNTABLE
from mkdocs_postmortem.rules.rule import RegisterRule, naming, open_items_of, place_of


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each open item that is older than its priority, or its incident's severity, allows.

    The time counts from the end of the incident, or from its start when no end is stated. What is overdue by its own
    date already is PM316.
    """
    today = register.settings.as_of
    for document, item in open_items_of(register) if today else ():
        ended = ended_on(document)
        if today is None or ended is None or (item.due and item.due < today):
            continue
        priority = item.priority.value if item.priority else None
        allowed = register.settings.deadlines.for_item(priority, level_of(document, register.settings))
        if allowed is not None and today > ended + allowed:
            message = f"{naming(item)} is still open after {ended + allowed}, {allowed.days} days after the incident"
            yield ITEM_PAST_DEADLINE.at(place_of(item, document), message, "finish it, or lower its priority")


RULE = RegisterRule(
    ITEM_PAST_DEADLINE,
    check,
    Explanation(
        why="A due date can be set to any day. The deadline is what the house has agreed on for items of that weight.",
        sources=(PAGERDUTY_ACCOUNTABLE, GITLAB_ACTIONS),
        bad=with_item(
            "Refuse a pool smaller than the number of workers",
            "Owner: Dana",
            "Due: 2026-12-31",
            "Priority: P0",
            "Verification: a load test",
        ).given("as_of: 2026-04-02"),
        good=with_item(
            "Refuse a pool smaller than the number of workers",
            "Owner: Dana",
            "Due: 2026-12-31",
            "Priority: P1",
            "Verification: a load test",
        ).given("as_of: 2026-04-02"),
        note="By default a P0 item has 30 days and a P1 item 90, counted from the end of the incident.",
        options=("deadlines", "as_of"),
    ),
)
