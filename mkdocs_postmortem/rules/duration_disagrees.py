"""PM112: the stated duration is not the time between start and resolution."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.problems import DURATION_DISAGREES, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem where the stated duration is off by more than the smallest unit it was written in."""
    for postmortem in library.postmortems:
        stated, length = postmortem.duration, postmortem.length
        if stated and length and abs(stated.length - length) > stated.unit and length.total_seconds() >= 0:
            shown = (format_duration(stated.length), format_duration(length))
            message = f"duration is {shown[0]}, but from started_at to resolved_at it is {shown[1]}"
            yield DURATION_DISAGREES.at(
                postmortem.place_of("duration"), message, "correct one of them, or remove duration: it is computed"
            )
