"""HTML tables of a body as the same rows and cells that pipe tables have.

The standard library's parser raises for some texts and takes quadratic time for others, so tags are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.tables import Cell, Row, Table, pipe_tables_between

_OPENS = re.compile(r"<table\b", re.IGNORECASE)
_CLOSES = re.compile(r"</table\s*>", re.IGNORECASE)
# No tag reaches beyond the next one, so that each character is looked at once.
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>])(?P<attributes>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>|<[!?][^<>]*>"
)
_ADDRESS = re.compile(
    r"(?<![\w-])href\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>\S+))", re.IGNORECASE
)
_MOST_LINES = 2_000


def tables_between(body: Body, start: int, stop: int) -> tuple[Table, ...]:
    """Return the pipe tables that begin between two line indexes of a body, then the HTML tables."""
    elements = find_html_tables(body.visible, start, stop) if "<" in body.shown else ()
    return (*pipe_tables_between(body, start, stop), *elements)


def find_html_tables(lines: Sequence[str], start: int, stop: int) -> Iterator[Table]:
    """Yield the `<table>` elements that begin between the two line indexes, their first row as the header."""
    done = start
    for index in [n for n in range(start, stop) if "<" in lines[n] and _OPENS.search(lines[n])]:
        if index < done:
            continue
        last = min(stop, index + _MOST_LINES)
        end = next((n for n in range(index, last) if _CLOSES.search(lines[n])), last - 1)
        rows = _TableReader(index).read("\n".join(lines[index : end + 1]))
        if rows:
            yield Table(rows[0], tuple(rows[1:]))
        done = end + 1


class _TableReader:
    """Collects the text of each cell, row by row, with the line of the row."""

    def __init__(self, first: int) -> None:
        self._line = self._row_line = first
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._text: list[str] | None = None

    def read(self, text: str) -> list[Row]:
        """Return the rows that are complete; a cell or row that is never ended is left out."""
        done = 0
        for tag in _TAG.finditer(text):
            if self._text is not None:
                self._text.append(unescape(text[done : tag.start()]))
            self._line += text.count("\n", done, tag.start())
            name = (tag["name"] or "").lower()
            if tag["end"]:
                self._end(name)
            else:
                self._begin(name, tag["attributes"] or "")
            self._line += tag[0].count("\n")
            done = tag.end()
        return self._rows

    def _begin(self, name: str, attributes: str) -> None:
        """Begin a row or a cell; a link inside a cell is kept as its address."""
        if name == "tr":
            self._end_row()
            self._row_line = self._line
        elif name in ("td", "th"):
            self._end_cell()
            self._text = []
        elif name in ("a", "br") and self._text is not None:
            address = _ADDRESS.search(attributes) if name == "a" else None
            found = next(filter(None, address.groups()), "") if address else ""
            self._text.append(f" {unescape(found)} ")

    def _end(self, name: str) -> None:
        if name in ("td", "th"):
            self._end_cell()
        elif name in ("tr", "table"):
            self._end_row()

    def _end_cell(self) -> None:
        if self._text is not None:
            self._cells.append(Cell(" ".join("".join(self._text).split()), 1))
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells:
            self._rows.append(Row(self._row_line, tuple(self._cells)))
        self._cells = []
