"""Timelines in the body: tables of two or more columns under a timeline heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model import Facts, TimelineEntry
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.text import Link, is_url
from mkdocs_postmortem.model.times import find_zone, parse_date, to_utc
from mkdocs_postmortem.problems import INVALID_TIMELINE_TIME, TIMELINE_BACKWARDS, Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.inline import find_links, plain_text
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.sections import section_range
from mkdocs_postmortem.reading.tables import Row, Table, find_tables
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_TIME = re.compile(
    r"(?P<about>[~≈]\s*|about\s+|around\s+|approx\.?\s+|ca\.?\s+)?"
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})(?:T|\s+))?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    # 14:05-14:20 is a range; a negative offset needs a date, or a blank before it alone.
    r"\s*\(?(?P<zone>Z|UTC|GMT|(?:\+|(?(date)-|(?<=\s)-))\d{2}:\d{2}|[A-Z][A-Za-z]+/[A-Za-z_/]+)?\)?"
    r"(?:\s*(?:–|—|-|to)\s*(?P<end_hour>[01]?\d|2[0-3]):(?P<end_minute>[0-5]\d))?",
    re.IGNORECASE | re.ASCII,
)
_ZONE = re.compile(r"(?<![A-Za-z])(UTC|GMT|Z|[A-Z][a-z]+/[A-Z][A-Za-z_]+(?:/[A-Za-z_]+)?|[+-]\d{2}:\d{2})(?![A-Za-z])")
LONGEST_LABEL = 2_000
LONGEST_CELL = 20_000
_HALF_A_DAY = timedelta(hours=12)


@dataclass(slots=True)
class _Clock:
    """Gives clock times their day: close to the start, then forward.

    A jump back is midnight when it spans half a day, or when the next day still lies within the incident.
    """

    zone: tzinfo | None
    start: datetime | None
    end: datetime | None = None
    previous: datetime | None = None

    def place(self, match: re.Match[str]) -> tuple[datetime, bool]:
        """Return the local time of an entry (date 1970-01-01 when unknown) and whether it runs backwards."""
        hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
        if match["date"]:
            day = parse_date(match["date"], INVALID_TIMELINE_TIME)
            local = datetime.combine(day, time(hour, minute, second))
        else:
            local = self._near(hour, minute, second)
        backwards = self.previous is not None and local < self.previous
        self.previous = local if self.previous is None else max(local, self.previous)
        return local, backwards

    def _near(self, hour: int, minute: int, second: int) -> datetime:
        anchor = self.previous or self._local(self.start)
        local = anchor.replace(hour=hour, minute=minute, second=second, microsecond=0)
        tomorrow = local + timedelta(days=1)
        if local < anchor - _HALF_A_DAY or (
            self.previous and local < anchor and self.end and tomorrow <= self._local(self.end)
        ):
            return tomorrow
        if self.previous is None and local > anchor + _HALF_A_DAY:
            return local - timedelta(days=1)
        return local

    def _local(self, instant: datetime | None) -> datetime:
        if instant is None:
            return datetime(1970, 1, 2)  # noqa: DTZ001  # a day without meaning: only the order counts
        return instant.astimezone(self.zone).replace(tzinfo=None) if self.zone else instant.replace(tzinfo=None)


def read_timeline(
    body: Body, path: str, vocabulary: Vocabulary, facts: Facts, zone: tzinfo | None
) -> tuple[tuple[TimelineEntry, ...], list[Problem]]:
    """Return the entries of the timeline sections as written, and where times cannot be read or run backwards.

    Times without a date get one from the facts' `started_at`; times without a zone use the column header's, the
    heading's, else `zone`. Without either an entry's time stays None.
    """
    entries: list[TimelineEntry] = []
    problems: list[Problem] = []
    for table, heading in _timeline_tables(body, vocabulary):
        columns = [_column_of(cell.text, vocabulary) for cell in table.header.cells]
        if "time" in columns:
            stated = _stated_zone(table.header.text(columns.index("time"))) or _stated_zone(heading) or zone
            reader = _TableReader(body, path, columns, _Clock(stated, facts.started_at, facts.resolved_at), vocabulary)
            entries += reader.read(table)
            problems += reader.problems
    return tuple(entries), problems


def _timeline_tables(body: Body, vocabulary: Vocabulary) -> Iterator[tuple[Table, str]]:
    stop_before = 0
    for position, heading in enumerate(body.headings):
        if heading.index >= stop_before and vocabulary.section_of(heading.text) == "timeline":
            start, stop_before = section_range(body, position)
            for table in find_tables(body.visible, start, stop_before):
                yield table, heading.text


class _TableReader:
    """Reads one table row by row with the clock of the rows before."""

    def __init__(self, body: Body, path: str, columns: list[str | None], clock: _Clock, vocabulary: Vocabulary) -> None:
        self.body, self.path, self.columns, self.clock, self.vocabulary = body, path, columns, clock, vocabulary
        self.problems: list[Problem] = []

    def read(self, table: Table) -> list[TimelineEntry]:
        """Return the rows that hold words; placeholder and empty rows are no entries."""
        return [entry for row in table.rows if (entry := self._entry(row)) is not None]

    def _entry(self, row: Row) -> TimelineEntry | None:
        words = {name: row.text(position) for position, name in reversed(list(enumerate(self.columns))) if name}
        told = {name: plain_text(text) for name, text in words.items() if name not in ("time", "date")}
        told = {name: text for name, text in told.items() if not is_placeholder(text, self.vocabulary)}
        stated = " ".join(plain_text(words[name]) for name in ("date", "time") if words.get(name))
        if not told:
            return None
        line = self.body.number(row.index)
        column = row.cells[self.columns.index("time")].column if len(row.cells) > self.columns.index("time") else 1
        time, end, approximate = self._when(stated, Location(self.path, line, column))
        links = tuple(
            Link(label=label[:LONGEST_LABEL], url=url)
            for text in words.values()
            for label, url in find_links(text)
            if is_url(url)
        )
        return TimelineEntry(
            stated=stated,
            time=time,
            end=end,
            approximate=approximate,
            **{name: text[:LONGEST_CELL] for name, text in told.items()},
            links=links,
            line=line,
        )

    def _when(self, stated: str, place: Location) -> tuple[datetime | None, datetime | None, bool]:
        """Return start, end and whether they are approximate; adds a problem for what cannot be read."""
        match = _TIME.fullmatch(stated.strip())
        if match is None:
            if stated.strip():
                message = f'"{shorten(stated)}" is not a time of day'
                self.problems.append(
                    INVALID_TIMELINE_TIME.at(place, message, "write it like 14:05 or 2026-03-01 14:05")
                )
            return None, None, False
        try:
            zone = find_zone(match["zone"]) if match["zone"] else self.clock.zone
            local, backwards = self.clock.place(match)
        except PydanticCustomError as error:
            return self._unreadable(error, place)
        if backwards:
            message = f"{local:%H:%M} is earlier than the entry before it"
            self.problems.append(TIMELINE_BACKWARDS.at(place, message, "put the entries in order, or add the date"))
        return self._aware(local, zone, match, place)

    def _aware(
        self, local: datetime, zone: tzinfo | None, match: re.Match[str], place: Location
    ) -> tuple[datetime | None, datetime | None, bool]:
        if zone is None or (self.clock.start is None and not match["date"]):
            return None, None, bool(match["about"])
        end = None
        try:
            start = to_utc(local, zone)
            if match["end_hour"]:
                finish = local.replace(hour=int(match["end_hour"]), minute=int(match["end_minute"]), second=0)
                end = to_utc(finish if finish >= local else finish + timedelta(days=1), zone)
        except PydanticCustomError as error:
            return self._unreadable(error, place)
        return start, end, bool(match["about"])

    def _unreadable(self, error: PydanticCustomError, place: Location) -> tuple[None, None, bool]:
        context: dict[str, Any] = error.context or {}
        self.problems.append(INVALID_TIMELINE_TIME.at(place, str(context["message"]), str(context["hint"])))
        return None, None, False


def _column_of(header: str, vocabulary: Vocabulary) -> str | None:
    bare = re.sub(r"[*_`]|[(（].*$", "", header)
    return vocabulary.timeline_columns.get(squash(bare) or bare.strip())


def _stated_zone(text: str) -> tzinfo | None:
    """Return the zone that a header or heading names: "Time (UTC)", "Timeline (All times in Europe/Berlin)"."""
    for match in _ZONE.finditer(text):
        try:
            return find_zone(match[0])
        except PydanticCustomError:
            continue
    return None
