"""Timelines in tables: columns in any order, with the day in a column of its own or with the time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import tzinfo

from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.days import year_in
from mkdocs_postmortem.reading.html_tables import tables_between
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.moments import Moment, read_moment
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.tables import Row, Table
from mkdocs_postmortem.reading.timeline_mentions import Mention
from mkdocs_postmortem.reading.timeline_places import Segment
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.zones import stated_zone
from mkdocs_postmortem.settings import squash

_MARKS = re.compile(r"[*_`]|[(（\[].*$")
# Behind a time in a cell of its own: words in brackets, or one short word ("Uhr", "hrs") that says nothing else.
_NOTE = re.compile(r"^\s*(?:[(（\[].*[)）\]]|[^\W\d_]{1,4}\.?)\s*$")
_WHEN = {"started_at": "time", "resolved_at": "until"}
_FEWEST_ROWS = 3


class TableReader:
    """Reads the tables of one body."""

    def __init__(self, body: Body, vocabulary: Vocabulary, home: tzinfo | None) -> None:
        self.body, self.vocabulary, self.home = body, vocabulary, home
        self.year: int | None = None

    def read(self, segment: Segment, *, named: bool = True) -> tuple[list[Mention], set[int]]:
        """Return what the tables of a segment mention, and the lines they stand on.

        Where no heading says that they are a timeline, a table needs both columns and three rows with a time of day.
        """
        found: list[Mention] = []
        taken: set[int] = set()
        for table in tables_between(self.body, segment.start, segment.stop):
            taken.update((table.header.index, *(row.index for row in table.rows)))
            columns = self._columns(table)
            if "time" not in columns:
                continue
            mentions = self._rows(table, columns)
            timed = sum(mention.moment is not None and mention.moment.clock is not None for mention in mentions)
            if named or ("event" in self._known(table) and timed >= _FEWEST_ROWS):
                found += mentions
        return found, taken

    def _known(self, table: Table) -> list[str | None]:
        return [self._column_of(cell.text) for cell in table.header.cells]

    def _columns(self, table: Table) -> list[str | None]:
        """Return what each column holds; what no header tells, its cells do."""
        columns = self._known(table)
        if "time" not in columns and "started_at" in columns:
            columns = [_WHEN.get(name or "", name) for name in columns]
        columns = [name if name not in _WHEN else None for name in columns]
        if "time" not in columns and "date" in columns and not self._are_days(table, columns.index("date")):
            columns[columns.index("date")] = "time"
        if "time" not in columns:
            first = next((n for n, name in enumerate(columns) if name is None and self._are_times(table, n)), None)
            if first is None and "date" in columns:
                first = columns.index("date")
            columns = ["time" if n == first else name for n, name in enumerate(columns)]
        if "time" in columns and "event" not in columns and None in columns:
            columns[columns.index(None)] = "event"
        return columns

    def _are_times(self, table: Table, column: int) -> bool:
        texts = [plain_text(row.text(column)) for row in table.rows if row.text(column)]
        moments = [read_moment(text, self.vocabulary, alone=True) for text in texts]
        return bool(moments) and 2 * sum(moment is not None for moment in moments) > len(moments)

    def _are_days(self, table: Table, column: int) -> bool:
        """Return whether a column holds days alone, and another column without a known header their times."""
        moments = [self._moment(row.text(column)) for row in table.rows]
        return not any(moment and moment.timed for moment in moments)

    def _moment(self, text: str) -> Moment | None:
        moment = read_moment(plain_text(text), self.vocabulary, alone=True)
        return None if moment is None or (moment.rest and not _NOTE.match(moment.rest)) else moment

    def _column_of(self, header: str) -> str | None:
        """Return what a header names: as a whole, without brackets, without its zone, or by its zone alone."""
        bare = _MARKS.sub("", header).strip()
        words = bare.split()
        shorter = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)) if stated_zone(bare, None) else ()
        for text in (bare, *shorter):
            spelling = squash(text) or text
            if name := self.vocabulary.timeline_columns.get(spelling):
                return name
            if self.vocabulary.fields.get(spelling) in _WHEN:
                return self.vocabulary.fields[spelling]
        return "time" if stated_zone(bare, None) and len(words) == 1 else None

    def _rows(self, table: Table, columns: list[str | None]) -> list[Mention]:
        headers = {n: cell.text for n, cell in enumerate(table.header.cells)}
        places = [n for n, name in enumerate(columns) if name == "time"]
        zones = {n: stated_zone(headers[n], self.home) for n in places}
        # Of two time columns the one whose zone is known is read, else the first.
        chosen = next((n for n in places if (zone := zones[n]) and zone.place), places[0])
        self.year = next((year for text in headers.values() if (year := year_in(text))), self.year)
        layout = _layout(columns, chosen)
        found = []
        for row in table.rows:
            if (mention := self._row(row, layout)) is not None:
                mention.zone = zones[chosen]
                found.append(mention)
        return found

    def _row(self, row: Row, layout: _Layout) -> Mention | None:
        """Return the row as an entry, as a day when it says nothing else, None when it is empty or a placeholder."""
        told: dict[str, str] = {}
        for name, column in layout.told:
            text = plain_text(row.text(column))
            if not is_placeholder(text, self.vocabulary):
                told[name] = text
        stated, moment = self._when(row, layout)
        start = row.cells[layout.time].column if len(row.cells) > layout.time else 1
        sources = tuple([row.text(column) for column in layout.named])
        mention = Mention(row.index, start, moment, stated, told, sources)
        if not told:
            mention.is_day = moment is not None and not moment.timed
            return mention if mention.is_day else None
        mention.unread = moment is None and not self.vocabulary.is_nothing(stated)
        return mention

    def _when(self, row: Row, layout: _Layout) -> tuple[str, Moment | None]:
        """Return what the date and time cells state together, and the moment it is."""
        clock = plain_text(row.text(layout.time))
        days = [plain_text(row.text(column)) for column in layout.days]
        days = [day for day in days if not self.vocabulary.is_nothing(day)]
        stated = " ".join([text for text in (*days, clock) if text])
        until = plain_text(row.text(layout.until)) if layout.until is not None else ""
        if until and not self.vocabulary.is_nothing(until):
            stated = f"{stated} – {until}"
        if days and self.vocabulary.is_nothing(clock):
            return stated, self._moment(" ".join(days))
        return stated, self._moment(stated)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns of a table hold what: the time, its end, days, what is told by name, and everything of these."""

    time: int
    until: int | None
    days: list[int]
    told: list[tuple[str, int]]
    named: list[int]


def _layout(columns: list[str | None], time: int) -> _Layout:
    """Return where to look in each row; of two columns with one meaning the first is read."""
    first = {name: n for n, name in reversed(list(enumerate(columns))) if name not in (None, "date", "time")}
    until = first.pop("until", None)
    told = [(str(name), n) for name, n in first.items()]
    days = [n for n, name in enumerate(columns) if name == "date"]
    return _Layout(time, until, days, told, [n for n, name in enumerate(columns) if name])
