"""Instants, dates and time zones as documents write them, by one grammar on every Python.

An instant is a date, a time of day and a zone: `2026-03-01T14:05:00Z`, `2026-03-01 14:05 +01:00`,
`2026-03-01 14:05 UTC`, `2026-03-01 14:05 Europe/Berlin`. Everything is kept in UTC from there on.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.text import show_value
from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import AMBIGUOUS_TIME, INVALID_DATE, INVALID_TIME, TIME_WITHOUT_ZONE, UNKNOWN_ZONE, Kind

_DATE = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
INSTANT_FORM = re.compile(
    _DATE + r"(?:[Tt]|[ ]{1,3}|[ ]at[ ])(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<fraction>\.\d+)?)?"
    r"[ ]?\(?(?P<zone>[A-Za-z][A-Za-z0-9_+/-]{0,39}|[+-]\d{2}(?::?\d{2})?)?\)?",
    re.ASCII,
)
DATE_FORM = re.compile(_DATE, re.ASCII)
OFFSET_FORM = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2})(?::?(?P<minutes>\d{2}))?", re.ASCII)
_UTC_NAMES = {"z", "utc", "gmt"}
_EXAMPLE = "write it like 2026-03-01T14:05Z"

_FURTHEST = timedelta(hours=14)
FIRST_YEAR, LAST_YEAR = 1970, 2100


def parse_instant(text: str, zone: tzinfo | None = None) -> datetime:
    """Return the aware datetime, in UTC, that `text` states; `zone` serves when the text names none.

    Raises a fault (invalid-time, time-without-zone, unknown-zone, ambiguous-time); nothing is guessed or repaired.
    """
    match = INSTANT_FORM.fullmatch(text.strip())
    if match is None:
        if DATE_FORM.fullmatch(text.strip()):
            raise fault(INVALID_TIME, f'"{shorten(text)}" is a date without a time of day', _EXAMPLE)
        raise fault(INVALID_TIME, f'"{shorten(text)}" is not a time', _EXAMPLE)
    naive = _naive(match, text)
    if match["zone"]:
        zone = find_zone(match["zone"])
    if zone is None:
        raise fault(
            TIME_WITHOUT_ZONE,
            f'"{shorten(text)}" does not say its time zone',
            f"add Z or +HH:MM, or set timezone; {_EXAMPLE}",
        )
    return to_utc(naive, zone)


def parse_date(value: str, kind: Kind = INVALID_DATE) -> date:
    """Return the calendar date of `YYYY-MM-DD`; raises a fault of `kind` for anything else."""
    match = DATE_FORM.fullmatch(value.strip())
    if match is None:
        raise fault(kind, f'"{shorten(value)}" is not a date', "write it like 2026-03-31")
    try:
        found = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise fault(kind, f'"{shorten(value)}" is not a day of the calendar', "write it like 2026-03-31") from None
    _check_year(found.year, value, kind)
    return found


@lru_cache(maxsize=256)
def find_zone(name: str) -> tzinfo:
    """Return the zone of a name: Z, UTC, an offset up to 14 hours, or an IANA name such as Europe/Berlin.

    Abbreviations such as CET or PST are refused with a fault (unknown-zone): several of them mean several things.
    """
    if offset := OFFSET_FORM.fullmatch(name):
        return _offset_zone(offset, name)
    zone = timezone.utc if name.lower() in _UTC_NAMES else _iana_zone(name)
    if zone is None:
        hint = "write UTC, an offset such as +01:00, or a name such as Europe/Berlin"
        raise fault(UNKNOWN_ZONE, f'"{shorten(name)}" is not a time zone', hint)
    return zone


def to_utc(naive: datetime, zone: tzinfo) -> datetime:
    """Return the instant in UTC; raises a fault (ambiguous-time) when the clock showed it twice or never."""
    if zone is timezone.utc:
        return naive.replace(tzinfo=zone)
    if isinstance(zone, timezone):  # An offset never changes.
        return naive.replace(tzinfo=zone).astimezone(timezone.utc)
    early, late = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        clock = f"{naive:%Y-%m-%d %H:%M}"
        if early.astimezone(timezone.utc).astimezone(zone).replace(tzinfo=None) != naive:
            raise fault(AMBIGUOUS_TIME, f"clocks in {zone} never showed {clock}", "check the hour, or write the offset")
        raise fault(AMBIGUOUS_TIME, f"clocks in {zone} showed {clock} twice", "write the offset, such as +01:00")
    return early.astimezone(timezone.utc)


def _naive(match: re.Match[str], text: str) -> datetime:
    if len(match["fraction"] or "") > len(".123456"):
        raise fault(INVALID_TIME, f'"{shorten(text)}" is finer than a microsecond', "leave the fraction out")
    _check_year(int(match["year"]), text, INVALID_TIME)
    micro = int((match["fraction"] or ".0")[1:].ljust(6, "0"))
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        return datetime(year, month, day, hour, minute, second, micro)  # noqa: DTZ001  # the caller joins the zone
    except ValueError as error:
        raise fault(INVALID_TIME, f'"{shorten(text)}" is not a time: {error}', _EXAMPLE) from None


def _check_year(year: int, text: str, kind: Kind) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise fault(kind, f'"{shorten(text)}" lies outside {FIRST_YEAR} to {LAST_YEAR}', "check the year")


def _offset_zone(offset: re.Match[str], name: str) -> tzinfo:
    shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
    if shift > _FURTHEST or timedelta(minutes=int(offset["minutes"] or 0)) >= timedelta(hours=1):
        raise fault(UNKNOWN_ZONE, f'no zone is "{name}" away from UTC', "offsets go from -14:00 to +14:00")
    return timezone(-shift if offset["sign"] == "-" else shift)


@lru_cache(maxsize=256)
def _iana_zone(name: str) -> tzinfo | None:
    # Three-letter names such as EST or CET exist in the database but mean different things to different readers.
    if "/" not in name or name not in _zone_names():
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=1)
def _zone_names() -> frozenset[str]:
    """Return all names of zones; looking on the disk for each "TCP/IP" of a text would take longer than reading it."""
    return frozenset(available_timezones())


def as_instant(value: Any, zone: tzinfo | None) -> datetime | None:
    """Return `value` of a front matter key as an instant; raises a fault when it is neither text nor a time."""
    if value is None or isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise fault(INVALID_TIME, f"{show_value(value)} is not a time", _EXAMPLE)
    return parse_instant(value, zone)


def as_date(value: Any) -> date | None:
    """Return `value` of a front matter key as a date; raises a fault when it is neither text nor a date."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise fault(INVALID_DATE, f"{show_value(value)} is not a date", "write it like 2026-03-31")
    return parse_date(value)
