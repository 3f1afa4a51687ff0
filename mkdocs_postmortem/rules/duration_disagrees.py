"""PM112: the stated duration is not the time between start and resolution."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.problems import DURATION_DISAGREES, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import Rule


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


RULE = Rule(
    DURATION_DISAGREES,
    check,
    Explanation(
        why="A duration beside start and end is the same fact twice. Where the two differ, one of them is wrong, and "
        "readers cannot tell which.",
        sources=(THE_DOCUMENT,),
        bad=stating("duration: 2h"),
        good=stating("duration: 40 min"),
        note="A difference up to the smallest unit that was written is accepted: `1h` may be 100 minutes.",
    ),
)
