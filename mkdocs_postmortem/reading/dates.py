"""Dates as people write them in the body of a document; what can be read as two days is read as none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import INVALID_DUE, Kind
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?:-|/|\.|年\s?)(?P<month>\d{1,2})(?:-|/|\.|月\s?)(?P<day>\d{1,2})日?(?!\d)")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?!\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})(?!\d)")
_DAY_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?(?P<name>[^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?,?\s+(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\w/.-])" + _SLASHED.pattern + r"(?![\w/])")
_ENDS_OF_NUMBERS = (re.compile(r"/\d{1,2}[/-]\d{4}(?![\w/])"), re.compile(r"-\d{1,2}[/-]\d{4}(?![\w/])"))
"""What a date of numbers ends with: what begins with one certain sign is found many times faster than the whole."""
_LENGTHS_OF_FIRST = (1, 2)
_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{2})(?:-?(?P<day>[1-7]))?(?!\d)", re.IGNORECASE)
_START = re.compile(r"(?<!\w)(?=\w)")
_ANY_YEAR = re.compile(r"\d{4}")
_LONGEST_SEARCHED = 300
_HINT = "write it like 2026-03-31"
_MONTHS = 12
_SUNDAY = 7


def parse_day(text: str, vocabulary: Vocabulary, kind: Kind = INVALID_DUE, order: str = "") -> date:
    """Return the day that the text begins with; raises a fault of `kind` for anything that is no day or could be two.

    Understood are 2025-03-01, 2025/3/1, 2025年3月1日, 1.3.2025, 1 March 2025, March 1st, 2025, and the ISO
    week 2025-W09 (its Sunday). 03/04/2025 is two days and stays unread, unless the document's other dates prove an
    `order` ("dm" or "md"); 25/12/2025 is one.
    """
    stripped = text.strip().strip("*_`").strip()
    # Nearly all dates are of the form that is tried first below, and need no other pattern.
    if (match := _ISO.match(stripped)) and (found := next(_day(*map(int, match.groups())), None)):
        return found
    if found := next(_readings(stripped, 0, vocabulary, order), None):
        return found
    if _SLASHED.match(stripped):
        raise fault(kind, f'"{shorten(text)}" can be read as two days', _HINT)
    what = "a day of the calendar" if _YEAR_FIRST.match(stripped) or _DOTTED.match(stripped) else "a date"
    raise fault(kind, f'"{shorten(text)}" is not {what}', _HINT)


def find_day(text: str, vocabulary: Vocabulary, order: str = "") -> date | None:
    """Return the first day that stands anywhere in the text, None when there is none that is certain."""
    if not _ANY_YEAR.search(text):  # Each form holds one.
        return None
    starts = (match.start() for match in _START.finditer(text, 0, _LONGEST_SEARCHED))
    return next((found for start in starts for found in _readings(text, start, vocabulary, order)), None)


@lru_cache(maxsize=8)  # Several readers ask it of one body.
def proven_order(text: str) -> str:
    """Return the order in which the dates of numbers in a text hold day and month: "dm", "md", or "" unless proven.

    25/12/2025 proves that 03/04/2025 is the third of April; 25/12/2025 and 12/25/2025 together prove nothing.
    """
    pairs = ((int(found["first"]), int(found["second"])) for found in _dates_of_numbers(text))
    orders = {"dm" if first > _MONTHS else "md" for first, second in pairs if (first > _MONTHS) != (second > _MONTHS)}
    return orders.pop() if len(orders) == 1 else ""


def _dates_of_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield every date of numbers: one or two digits stand before its end, and no two of them overlap."""
    for ending in _ENDS_OF_NUMBERS:
        for end in ending.finditer(text):
            starts = (end.start() - length for length in _LENGTHS_OF_FIRST if end.start() >= length)
            yield from (found for start in starts if (found := _NUMBERS.match(text, start)))


def _readings(text: str, start: int, vocabulary: Vocabulary, order: str) -> Iterator[date]:
    """Yield the days between 1970 and 2100 that the text at `start` can mean, by each form in turn."""
    for pattern in (_YEAR_FIRST, _DOTTED):
        if match := pattern.match(text, start):
            yield from _day(int(match["year"]), int(match["month"]), int(match["day"]))
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        if (match := pattern.match(text, start)) and (month := vocabulary.month_of(match["name"])):
            yield from _day(int(match["year"]), month, int(match["day"]))
    if match := _WEEK.match(text, start):
        yield from _week(int(match["year"]), int(match["week"]), int(match["day"] or _SUNDAY))
    if match := _SLASHED.match(text, start):
        yield from _settled(int(match["first"]), int(match["second"]), int(match["year"]), order)


def _settled(first: int, second: int, year: int, order: str) -> Iterator[date]:
    """Yield the day of a date whose order is settled: by a number that is no month, by equal ones, or by `order`."""
    if first > _MONTHS or first == second or (order == "dm" and second <= _MONTHS):
        yield from _day(year, second, first)
    elif second > _MONTHS or order == "md":
        yield from _day(year, first, second)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        found = date(year, month, day)
    except ValueError:
        return
    if FIRST_YEAR <= year <= LAST_YEAR:
        yield found


def _week(year: int, week: int, day: int) -> Iterator[date]:
    try:
        found = date.fromisocalendar(year, week, day)
    except ValueError:
        return
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        yield found
