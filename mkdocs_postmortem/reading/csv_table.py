"""A CSV file as rows of cells that know where they stand: Python's reader knows only the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_postmortem.problems import BAD_INCIDENT_LIST, Location, Problem
from mkdocs_postmortem.reading.source_file import location_at

SEPARATORS = (",", ";", "\t")
"""What may stand between two cells: RFC 4180 knows the comma, spreadsheets also write the other two."""
_QUOTED = re.compile(r'"(?P<text>(?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, without quotes and outer blanks, and where it begins; line and column count from 1."""

    text: str
    line: int
    column: int


Row = tuple[Cell, ...]


class CsvError(Exception):
    """The text is no CSV from `problem` on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_rows(text: str, path: str) -> Iterator[Row]:
    """Yield the rows that are not blank. Raises CsvError at a quote that is never closed, or that text follows.

    The sign between cells is the one that stands most often in the first line outside of quotes.
    """
    separator = _separator_of(_QUOTED.sub("", text.split("\n", 1)[0]))
    plain = re.compile(f"[^{separator}\n]*")
    position, line, start = 0, 1, 0
    cells: list[Cell] = []
    while position < len(text) or cells:
        begin, found = position, _cell_at(text, position, plain, path)
        cells.append(Cell(found[0].strip(), line, begin - start + 1))
        line += text.count("\n", begin, found[1])
        start = max(start, text.rfind("\n", begin, found[1]) + 1)
        position = found[1] + 1
        if text[found[1] : position] != separator:
            if any(cell.text for cell in cells):
                yield tuple(cells)
            cells, line, start = [], line + 1, position


def _separator_of(heading: str) -> str:
    return max(SEPARATORS, key=heading.count)


def _cell_at(text: str, position: int, plain: re.Pattern[str], path: str) -> tuple[str, int]:
    """Return a cell's text, and the index of the sign behind it."""
    if text[position : position + 1] != '"':
        found = plain.match(text, position)
        return (found[0], found.end()) if found else ("", position)
    quoted = _QUOTED.match(text, position)
    if quoted is None:
        place = location_at(text, position, path)
        raise CsvError(BAD_INCIDENT_LIST.at(place, "a quotation mark is never closed", "close it, or write it twice"))
    rest = plain.match(text, quoted.end())
    if rest is not None and rest[0].strip():
        raise CsvError(_text_behind(text, quoted.end(), path))
    return quoted["text"].replace('""', '"'), rest.end() if rest else quoted.end()


def _text_behind(text: str, position: int, path: str) -> Problem:
    place: Location = location_at(text, position, path)
    return BAD_INCIDENT_LIST.at(place, "text stands behind a closing quotation mark", "write the inner marks twice")
