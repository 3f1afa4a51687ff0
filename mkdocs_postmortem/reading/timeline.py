"""The timeline of a document: entry point, from where it stands to entries with their instants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from functools import cached_property

from mkdocs_postmortem.model import Facts, TimelineEntry
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.text import Link, is_url
from mkdocs_postmortem.problems import BODY_TOO_COMPLEX, INVALID_TIMELINE_TIME, Kind, Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.clock import Clock, Placed
from mkdocs_postmortem.reading.days import days_in, make_date, settle_order, year_in
from mkdocs_postmortem.reading.inline import find_links
from mkdocs_postmortem.reading.timeline_lines import LONGEST_EVENT, LineReader
from mkdocs_postmortem.reading.timeline_mentions import Mention
from mkdocs_postmortem.reading.timeline_places import Place, Segment, find_places
from mkdocs_postmortem.reading.timeline_tables import TableReader
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.zones import UNSTATED, Zone, stated_zone

MOST_ENTRIES = 2_000
"""Most entries of a body, in all its timelines together; real postmortems had up to 41."""
LONGEST_LABEL = 2_000
_LONGEST_STATED = 300
_LONGEST_SENTENCE = 300
_FEWEST_LOOSE = 2
_FURTHEST_HEADING = 20
_FULL_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def read_timeline(
    body: Body, path: str, vocabulary: Vocabulary, facts: Facts, zone: tzinfo | None, day: date | None = None
) -> tuple[tuple[TimelineEntry, ...], list[Problem]]:
    """Return the entries of the timelines as written, and where times cannot be read or run backwards.

    A time without a day gets one from a day heading, the entry before it or the facts' `started_at`; a time without a
    zone uses the column header's, the heading's, a sentence's, else `zone`. Without either an entry's time stays None.
    `day` is the incident's, where only the body states it. Of more than two thousand entries the first are returned,
    with a problem at the next one.
    """
    entries: list[TimelineEntry] = []
    problems: list[Problem] = []
    refused: set[str] = set()
    years = _Years(body, vocabulary)
    for place in find_places(body, vocabulary):
        reader = _PlaceReader(body, vocabulary, zone, years)
        mentions = reader.read(place)
        if not mentions:
            continue
        clock = reader.clock(place, mentions, facts)
        if day and not facts.started_at and not clock.known:
            clock.near, clock.day, clock.base, clock.known = day, day, day, True
        clock.refused = refused
        for mention in mentions:
            if len(entries) == MOST_ENTRIES:
                problems.append(_too_many(Location(path, body.number(mention.index), mention.column)))
                return tuple(entries), problems
            entry = _entry(mention, clock, body, path, problems)
            entries += [entry] if entry else []
    return tuple(entries), problems


class _Years:
    """Knows the year of the full dates in a body, as far down as they all have the same one."""

    def __init__(self, body: Body, vocabulary: Vocabulary) -> None:
        self.body, self.vocabulary = body, vocabulary

    def above(self, index: int) -> int | None:
        """Return the only year of the full dates above a line, None when there is none or several."""
        first, other = self._first_two
        return first[1] if first and first[0] < index and (other is None or index <= other[0]) else None

    @cached_property
    def _first_two(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Return line and year of the first full date, and of the first one in another year."""
        found = (
            (index, day.year)
            for index, line in enumerate(self.body.visible)
            if _FULL_YEAR.search(line)
            for day in days_in(line, self.vocabulary)
            if day.year
        )
        first = next(found, None)
        return first, next((pair for pair in found if first and pair[1] != first[1]), None)


def _too_many(place: Location) -> Problem:
    message = f"more than {MOST_ENTRIES:,} timeline entries; those from here on are not read"
    return BODY_TOO_COMPLEX.at(place, message, "split the document")


class _PlaceReader:
    """Collects what one timeline mentions, and what its words say about zone, year and day."""

    def __init__(self, body: Body, vocabulary: Vocabulary, home: tzinfo | None, years: _Years) -> None:
        self.body, self.vocabulary, self.home, self.years = body, vocabulary, home, years
        self.lines = LineReader(body, vocabulary)
        self.tables = TableReader(body, vocabulary, home)
        self.sentences: list[str] = []

    def read(self, place: Place) -> list[Mention]:
        """Return the entries and days of a timeline in the order in which they stand."""
        if not place.named:
            return self._unnamed(place)
        found: list[list[Mention]] = []
        under_entry = False
        for segment in place.segments:
            heading = self.lines.heading(segment)
            if segment.heading:
                under_entry = heading is not None and not heading.is_day
            other = under_entry or segment.section not in (None, "timeline")
            mentions, by_table = self._below(segment, under_entry=under_entry, timed_only=other)
            if by_table:
                mentions = [mention for mention in mentions if not mention.loose]
            found.append([*([heading] if heading else []), *mentions])
        return self._with_dated_headings(self._without_strays(found))

    def _unnamed(self, place: Place) -> list[Mention]:
        found: list[Mention] = []
        for segment in place.segments:
            tables, _ = self.tables.read(segment, named=False)
            found += sorted([*tables, *self.lines.unnamed(segment)], key=lambda mention: mention.index)
        return found

    def _below(self, segment: Segment, *, under_entry: bool, timed_only: bool) -> tuple[list[Mention], bool]:
        """Return what stands below a heading in the order of its lines, and whether tables hold some of it."""
        tables, taken = self.tables.read(segment)
        lists = self.lines.lists(segment, timed_only=timed_only)
        if not under_entry:
            paragraphs, others = self.lines.paragraphs(segment, taken | self.lines.item_lines(segment))
            self.sentences += others
        else:
            paragraphs = []
        mentions = sorted((*tables, *lists, *paragraphs), key=lambda mention: mention.index)
        return mentions, bool(tables)

    def _without_strays(self, found: list[list[Mention]]) -> list[list[Mention]]:
        """Leave out entries without a time unless their neighbours have one, or the list is all there is."""
        anything = any(
            mention.moment or not mention.loose for group in found for mention in group if not mention.is_day
        )
        loose = sum(mention.loose for group in found for mention in group)
        if not anything:
            return found if loose >= _FEWEST_LOOSE else []
        return [
            group if any(m.moment and not m.is_day for m in group) else [m for m in group if not m.loose]
            for group in found
        ]

    def _with_dated_headings(self, found: list[list[Mention]]) -> list[Mention]:
        """Make a heading with a day and words of its own an entry where nothing below it, or beside it, has a time."""
        clocked = any(mention.moment and mention.moment.timed for group in found for mention in group)
        for group in found:
            first = group[0] if group else None
            alone = not clocked and all(mention.loose for mention in group[1:])
            if first and alone and first.is_day and first.moment and first.moment.rest and first.told:
                first.is_day = False
                del group[1:]
        return [mention for group in found for mention in group]

    def clock(self, place: Place, mentions: list[Mention], facts: Facts) -> Clock:
        """Return the clock that the words over and in a timeline set."""
        titles = days_in(place.title, self.vocabulary)
        stated = [day.date() for day in (facts.started_at, facts.resolved_at) if day]
        days = [
            day for mention in mentions if mention.moment for day in (mention.moment.day, mention.moment.end_day) if day
        ]
        order = settle_order([*titles, *days], stated)
        first = titles[0].month_and_day(order) if titles else None
        titled = make_date(titles[0].year or 0, *first) if titles and first else None
        clock = Clock(self._zone(place), self.home, facts.started_at, facts.resolved_at, order=order)
        if titled and not facts.started_at:
            clock.near, clock.day, clock.base, clock.known = titled, titled, titled, True
        elif facts.started_at:
            clock.near, clock.known = stated[0], True
        else:
            years = (make_date(day.year, *pair) for day in days if day.year and (pair := day.month_and_day(order)))
            clock.near = next((found for found in years if found), None) or self._year_around(place)
        return clock

    def _zone(self, place: Place) -> Zone:
        """Return the zone of the heading, of a sentence, or of the document; an abbreviation comes last."""
        sentences = (line for line in self.sentences if len(line) <= _LONGEST_SENTENCE)
        named = [zone for text in (place.title, *sentences) if (zone := stated_zone(text, self.home))]
        known = [zone for zone in named if zone.place is not None]
        return known[0] if known else named[0] if named else Zone(self.home) if self.home else UNSTATED

    def _year_around(self, place: Place) -> date | None:
        """Return the middle of the year that a column, the timeline's heading or a heading or text above it names."""
        near = self.body.headings_before(place.start, _FURTHEST_HEADING)
        first = self.body.headings[:1] if near else ()
        texts = (place.title, *(heading.text for heading in (*reversed(near), *first)))
        years = (self.tables.year, *map(year_in, texts))
        year = next((year for year in years if year), None) or self.years.above(place.start)
        return make_date(year, 7, 1) if year else None


def _entry(mention: Mention, clock: Clock, body: Body, path: str, problems: list[Problem]) -> TimelineEntry | None:
    """Return a mention as an entry with its instants, None for a day; what is wrong is added to the problems."""
    if mention.is_day:
        if mention.moment and mention.moment.day:
            clock.begin_day(mention.moment.day)
        return None
    line = body.number(mention.index)
    moment = mention.moment
    placed = clock.place(moment, mention.zone) if moment else None
    if mention.unread or (placed and placed.faults):
        place = Location(path, line, mention.column)
        problems += [kind.at(place, message, hint) for kind, message, hint in _faults(mention, placed)]
    return TimelineEntry(
        stated=mention.stated[:_LONGEST_STATED],
        local=placed.local if placed else None,
        time=placed.time if placed else None,
        end=placed.end if placed else None,
        approximate=moment.approximate if moment else False,
        **{name: text[:LONGEST_EVENT] for name, text in mention.told.items()},
        links=_links(mention),
        line=line,
    )


def _faults(mention: Mention, placed: Placed | None) -> Iterator[tuple[Kind, str, str]]:
    """Yield kind, message and hint of what is wrong with a mention's time."""
    if mention.unread:
        message = f'"{shorten(mention.stated)}" is not a time of day'
        yield INVALID_TIMELINE_TIME, message, "write it like 14:05 or 2026-03-01 14:05"
    if placed:
        yield from placed.faults


def _links(mention: Mention) -> tuple[Link, ...]:
    found = [link for source in mention.sources for link in find_links(source)]
    return tuple(Link(label=label[:LONGEST_LABEL], url=url) for label, url in found if is_url(url))
