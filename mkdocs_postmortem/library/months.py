"""Months of the calendar, and the days on which they end."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = 12


class Month(NamedTuple):
    """A month of a year, 1 to 12; months compare by time."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def ends_on(self) -> date:
        """Return the month's last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def moved(self, months: int) -> Month:
        """Return the month so many months later, or earlier when negative."""
        year, number = divmod(self.year * _MONTHS + self.number - 1 + months, _MONTHS)
        return Month(year, number + 1)


def month_of(day: date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Yield the months from the first to the last, both included."""
    month = first
    while month <= last:
        yield month
        month = month.moved(1)


def month_ends(first: date, last: date, most: int) -> tuple[date, ...]:
    """Return the ends of the months from that of `first` on, and `last` itself: at most so many days, the latest."""
    ends = [month.ends_on for month in months_between(month_of(first), month_of(last))]
    return (*(end for end in ends if end < last), last)[-most:]
