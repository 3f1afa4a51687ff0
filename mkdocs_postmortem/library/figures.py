"""Figures over a handful of values: each is one of the values, and none is given that so few values cannot bear.

Quantiles are those of the nearest rank: the smallest value that at least so many percent of all values do not exceed
(definition 1 of Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50, 1996). There
is no mean, here or anywhere: lengths of incidents are so skewed that one long night is most of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

MEDIAN, P90 = 50, 90
"""Percent."""


class Ordered(Protocol):
    """What can be sorted."""

    def __lt__(self, other: Any, /) -> bool: ...


Value = TypeVar("Value", bound=Ordered)


def rank_at(percent: int, number: int) -> int:
    """Return the rank, from 1, of the quantile among so many sorted values."""
    return max(1, -(-percent * number // 100))


def nearest_rank(ordered: Sequence[Value], percent: int) -> Value:
    """Return the smallest of the sorted values that at least `percent` percent of them do not exceed."""
    return ordered[rank_at(percent, len(ordered)) - 1]


def least_number(percent: int) -> int:
    """Return the number of values from which on a quantile is neither the smallest nor the largest of them."""
    number = 1
    while not 1 < rank_at(percent, number) < number:
        number += 1
    return number


LEAST_FOR_MEDIAN = least_number(MEDIAN)
LEAST_FOR_P90 = least_number(P90)
"""Fewer values have no such figure: it would be another name for the smallest or the largest of them."""


@dataclass(frozen=True)
class Spread(Generic[Value]):
    """Values in order, and the figures that so many of them bear; None for those that they do not."""

    ordered: tuple[Value, ...]

    @property
    def median(self) -> Value | None:
        """Return the value that at least half of all do not exceed, from three values on."""
        return nearest_rank(self.ordered, MEDIAN) if len(self.ordered) >= LEAST_FOR_MEDIAN else None

    @property
    def p90(self) -> Value | None:
        """Return the value that at least nine of ten do not exceed, from ten values on."""
        return nearest_rank(self.ordered, P90) if len(self.ordered) >= LEAST_FOR_P90 else None


def spread_of(values: Iterable[Value]) -> Spread[Value]:
    """Return the values in order."""
    return Spread(tuple(sorted(values)))
