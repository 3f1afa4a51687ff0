"""Dates and times as ISO 8601 has them, where the author's spelling can mean one day only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.editing.fixes.header import Edit, Header, scalars
from mkdocs_postmortem.model.times import find_zone, parse_date, parse_instant
from mkdocs_postmortem.reading.days import make_date, read_day
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_INSTANTS = {"started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at"}
_DAYS = {"published_at", "review_at", "due", "completed_at"}
_FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_SPAN = re.compile(r"[0-9]\s?[-–]\s?[0-9]")
_CLOCK = re.compile(r"(?P<mark>[Tt]|,?[ ]{1,3}|[ ]at[ ])(?P<hour>[0-9]{1,2})(?P<rest>:[0-9]{2}.{0,60})")


def find_dates(header: Header) -> Iterator[Edit]:
    """Yield an edit for every date and time that is refused as it is written and can be read without a guess."""
    for path, node in scalars(header.canonical):
        new = None
        if path and path[-1] in _INSTANTS and len(path) == 1:
            new = plain_instant(node.raw, header)
        elif path and path[-1] in _DAYS:
            new = plain_day(node.raw, header.vocabulary)
        if new and new != node.raw and (edit := header.replace_scalar(node, new)):
            yield edit


def plain_day(text: str, vocabulary: Vocabulary) -> str | None:
    """Return a day as YYYY-MM-DD, None when the text is one already, is none, or could be two."""
    found = _day_at_start(text.strip(), vocabulary)
    if found is None or found[1] != len(text.strip()) or _is_plain_day(text):
        return None
    return found[0].isoformat()


def plain_instant(text: str, header: Header) -> str | None:
    """Return a time as `YYYY-MM-DD HH:MM` with seconds and zone as stated, None when it is read as it is, or not so."""
    if _is_read(text, header):
        return None
    found = _day_at_start(text.strip(), header.vocabulary)
    clock = _CLOCK.fullmatch(text.strip(), found[1]) if found else None
    if found is None or clock is None:
        return None
    mark = "T" if clock["mark"] in "Tt" else " "
    new = f"{found[0].isoformat()}{mark}{int(clock['hour']):02}{clock['rest']}"
    return new if _is_read(new, header) else None


def _day_at_start(text: str, vocabulary: Vocabulary) -> tuple[date, int] | None:
    """Return the day that a text begins with and where it ends; the year must have four digits."""
    found = read_day(text, 0, vocabulary)
    if found is None:
        return None
    day, end = found
    order = day.month_and_day("")
    named = any(c.isascii() and c.isalpha() for c in text[:end])
    if day.year is None or order is None or not _FOUR_DIGITS.search(text[:end]) or (named and _SPAN.search(text[:end])):
        return None
    made = make_date(day.year, *order)
    return (made, end) if made else None


def _is_plain_day(text: str) -> bool:
    try:
        return bool(parse_date(text))
    except PydanticCustomError:
        return False


def _is_read(text: str, header: Header) -> bool:
    zone = header.facts.timezone or header.settings.timezone
    try:
        return bool(parse_instant(text, find_zone(zone) if zone else None))
    except PydanticCustomError:
        return False
