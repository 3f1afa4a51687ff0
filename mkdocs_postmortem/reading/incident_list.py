"""A CSV file of known incidents, as other tools export it; every line that cannot be read is a problem of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from pathlib import Path
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.choice import nearest, shorten
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.model.severity import Severity, parse_severity
from mkdocs_postmortem.model.times import find_zone, parse_date, parse_instant
from mkdocs_postmortem.problems import BAD_INCIDENT_LIST, Location, Problem
from mkdocs_postmortem.reading.configuration.project_paths import find_inside
from mkdocs_postmortem.reading.csv_table import Cell, CsvError, Row, read_rows
from mkdocs_postmortem.reading.on_disk import is_file
from mkdocs_postmortem.reading.source_file import decode_source, read_regular_file
from mkdocs_postmortem.settings import LIST_COLUMNS, NEEDED_COLUMNS, IncidentList, ListColumn, Settings, squash

LARGEST_LIST = 16 * 1024 * 1024
"""Largest list that is read, in bytes: 100,000 incidents with long titles."""
_DAY_LENGTH = len("2026-03-01")

Fact = TypeVar("Fact")


@dataclass(slots=True)
class _Reader:
    """What has been read of a list so far. `first_lines` tells where each id stood first."""

    path: str
    settings: Settings
    columns: Mapping[ListColumn, int]
    zone: tzinfo | None
    found: list[KnownIncident] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    first_lines: dict[str, int] = field(default_factory=dict)

    def read(self, row: Row) -> None:
        """Take one line: an incident, or what is wrong with it."""
        name, start = self._cell(row, "id"), self._cell(row, "started_at")
        if not name.text or not start.text:
            what = "id" if not name.text else "start"
            self._refuse(name if not name.text else start, f"the line does not say the {what} of the incident")
            return
        first = self.first_lines.setdefault(name.text.casefold(), name.line)
        if first != name.line:
            self._refuse(name, f'"{shorten(name.text)}" stands on line {first} already', "remove one of the two")
            return
        severity = self._parsed(row, "severity", self._severity)
        started, resolved = self._parsed(row, "started_at", self._day), self._parsed(row, "resolved_at", self._day)
        if started is not None:
            self.found.append(
                KnownIncident(
                    id=name.text,
                    title=self._cell(row, "title").text,
                    severity=severity,
                    started_on=started,
                    resolved_on=resolved,
                    path=self.path,
                    line=name.line,
                    column=name.column,
                )
            )

    def _cell(self, row: Row, column: ListColumn) -> Cell:
        """Return a cell of the row; an empty one at its first cell where the row or the list has no such column."""
        index = self.columns.get(column, len(row))
        return row[index] if index < len(row) else replace(row[0], text="")

    def _parsed(self, row: Row, column: ListColumn, parse: Callable[[str], Fact]) -> Fact | None:
        cell = self._cell(row, column)
        if not cell.text:
            return None
        try:
            return parse(cell.text)
        except PydanticCustomError as error:
            context: dict[str, Any] = dict(error.context or {})
            self._refuse(cell, f"{column}: {context['message']}", str(context["hint"]))
            return None

    def _severity(self, text: str) -> Severity:
        return parse_severity(text, self.settings.severities)

    def _day(self, text: str) -> date:
        if len(text) <= _DAY_LENGTH:
            return parse_date(text)
        return parse_instant(text, self.zone).date()

    def _refuse(self, cell: Cell, message: str, hint: str = "") -> None:
        self.problems.append(BAD_INCIDENT_LIST.at(Location(self.path, cell.line, cell.column), message, hint))


def load_incident_list(root: Path, settings: Settings) -> tuple[tuple[KnownIncident, ...], tuple[Problem, ...]]:
    """Return the incidents of the list that the settings name, in its order, and what is wrong with it."""
    listed = settings.incidents_csv
    if listed is None:
        return (), ()
    path = find_inside(root, listed.file)
    if path is None or not is_file(path):
        return (), ()  # The settings say so, at their own line.
    try:
        data = read_regular_file(path, LARGEST_LIST)
    except OSError as error:
        message = f"the list of known incidents cannot be read: {error.strerror or error}"
        return (), (BAD_INCIDENT_LIST.at(Location(listed.file), message, "let the build read it"),)
    if data is None:
        message = f"the list is larger than {LARGEST_LIST // 1024 // 1024} MiB"
        return (), (BAD_INCIDENT_LIST.at(Location(listed.file), message, "export fewer columns or fewer years"),)
    return read_incident_list(data, listed, settings)


def read_incident_list(
    data: bytes, listed: IncidentList, settings: Settings
) -> tuple[tuple[KnownIncident, ...], tuple[Problem, ...]]:
    """Return the incidents of a list, and what is wrong with it: with its text, its headings or a line."""
    source = decode_source(data, listed.file, listed.file)
    if not source.text:
        return (), source.problems or (_without_lines(listed),)
    rows = read_rows(source.text, listed.file)
    try:
        heading = next(rows, None)
        if heading is None:
            return (), (*source.problems, _without_lines(listed))
        columns, problems = _find_columns(heading, listed)
        reader = _Reader(listed.file, settings, columns, _zone_of(settings), problems=[*source.problems, *problems])
        for row in rows if not problems else ():
            reader.read(row)
    except CsvError as fault:
        return (), (*source.problems, fault.problem)
    return tuple(reader.found), tuple(reader.problems)


def _without_lines(listed: IncidentList) -> Problem:
    return BAD_INCIDENT_LIST.at(Location(listed.file), "the list is empty", "its first line names its columns")


def _zone_of(settings: Settings) -> tzinfo | None:
    return find_zone(settings.timezone) if settings.timezone else None


def _find_columns(heading: Row, listed: IncidentList) -> tuple[Mapping[ListColumn, int], list[Problem]]:
    """Return the index of each column; a problem for each that is needed, or named in the settings, and not there."""
    places = {squash(cell.text): index for index, cell in reversed(list(enumerate(heading)))}
    wanted = {column: listed.heading_of(column) for column in LIST_COLUMNS}
    columns = {column: places[squash(name)] for column, name in wanted.items() if squash(name) in places}
    missing = [c for c in LIST_COLUMNS if c not in columns and (c in NEEDED_COLUMNS or c in listed.columns)]
    return columns, [_without_column(wanted[column], heading, listed) for column in missing]


def _without_column(name: str, heading: Row, listed: IncidentList) -> Problem:
    names: Iterable[str] = [cell.text for cell in heading if cell.text]
    close = nearest(name, names)
    hint = f'did you mean "{close}"? ' if close else ""
    message = f'the list has no column "{name}"'  # Whole, for what the environment says is hidden where it stands so.
    return BAD_INCIDENT_LIST.at(
        Location(listed.file, heading[0].line), message, f"{hint}name its column under `incidents_csv: columns:`"
    )
