"""Where a row of a table states what: its cells, in pipe tables and in HTML tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from mkdocs_postmortem.editing.item_place import ItemPlace, Point, Slot, find_lead
from mkdocs_postmortem.editing.list_item_place import STATING
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.status_words import language_of
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.tables import Row, find_tables
from mkdocs_postmortem.reading.vocabulary import Vocabulary


def table_row_places(manuscript: Manuscript, body: Body, line: int, vocabulary: Vocabulary) -> Iterator[ItemPlace]:
    """Yield where the rows that begin on this line of the file state what; several HTML rows may share a line."""
    index = line - body.first_line
    for table in find_tables(body.visible, 0, len(body.visible)):
        header = [cell.text for cell in table.header.cells]
        for row in table.rows:
            if row.index == index:
                yield from _row_place(manuscript, header, _pipe_slots(body, row), vocabulary)
    for rows in _html_tables(body):
        header = [slot.text for slot in rows[0].slots]
        for html_row in rows[1:]:
            if html_row.index == index:
                yield from _row_place(manuscript, header, html_row.slots, vocabulary)


def _row_place(
    manuscript: Manuscript, header: Sequence[str], slots: Sequence[Slot], vocabulary: Vocabulary
) -> Iterator[ItemPlace]:
    columns: dict[str, Slot] = {}
    for label, slot in zip(header, slots, strict=False):
        if name := vocabulary.column_of(label):
            columns.setdefault(name, slot)
    if "title" not in columns or columns["title"].is_empty:
        return
    title = columns["title"]
    status = columns["status"].text if "status" in columns else ""
    yield ItemPlace(
        form="an HTML table" if title.form == "html" else "a table",
        language=language_of(header, status),
        begin=Point(title.line, title.start),
        end=Point(title.line, title.stop),
        note=Point(title.line, title.stop),
        raw=manuscript.bare,
        lead=find_lead(title.text, vocabulary, lambda start, stop: _within(title, start, stop)),
        slots={name: slot for name, slot in columns.items() if name in STATING},
        cell=title.form,
    )


def _within(title: Slot, start: int, stop: int) -> Slot:
    return Slot(title.line, title.start + start, title.start + stop, title.text[start:stop], title.form)


def _pipe_slots(body: Body, row: Row) -> list[Slot]:
    """Return the cells of a row of a pipe table, as they stand in the file."""
    visible = body.visible[row.index]
    shift = len(body.lines[row.index]) - len(visible)
    slots = []
    for cell in row.cells:
        start = cell.column - 1
        stop = start + len(cell.text)
        if visible[start:stop] != cell.text:
            stop = start + len(cell.text.replace("|", "\\|"))
        if not cell.text:
            start = len(visible[:start].rstrip())
        slots.append(Slot(body.number(row.index), start + shift, stop + shift, visible[start:stop], "cell"))
    return slots


@dataclass(slots=True)
class _HtmlRow:
    """A row of an HTML table: the index of its line, and the cells that stand on one line each."""

    index: int
    slots: list[Slot]


def _html_tables(body: Body) -> Iterator[list[_HtmlRow]]:
    """Yield the rows of each HTML table, its header first."""
    if any("<t" in line or "<T" in line for line in body.visible):
        parser = _CellParser(body)
        parser.feed("\n".join(body.visible))
        yield from (rows for rows in parser.tables if rows)


class _CellParser(HTMLParser):
    """Collects where each cell of each table stands."""

    def __init__(self, body: Body) -> None:
        super().__init__(convert_charrefs=True)
        self.body = body
        self.tables: list[list[_HtmlRow]] = []
        self._begin: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base's
        """Begin a table, a row or a cell."""
        line, column = self.getpos()
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append(_HtmlRow(line - 1, []))
        elif tag in ("td", "th"):
            text = self.get_starttag_text() or ""
            self._begin = (line, column + len(text)) if "\n" not in text else None

    def handle_endtag(self, tag: str) -> None:
        """End a cell; one that spans lines cannot be edited."""
        if tag in ("td", "th") and self.tables and self.tables[-1]:
            line, column = self.getpos()
            begin = self._begin if self._begin and self._begin[0] == line else (line, column)
            self.tables[-1][-1].slots.append(self._slot(line - 1, begin[1], column))
            self._begin = None

    def _slot(self, index: int, start: int, stop: int) -> Slot:
        visible = self.body.visible[index]
        shift = len(self.body.lines[index]) - len(visible)
        text = visible[start:stop]
        if text.strip():
            start += len(text) - len(text.lstrip())
            text = text.strip()
            stop = start + len(text)
        return Slot(self.body.number(index), start + shift, stop + shift, text, "html")
