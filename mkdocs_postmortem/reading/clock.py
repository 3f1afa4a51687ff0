"""The clock of one timeline: gives each entry its day and its instant from what was stated before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import INVALID_TIMELINE_TIME, TIMELINE_BACKWARDS, Kind
from mkdocs_postmortem.reading.days import Day, make_date, nearest_date
from mkdocs_postmortem.reading.moments import Moment
from mkdocs_postmortem.reading.zones import UNSTATED, Zone, resolve

_HALF_A_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)
_EXACTLY, _ROUGHLY = timedelta(0), timedelta(minutes=30)
_NO_DAY = date(2000, 1, 2)  # A day without meaning: only the order counts.
_HINT = "write it like 14:05 or 2026-03-01 14:05"
_PLAIN_ZONE = "write UTC, an offset such as +01:00, or a name such as Europe/Berlin"


@dataclass(slots=True)
class Placed:
    """An entry's instants in UTC as far as they can be known, and what is wrong with what was stated."""

    time: datetime | None = None
    end: datetime | None = None
    local: str | None = None
    faults: list[tuple[Kind, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Clock:
    """Places moments one after the other: close to the start, then forward.

    A jump back is midnight when it spans half a day, or when the next day still lies within the incident. `near` is a
    day close by, which gives days their year; `known` tells whether times without a day belong to it.
    """

    zone: Zone
    home: tzinfo | None
    start: datetime | None
    end: datetime | None = None
    near: date | None = None
    known: bool = False
    order: str = ""
    base: date | None = None
    day: date | None = None
    previous: datetime | None = None
    previous_zone: Zone = UNSTATED
    refused: set[str] = field(default_factory=set)

    def begin_day(self, stated: Day) -> None:
        """Take the day of a heading: the next time without a day is on it."""
        try:
            found, sure = self._date_of(stated)
        except PydanticCustomError:
            return
        self._take_day(found, sure)

    def place(self, moment: Moment, zone: Zone | None = None) -> Placed:
        """Return where a moment lies; `zone` is its column's, when the column names one."""
        placed = Placed()
        try:
            self._place(moment, zone or self.zone, placed)
        except PydanticCustomError as error:
            context: dict[str, Any] = error.context or {}
            placed.time = placed.end = None
            placed.faults.append((INVALID_TIMELINE_TIME, str(context["message"]), str(context["hint"])))
        return placed

    def _place(self, moment: Moment, zone: Zone, placed: Placed) -> None:
        if moment.zone:
            zone = self._own_zone(moment.zone, placed)
        if moment.wrong:
            raise fault(INVALID_TIMELINE_TIME, f'"{shorten(moment.stated)}" is not a time of day', _HINT)
        if moment.shift is not None and self.start is not None:
            placed.time = self.start + moment.shift
            self._advance(placed.time.replace(tzinfo=None), Zone(timezone.utc), placed)
        elif moment.clock is not None:
            self._place_clock(moment, moment.clock, zone, placed)
        elif moment.day is not None:
            found, sure = self._date_of(moment.day)
            if self.previous and found < self.previous.date():
                placed.faults.append(_backwards(f"{found:%Y-%m-%d}"))
            self._take_day(found, sure)
            placed.local = found.isoformat() if sure else None

    def _take_day(self, found: date, sure: bool) -> None:  # noqa: FBT001  # the two come as one pair
        """Remember a day; one of an unknown year gives no other day its year."""
        self.day = self.base = found
        self.near, self.known = found if sure else self.near, sure

    def _place_clock(self, moment: Moment, clock: tuple[int, int, int], zone: Zone, placed: Placed) -> None:
        sure = self.known
        if moment.day is not None:
            day, sure = self._date_of(moment.day)
            self.base, self.known = day, sure
        elif moment.next_day and self.base is not None:
            day = self.base + _DAY
        else:
            day = self.day or self._near(clock, zone)
        self.day = None
        local = datetime.combine(day, time(*clock))
        self._advance(local, zone, placed, _ROUGHLY if moment.approximate else _EXACTLY)
        self.base = self.base or day
        if sure:
            self._know(moment, local, zone, placed)

    def _know(self, moment: Moment, local: datetime, zone: Zone, placed: Placed) -> None:
        """Set the instants; an abbreviation that clocks did not show that day is reported once."""
        placed.local = local.isoformat(" ", "minutes")
        try:
            placed.time = zone.instant(local)
            placed.end = self._end(moment, local, zone)
        except PydanticCustomError:
            if zone.name in self.refused:
                return
            self.refused.update({zone.name} if zone.name else ())
            raise

    def _end(self, moment: Moment, local: datetime, zone: Zone) -> datetime | None:
        if moment.end is None:
            return None
        day = self._date_of(moment.end_day)[0] if moment.end_day else local.date()
        finish = datetime.combine(day, time(*moment.end))
        return zone.instant(finish if finish >= local or moment.end_day else finish + _DAY)

    def _own_zone(self, name: str, placed: Placed) -> Zone:
        """Return the zone of an entry; one of several with this name is reported once, one that is none every time."""
        zone = resolve(name, self.home)
        if zone.place is None and name not in self.refused:
            self.refused.add(name)
            message = f'"{name}" names several time zones, so these times stay without an instant'
            placed.faults.append((INVALID_TIMELINE_TIME, message, _PLAIN_ZONE))
        return zone

    def _advance(self, local: datetime, zone: Zone, placed: Placed, slack: timedelta = _EXACTLY) -> None:
        """Remember the latest time so far, and report when this one lies before it by more than the slack."""
        previous = self._previous_in(zone)
        if previous is not None and local < previous:
            placed.faults += [_backwards(f"{local:%H:%M}")] if previous - local > slack else []
            return
        self.previous, self.previous_zone = local, zone

    def _previous_in(self, zone: Zone) -> datetime | None:
        """Return the latest time so far as clocks in a zone show it."""
        if (
            self.previous is None
            or zone is self.previous_zone  # As nearly always, and known sooner than that two are equal.
            or zone.place is None
            or self.previous_zone.place is None
            or zone == self.previous_zone
        ):
            return self.previous
        return self.previous.replace(tzinfo=self.previous_zone.place).astimezone(zone.place).replace(tzinfo=None)

    def _near(self, clock: tuple[int, int, int], zone: Zone) -> date:
        """Return the day of a time without one."""
        previous = self._previous_in(zone)
        anchor = previous or self._local(self.start, zone) or datetime.combine(self.near or _NO_DAY, time(*clock))
        local = datetime.combine(anchor.date(), time(*clock))
        if local < anchor - _HALF_A_DAY or (previous and local < anchor and self._spans(local + _DAY, zone)):
            return (local + _DAY).date()
        if previous is None and local > anchor + _HALF_A_DAY:
            return (local - _DAY).date()
        return local.date()

    def _spans(self, local: datetime, zone: Zone) -> bool:
        end = self._local(self.end, zone)
        return end is not None and local <= end

    def _local(self, instant: datetime | None, zone: Zone) -> datetime | None:
        if instant is None or (self.base is not None and self.previous is None):
            return None
        return instant.astimezone(zone.place).replace(tzinfo=None) if zone.place else instant.replace(tzinfo=None)

    def _date_of(self, day: Day) -> tuple[date, bool]:
        """Return the date of a stated day and whether its year is known; raises a fault for days that are none."""
        month_and_day = day.month_and_day(self.order)
        if month_and_day is None:
            raise fault(INVALID_TIMELINE_TIME, f'"{day.text}" can be read as two days', "write it like 2026-03-31")
        near = self.previous.date() if self.previous and self.known else self.near
        if day.year is not None:
            found = make_date(day.year, *month_and_day)
        else:
            found = nearest_date(*month_and_day, near or (self.previous.date() if self.previous else _NO_DAY))
        if found is None:
            raise _no_date(day)
        return found, day.year is not None or near is not None


def _no_date(day: Day) -> PydanticCustomError:
    if day.year is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f'"{day.text}" lies outside {FIRST_YEAR} to {LAST_YEAR}'
        return fault(INVALID_TIMELINE_TIME, message, "check the year")
    message = f'"{day.text}" is not a day of the calendar'
    return fault(INVALID_TIMELINE_TIME, message, "write it like 2026-03-31")


def _backwards(shown: str) -> tuple[Kind, str, str]:
    message = f"{shown} is earlier than the entry before it"
    return TIMELINE_BACKWARDS, message, "put the entries in order, or add the date"
