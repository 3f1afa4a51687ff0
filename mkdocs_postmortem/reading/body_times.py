"""Times that labels state: a day, a clock time, a range of both, and the zone that goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta, timezone, tzinfo

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.model.times import find_zone
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.dates import find_day
from mkdocs_postmortem.reading.labels import Label
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.zones import stated_zone

TIMES = ("started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
)
_RANGE = re.compile(r"\s(?:to|until|till|bis|a|à)\s|\s?(?:〜|～|→|–|—)\s?|\s-\s")
_NOON = 12


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a clock time, or both, as text: `2026-03-01` and `14:05`."""

    day: str = ""
    clock: str = ""

    def __str__(self) -> str:
        return f"{self.day} {self.clock}".strip()


@dataclass(frozen=True, slots=True)
class DayReader:
    """Finds days in text; `order` is the one that the document's dates prove, `known` the incident's day, if any."""

    vocabulary: Vocabulary
    order: str = ""
    known: date | None = None

    def find(self, text: str) -> str:
        """Return the first certain day of the text as an ISO date, empty when there is none."""
        day = find_day(text, self.vocabulary, self.order)
        return day.isoformat() if day else ""


def find_times(label: Label, facts: Mapping[str, BodyFact], days: DayReader) -> Iterable[tuple[str, str]]:
    """Yield field and local time of a label; a range gives start and end.

    What names no day is on the one already known: that of the start, else the incident's, or that of a range's end.
    """
    parts = _RANGE.split(label.text, maxsplit=1)
    first = _moment(parts[0], days)
    second = _moment(parts[1], days) if len(parts) > 1 else _Moment()
    if first.day and second.clock and not (first.clock or second.day):  # "11/03/2021 à 18:20" is no range.
        first, second = _Moment(first.day, second.clock), _Moment()
    start = _Moment(*facts["started_at"].value.split(" ")[:2]) if "started_at" in facts else _Moment()
    day = first.day or start.day or (days.known.isoformat() if days.known else "")
    is_range = label.field in ("duration", "started_at") and bool(first.clock and second.clock)
    if label.field != "duration" and first.day:
        yield label.field, str(first)
    elif label.field != "duration" and first.clock and day and not is_range:
        yield label.field, str(_after(day, "" if label.field == "started_at" else start.clock, first))
    if is_range and (day := day or _day_before(second, first.clock)):
        yield "started_at", f"{day} {first.clock}"
        yield "resolved_at", str(_after(day, first.clock, second))


def local_time(text: str, days: DayReader) -> str:
    """Return the day of a text, with the time of day where it states one: `2026-03-01 14:05`; empty without a day."""
    moment = _moment(text, days)
    return str(moment) if moment.day else ""


def to_complete(said: str, zone: str | None = None) -> str:
    """Return a local time as front matter takes it once a person has put in the time of day, or checked the zone."""
    return f"{said}{'' if ':' in said else ' HH:MM'} {zone or 'UTC'}"


def refines(known: BodyFact, value: str) -> bool:
    """Return whether a value adds the time of day to what states the same day alone."""
    return ":" not in known.value and ":" in value and value.startswith(known.value)


def with_zone(fact: BodyFact, zone: str | None) -> BodyFact:
    """Return the time with its zone: the one that its own words name, else `zone`, the document's."""
    if ":" not in fact.value:
        return fact
    found = zone_in(fact.text) or zone
    return fact.model_copy(update={"zone": found, "content": f"{fact.value} {found}" if found else fact.value})


def zone_in(text: str) -> str | None:
    """Return the name of the zone that a text states, in the form of `find_zone`; None when it names none."""
    try:
        stated = stated_zone(text, None)
    except PydanticCustomError:
        return None
    return name_of(stated.place) if stated and stated.place else None


def zone_of_all(body: Body, vocabulary: Vocabulary) -> str | None:
    """Return the zone of a heading or sentence that names one for all times of the document, or None."""
    folded = body.shown.casefold()
    phrases = [phrase for phrase in vocabulary.all_times if phrase in folded]
    for line in body.visible if phrases else ():
        folded = line.casefold()
        if any(phrase in folded for phrase in phrases) and (found := zone_in(line)):
            return found
    return None


def name_of(zone: tzinfo) -> str:
    """Return the name by which `find_zone` finds the zone: UTC, an offset, or a place."""
    if zone is timezone.utc:
        return "UTC"
    key = getattr(zone, "key", None)
    if isinstance(key, str):
        return key
    name = str(zone).removeprefix("UTC") or "UTC"
    find_zone(name)
    return name


def next_day(day: str) -> str:
    """Return the day after an ISO date."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _day_before(end: _Moment, clock: str) -> str:
    """Return the last day on which a clock showed the time before an end, empty when the end has no day."""
    if not end.day or clock <= end.clock:
        return end.day
    return (date.fromisoformat(end.day) - timedelta(days=1)).isoformat()


def _after(day: str, clock: str, end: _Moment) -> _Moment:
    """Return the end of a range; without a day of its own it is the first such time after the start."""
    if end.day:
        return end
    return _Moment(day if end.clock >= clock else next_day(day), end.clock)


def _moment(text: str, days: DayReader) -> _Moment:
    day = days.find(text)
    match = _CLOCK.search(text)
    if match is None:
        return _Moment(day)
    hour = int(match["hour"])
    if match["half"] and hour <= _NOON:
        hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
    return _Moment(day, f"{hour:02}:{match['minute']}")
