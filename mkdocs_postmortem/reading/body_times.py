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


def find_times(label: Label, facts: Mapping[str, BodyFact], vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Yield field and local time of a label; a range gives start and end, on the day already known if it names none."""
    parts = _RANGE.split(label.text, maxsplit=1)
    first = _moment(parts[0], vocabulary)
    second = _moment(parts[1], vocabulary) if len(parts) > 1 else _Moment()
    if label.field != "duration" and first.day:
        yield label.field, str(first)
    if label.field not in ("duration", "started_at") or not (first.clock and second.clock):
        return
    start = facts.get("started_at")
    day = first.day or (start.value[:10] if start else "")
    if day:
        yield "started_at", f"{day} {first.clock}"
        yield "resolved_at", str(_after(day, first.clock, second))


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
    for line in body.visible:
        folded = line.casefold()
        if any(phrase in folded for phrase in vocabulary.all_times) and (found := zone_in(line)):
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


def _after(day: str, clock: str, end: _Moment) -> _Moment:
    """Return the end of a range; without a day of its own it is the first such time after the start."""
    if end.day:
        return end
    return _Moment(day if end.clock >= clock else next_day(day), end.clock)


def _moment(text: str, vocabulary: Vocabulary) -> _Moment:
    day = find_day(text, vocabulary)
    match = _CLOCK.search(text)
    if match is None:
        return _Moment(day.isoformat() if day else "")
    hour = int(match["hour"])
    if match["half"] and hour <= _NOON:
        hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
    return _Moment(day.isoformat() if day else "", f"{hour:02}:{match['minute']}")
