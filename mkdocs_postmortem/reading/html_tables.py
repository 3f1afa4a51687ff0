"""HTML tables of a body as the same rows and cells that pipe tables have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from mkdocs_postmortem.reading.tables import Cell, Row, Table

_OPENS = re.compile(r"<table\b", re.IGNORECASE)
_CLOSES = re.compile(r"</table\s*>", re.IGNORECASE)
_MOST_LINES = 2_000


def find_html_tables(lines: Sequence[str], start: int, stop: int) -> Iterator[Table]:
    """Yield the `<table>` elements that begin between the two line indexes, their first row as the header."""
    index = start
    while index < stop:
        if not _OPENS.search(lines[index]):
            index += 1
            continue
        last = min(stop, index + _MOST_LINES)
        end = next((n for n in range(index, last) if _CLOSES.search(lines[n])), last - 1)
        parser = _TableParser(index)
        parser.feed("\n".join(lines[index : end + 1]))
        rows = [row for row in parser.rows if row.cells]
        if rows:
            yield Table(rows[0], tuple(rows[1:]))
        index = end + 1


class _TableParser(HTMLParser):
    """Collects the text of each cell, row by row, with the line of the row."""

    def __init__(self, first: int) -> None:
        super().__init__(convert_charrefs=True)
        self.first = first
        self.rows: list[Row] = []
        self._cells: list[Cell] = []
        self._text: list[str] | None = None
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a link inside a cell is kept as Markdown."""
        if tag == "tr":
            self._end_row()
            self._line = self.getpos()[0] - 1
        elif tag in ("td", "th"):
            self._end_cell()
            self._text = []
        elif tag == "a" and self._text is not None:
            self._text.append(f" {dict(attrs).get('href') or ''} ")
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a row."""
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Keep text inside cells."""
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            self._cells.append(Cell(" ".join("".join(self._text).split()), 1))
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells:
            self.rows.append(Row(self.first + self._line, tuple(self._cells)))
        self._cells = []
