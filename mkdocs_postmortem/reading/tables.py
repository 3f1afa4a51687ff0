"""Pipe tables of a body: cells with their columns, read in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mkdocs_postmortem.reading.body import Body

_DIVIDES = re.compile(r"\\.|[`|]")
_MOST_CELLS = 100
"""Most cells of a row that are read: a table of so many columns is nothing that people wrote or could read."""
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*(?:\s*:?-+:?)?")


class Cell(NamedTuple):
    """One cell: its text without the blanks around it, and the column (from 1) where the text begins."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the index of its line in the body, and its cells."""

    index: int
    cells: tuple[Cell, ...]

    def text(self, position: int) -> str:
        """Return the text of a cell, empty when the row is too short."""
        return self.cells[position].text if position < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row, a delimiter row and any number of rows."""

    header: Row
    rows: tuple[Row, ...]


def pipe_tables_between(body: Body, start: int, stop: int) -> tuple[Table, ...]:
    """Return the tables that begin between two line indexes of a body, of which all tables are read once.

    Where a border cuts a table, that is read anew: a part of it is a table of its own, or none.
    """
    lines, whole = body.visible, _tables_of(body)
    if (start and "|" in lines[start - 1]) or (stop < len(lines) and "|" in lines[stop]):
        return tuple(find_tables(lines, start, stop))
    first = bisect_left(whole, start, key=_line_of)
    return whole[first : bisect_left(whole, stop, first, key=_line_of)]


@lru_cache(maxsize=4)
def _tables_of(body: Body) -> tuple[Table, ...]:
    return tuple(find_tables(body.visible, 0, len(body.visible))) if "|" in body.shown else ()


def _line_of(table: Table) -> int:
    return table.header.index


def find_tables(lines: Sequence[str], start: int, stop: int) -> Iterator[Table]:
    """Yield the tables that begin between the two line indexes; `lines` are visible lines.

    A table is a run of lines with pipes of which one is a row of dashes. That row should be the second one; where an
    author put it further down, or twice, the cells are read all the same.
    """
    done = start
    for index in [n for n in range(start, stop) if "|" in lines[n]]:
        if index < done:
            continue
        end = index
        while end < stop and "|" in lines[end]:
            end += 1
        rules = {n for n in range(index + 1, end) if _is_delimiter(lines[n])}
        if rules and not _is_delimiter(lines[index]):
            rows = tuple(split_row(lines[n], n) for n in range(index + 1, end) if n not in rules)
            yield Table(split_row(lines[index], index), rows)
        done = end


def _is_delimiter(line: str) -> bool:
    return "-" in line and "|" in line and _DELIMITER.fullmatch(line.strip()) is not None


def split_row(line: str, index: int) -> Row:
    """Return the cells of a table line; escaped pipes and pipes inside code spans do not divide.

    Of a row with more cells than a table can sensibly have, the first hundred are returned.
    """
    return Row(index, _cells(line))


@lru_cache(maxsize=512)  # Labels, timeline, items and sections all look at the tables of a document.
def _cells(line: str) -> tuple[Cell, ...]:
    body = line.rstrip()
    stripped = body.lstrip()
    if stripped == "|":
        return ()
    start = len(body) - len(stripped) + 1 if stripped.startswith("|") else 0
    cells: list[Cell] = []
    for part in _parts(body, start)[:_MOST_CELLS]:
        cells.append(Cell(part.strip().replace("\\|", "|"), start + len(part) - len(part.lstrip()) + 1))
        start += len(part) + 1
    return tuple(cells)


def _parts(body: str, start: int) -> list[str]:
    """Return what stands between the pipes that divide a row, from `start` on; nothing follows one at the end."""
    if "`" not in body and "\\" not in body:
        parts = body[start:].split("|")
    else:
        borders = [start - 1, *_borders(body, start), len(body)]
        parts = [body[begin + 1 : end] for begin, end in pairwise(borders)]
    return parts if parts[-1] else parts[:-1]


def _borders(body: str, start: int) -> Iterator[int]:
    """Yield where pipes divide a row, from `start` on."""
    last_tick = body.rfind("`")
    in_code = False
    for match in _DIVIDES.finditer(body, start):
        if match[0] == "`":
            in_code = not in_code and match.start() < last_tick
        elif match[0] == "|" and not in_code:
            yield match.start()
