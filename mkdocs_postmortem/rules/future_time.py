"""PM122: a time of the incident lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from mkdocs_postmortem.library.digest import TIMES
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.problems import FUTURE_TIME, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each document's first time over a day later than `as_of`; nothing without that day."""
    if register.settings.as_of is None:
        return
    day_before_the_last = date.max - timedelta(days=1)
    after = min(register.settings.as_of, day_before_the_last) + timedelta(days=1)
    latest = datetime.combine(after, time.max, timezone.utc)
    for document in register.documents:
        for name in TIMES:
            stated = getattr(document, name)
            if stated and stated > latest:
                yield FUTURE_TIME.at(
                    document.place_of(name), f"{name} lies in the future", "check the year and the month"
                )
                break


RULE = RegisterRule(
    FUTURE_TIME,
    check,
    Explanation(
        why="An incident that has not happened yet is a typing error in the year or the month. It would stand on top "
        "of every list until that day comes.",
        sources=(THE_DOCUMENT,),
        bad=stating("started_at: 2027-03-01T14:05Z", "resolved_at: 2027-03-01T14:45Z"),
        good=stating("started_at: 2026-03-01T14:05Z", "resolved_at: 2026-03-01T14:45Z"),
        note="Later means more than a day after `as_of`, which is today when it is not set.",
        options=("as_of",),
    ),
)
