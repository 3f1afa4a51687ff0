"""Pipe tables of a body: cells with their columns, read in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DIVIDES = re.compile(r"\\.|[`|]")
_MOST_CELLS = 100
"""Most cells of a row that are read: a table of so many columns is nothing that people wrote or could read."""
_DELIMITER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)*(?:\s*:?-+:?)?")


@dataclass(frozen=True, slots=True)
class Cell:
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


def find_tables(lines: Sequence[str], start: int, stop: int) -> Iterator[Table]:
    """Yield the tables that begin between the two line indexes; `lines` are visible lines.

    A table is a run of lines with pipes of which one is a row of dashes. That row should be the second one; where an
    author put it further down, or twice, the cells are read all the same.
    """
    index = start
    while index < stop:
        if "|" not in lines[index]:
            index += 1
            continue
        end = index
        while end < stop and "|" in lines[end] and lines[end].strip():
            end += 1
        rules = {n for n in range(index + 1, end) if _is_delimiter(lines[n])}
        if rules and not _is_delimiter(lines[index]):
            rows = tuple(split_row(lines[n], n) for n in range(index + 1, end) if n not in rules)
            yield Table(split_row(lines[index], index), rows)
        index = max(end, index + 1)


def _is_delimiter(line: str) -> bool:
    return "-" in line and "|" in line and _DELIMITER.fullmatch(line.strip()) is not None


def split_row(line: str, index: int) -> Row:
    """Return the cells of a table line; escaped pipes and pipes inside code spans do not divide.

    Of a row with more cells than a table can sensibly have, the first hundred are returned.
    """
    body = line.rstrip()
    stripped = body.lstrip()
    if stripped == "|":
        return Row(index, ())
    start = len(body) - len(stripped) + 1 if stripped.startswith("|") else 0
    cells: list[Cell] = []
    for border in _borders(body, start):
        if len(cells) == _MOST_CELLS:
            return Row(index, tuple(cells))
        cells.append(_cell(body, start, border))
        start = border + 1
    if start < len(body):
        cells.append(_cell(body, start, len(body)))
    return Row(index, tuple(cells))


def _borders(body: str, start: int) -> Iterator[int]:
    """Yield where pipes divide a row, from `start` on."""
    last_tick = body.rfind("`")
    if last_tick < 0 and "\\" not in body:
        yield from _pipes(body, start)
        return
    in_code = False
    for match in _DIVIDES.finditer(body, start):
        if match[0] == "`":
            in_code = not in_code and match.start() < last_tick
        elif match[0] == "|" and not in_code:
            yield match.start()


def _pipes(body: str, start: int) -> Iterator[int]:
    while (start := body.find("|", start)) >= 0:
        yield start
        start += 1


def _cell(line: str, start: int, stop: int) -> Cell:
    raw = line[start:stop]
    text = raw.strip()
    return Cell(text.replace("\\|", "|"), start + len(raw) - len(raw.lstrip()) + 1)
