"""PM111: the incident's times are not in order."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import END_BEFORE_START, Problem

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
