"""The drawn timeline of an incident: its moments to scale, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.views.parts import Part, instant_part
from mkdocs_postmortem.words.catalogue import Words

_INSET = 3.0
"""Percent of the width left free at both ends, so that the numbers there are whole on a phone."""
_APART = 8.0
"""Percent of the width that two numbers in one row are apart at least: 22 pixels where the drawing has 280."""
_ALWAYS = ("started", "detected", "mitigated", "resolved")


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment: its name, when it was, how long after the start ("" for that), and where it is drawn.

    `at` is in percent of the width; `row` counts from 0, so that no two numbers lie upon each other.
    """

    name: str
    label: str
    instant: Part
    after: str
    at: float
    row: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one moment to the next: `since` names the moment it begins with, the rest is in percent."""

    since: str
    at: float
    width: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The moments in order, what lies between them, and the labels of the moments that are not stated.

    `stretches` are empty when nothing can be drawn: fewer than two moments, or moments out of order.
    """

    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    missing: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Return how many rows of numbers there are."""
        return max((mark.row for mark in self.marks), default=0) + 1


def strip_of(postmortem: Postmortem, words: Words) -> Strip:
    """Return the drawn timeline of an incident. A moment that is not stated is named as missing, never guessed."""
    moments = [
        ("started", postmortem.started_at),
        ("detected", postmortem.detected_at),
        ("acknowledged", postmortem.acknowledged_at),
        ("mitigated", postmortem.mitigated_at),
        ("resolved", postmortem.resolved_at),
    ]
    known = [(name, instant) for name, instant in moments if instant]
    marks = tuple(_marks(known, words))
    missing = tuple(words(f"fact-{name}") for name, instant in moments if name in _ALWAYS and not instant)
    return Strip(marks, tuple(_stretches(marks)) if _can_be_drawn(known) else (), missing)


def _can_be_drawn(known: list[tuple[str, datetime]]) -> bool:
    instants = [instant for _, instant in known]
    return len(instants) > 1 and instants == sorted(instants) and instants[0] < instants[-1]


def _marks(known: list[tuple[str, datetime]], words: Words) -> Iterator[Mark]:
    if not known:
        return
    first, whole = known[0][1], known[-1][1] - known[0][1]
    ends: list[float] = []
    for name, instant in known:
        share = (instant - first) / whole if _can_be_drawn(known) else 0.0
        at = round(_INSET + share * (100 - 2 * _INSET), 2)
        row = next((row for row, end in enumerate(ends) if at - end >= _APART), len(ends))
        ends[row : row + 1] = [at]
        since = instant - first if known[0][0] == "started" else timedelta()
        after = words("strip-after", length=format_duration(since)) if since > timedelta() else ""
        yield Mark(name, words(f"fact-{name}"), instant_part(instant), after, at, row)


def _stretches(marks: tuple[Mark, ...]) -> Iterator[Stretch]:
    for mark, following in pairwise(marks):
        if following.at > mark.at:
            yield Stretch(mark.name, mark.at, round(following.at - mark.at, 2))
