"""PM111: the incident's times are not in order."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import END_BEFORE_START, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule

_ORDERED = (
    ("started_at", "detected_at"),
    ("detected_at", "acknowledged_at"),
    ("started_at", "acknowledged_at"),
    ("started_at", "mitigated_at"),
    ("mitigated_at", "resolved_at"),
    ("started_at", "resolved_at"),
)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at the first time of a document that lies before the one that must come before it."""
    for postmortem in library.postmortems:
        for earlier, later in _ORDERED:
            first, second = getattr(postmortem, earlier), getattr(postmortem, later)
            if first and second and second < first:
                message = f"{later} ({second:%Y-%m-%d %H:%M} UTC) is before {earlier} ({first:%Y-%m-%d %H:%M} UTC)"
                yield END_BEFORE_START.at(
                    postmortem.place_of(later), message, "correct one of the two, and check their zones"
                )
                break


RULE = Rule(
    END_BEFORE_START,
    check,
    Explanation(
        why="Durations are computed from these times. An end before the start is a slip of the pen or of the zone, "
        "and would put a negative number into every figure.",
        sources=(SRE_WORKBOOK,),
        bad=stating("resolved_at: 2026-03-01T13:45Z"),
        good=stating("resolved_at: 2026-03-01T14:45Z"),
        note="The order is: started, detected, acknowledged; started, mitigated, resolved. The first pair that is out "
        "of order is reported.",
    ),
)
