"""A scale for lengths of time on which a minute and a month are both to be seen: each step is ten times the last."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

MARKS = (
    (timedelta(minutes=1), "1 min"),
    (timedelta(minutes=10), "10 min"),
    (timedelta(hours=1), "1 h"),
    (timedelta(days=1), "1 d"),
    (timedelta(days=7), "7 d"),
    (timedelta(days=30), "30 d"),
    (timedelta(days=365), "365 d"),
    (timedelta(days=3650), "3650 d"),
)
"""Where the scale may begin and end, and what stands at its lines. Units are the same in every language."""
_WHOLE = 100.0
_APART, _LAST_LABEL = 20.0, 90.0
"""Percent of the width from one year to the next label, and where the last one may begin."""
_YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale: `position` is in percent of its width."""

    position: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A logarithmic scale from one mark to another."""

    first: timedelta
    last: timedelta

    def position(self, length: timedelta) -> float:
        """Return where a length stands, in percent of the width; what lies outside stands at the end."""
        if length <= self.first:
            return 0.0
        share = math.log(length / self.first) / math.log(self.last / self.first)
        return min(_WHOLE, round(_WHOLE * share, 2))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Return the marks of the scale. The first says so when it stands for shorter lengths too."""
        marks = [(mark, label) for mark, label in MARKS if self.first <= mark <= self.last]
        shorter = f"≤ {marks[0][1]}" if self.first == MARKS[0][0] else marks[0][1]
        return tuple(Tick(self.position(mark), label) for mark, label in ((marks[0][0], shorter), *marks[1:]))

    @property
    def ranges(self) -> tuple[str, ...]:
        """Return the names of the ranges between the marks, each of which ends with its upper mark."""
        labels = [label for mark, label in MARKS if self.first <= mark <= self.last]
        names = [f"{lower} – {upper}" for lower, upper in pairwise(labels)]
        return (f"≤ {labels[1]}", *names[1:]) if self.first == MARKS[0][0] else tuple(names)

    def range_of(self, length: timedelta) -> int:
        """Return in which of the ranges a length lies; what is shorter or longer lies in the first or last one."""
        uppers = [mark for mark, _ in MARKS if self.first < mark < self.last]
        return bisect_left(uppers, length)


def scale_of(lengths: Sequence[timedelta]) -> TimeScale:
    """Return the scale from the last mark below the shortest length to the first one above the longest."""
    shortest, longest = min(lengths, default=timedelta()), max(lengths, default=timedelta())
    marks = [mark for mark, _ in MARKS]
    first = max((mark for mark in marks[:-1] if mark <= shortest), default=marks[0])
    last = min((mark for mark in marks if mark >= longest and mark > first), default=marks[-1])
    return TimeScale(first, last)


def calendar_ticks(months: Sequence[str], steps: int) -> Iterator[Tick]:
    """Yield the first of the months (`2026-03`), and each later year that has room for its name.

    There are `steps` of one width from the left to the right end.
    """
    last = 0.0
    for index, month in enumerate(months):
        position = round(_WHOLE * index / max(1, steps), 2)
        if index == 0:
            yield Tick(0.0, month)
        elif month[:_YEAR] != months[index - 1][:_YEAR] and last + _APART <= position <= _LAST_LABEL:
            last = position
            yield Tick(position, month[:_YEAR])
