"""Days as timelines write them: with or without a year, in whatever order the document itself settles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_MONTHS = 12
_LONGEST_MONTH = 31
_CENTURY = 2000
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?:-|/|\.|年\s?)(?P<month>[0-9]{1,2})(?:-|/|\.|月\s?)(?P<day>[0-9]{1,2})(?![0-9])日?"
)
_ASIAN = re.compile(r"(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日")
_DOTTED = re.compile(
    r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.?"
    r"(?:(?<=\.)\s?(?P<year>[0-9]{4}|(?<=[0-9]{2}\.[0-9]{2}\.)[0-9]{2})(?![0-9.]|:[0-9]))?(?![0-9])"
)
_NUMBERS = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[/-])(?P<second>[0-9]{1,2})(?:(?P=sign)(?P<year>[0-9]{4}|(?<=/)[0-9]{2}))?(?![0-9/]|:[0-9])"
)
_SPAN = r"(?:\s?[-–]\s?[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9A-Za-z]|:[0-9]))?"
_DAY_NAME = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.|er|º)?{_SPAN}\s+(?:of\s+|de\s+)?(?P<name>[^\W\d_]{{3,12}})\.?"
    r"(?:,?\s+(?:de\s+)?(?P<year>[0-9]{4})(?![0-9]|:[0-9]))?",
    re.IGNORECASE,
)
_NAME_DAY = re.compile(
    rf"(?P<name>[^\W\d_]{{3,12}})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9A-Za-z]|:[0-9]){_SPAN}"
    r"(?:,?\s+(?P<year>[0-9]{4})(?![0-9]|:[0-9]))?",
    re.IGNORECASE,
)
_TIME = re.compile(r"[0-9]{1,2}[:：]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9:])")
_ANYWHERE = re.compile(r"(?<![0-9A-Za-z/.-])(?=[0-9]|[^\W\d_]{3,12}\.?\s+[0-9])")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: `numbers` are month and day in the order that `order` names ("md", "dm", "?" when unsettled).

    `needs_clock` is set for forms that are a day only before a time of day, such as 08-15.
    """

    year: int | None
    numbers: tuple[int, int]
    order: str = "md"
    needs_clock: bool = False
    text: str = ""

    def evidence(self) -> str:
        """Return the order that the numbers themselves prove, empty when they prove none."""
        first, second = self.numbers
        if self.order != "?" or (first > _MONTHS) == (second > _MONTHS):
            return ""
        return "dm" if first > _MONTHS else "md"

    def month_and_day(self, order: str) -> tuple[int, int] | None:
        """Return month and day, None when their order is open; `order` is the one that the document settles."""
        first, second = self.numbers
        known = self.order if self.order != "?" else self.evidence() or order or ("md" if first == second else "")
        return {"md": (first, second), "dm": (second, first)}.get(known)


def settle_order(days: Iterable[Day], stated: Iterable[date]) -> str:
    """Return the order of numbers in dates such as 07/04/2023: proven by a day, else by a stated date, else ""."""
    open_days = [day for day in days if day.order == "?"]
    proven = {day.evidence() for day in open_days} - {""}
    if proven:
        return proven.pop() if len(proven) == 1 else ""
    known = {(day.month, day.day) for day in stated}
    agreeing = {order for day in open_days for order in ("md", "dm") if _as(day, order) in known}
    return agreeing.pop() if len(agreeing) == 1 else ""


def _as(day: Day, order: str) -> tuple[int, int]:
    first, second = day.numbers
    return (first, second) if order == "md" else (second, first)


def read_day(text: str, position: int, vocabulary: Vocabulary) -> tuple[Day, int] | None:
    """Return the day that stands at a position and where it ends, None when none stands there."""
    first = text[position : position + 1]
    if not first.isalnum() or _TIME.match(text, position):  # Nothing else begins a day, and most that does is a time.
        return None
    return _read_ordered(text, position, vocabulary) or _read_numbers(text, position)


def _read_ordered(text: str, position: int, vocabulary: Vocabulary) -> tuple[Day, int] | None:
    """Read a day whose form tells month from day: 2026-03-01, 3月1日, 1 March, March 1st, 01.03.2026."""
    for pattern in (_YEAR_FIRST, _ASIAN, _DAY_NAME, _NAME_DAY, _DOTTED):
        match = pattern.match(text, position)
        if match is None:
            continue
        part = match.groupdict()
        month = int(part["month"]) if part.get("month") else vocabulary.month_of(part["name"])
        if month:
            needs_clock = pattern is _DOTTED and not part["year"]
            day = Day(_year(part.get("year")), (month, int(part["day"])), "md", needs_clock, match[0].strip())
            return day, match.end()
    return None


def _read_numbers(text: str, position: int) -> tuple[Day, int] | None:
    """Read two numbers of which one is the month: 03/04/2026, 3/4/26, 03-04-2026, and 03-04 before a time."""
    match = _NUMBERS.match(text, position)
    if match is None:
        return None
    numbers = (int(match["first"]), int(match["second"]))
    short = match["sign"] == "-" and not match["year"] and match.end() - position < len("01-02")
    if short or max(numbers) > _LONGEST_MONTH:
        return None
    return Day(_year(match["year"]), numbers, "?", not match["year"], match[0]), match.end()


def days_in(text: str, vocabulary: Vocabulary) -> list[Day]:
    """Return the days that a heading names, in order: "07/27/2023 - 07/31/2023", "Saturday Oct 30th 2021"."""
    found = (read_day(text, match.start(), vocabulary) for match in _ANYWHERE.finditer(text[:300]))
    return [day for day, _ in filter(None, found) if day.year is not None]


def year_in(text: str) -> int | None:
    """Return the year that a header or heading names, None when it names none or several."""
    years = {int(year) for year in _YEAR.findall(text[:300])}
    return years.pop() if len(years) == 1 else None


def nearest_date(month: int, day: int, near: date) -> date | None:
    """Return the date with this month and day that lies closest to another one, None when there is no such date."""
    found = [made for year in (near.year - 1, near.year, near.year + 1) if (made := make_date(year, month, day))]
    return min(found, key=lambda made: abs(made - near), default=None)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return a date between 1970 and 2100, None when the calendar has no such day."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) + (_CENTURY if len(digits) == len("24") else 0)
