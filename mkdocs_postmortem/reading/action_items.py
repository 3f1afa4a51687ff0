"""Action items in the body: lists and tables under headings that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_postmortem.model import ActionItem
from mkdocs_postmortem.problems import Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.html_tables import find_html_tables
from mkdocs_postmortem.reading.inline_fields import take_fields
from mkdocs_postmortem.reading.item_fields import RawItem, build_item, leading_state
from mkdocs_postmortem.reading.lists import ListItem, find_items
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.sections import section_range
from mkdocs_postmortem.reading.tables import Table, find_tables
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_FIELD = re.compile(r"^[*_]*(?P<label>[^:：*|]{1,40}?)[*_]*\s?[:：][*_]*\s*(?P<text>.*)$", re.DOTALL)
_LABEL_ALONE = re.compile(r"^(?:[*_]{2}(?P<bold>[^*_]{2,60})[*_]{2}\s?[:：]?|(?P<plain>[^:：]{2,60})[:：])$")
_ONLY_ISSUE = re.compile(
    r"^\W*(?:[\w.-]+/[\w.-]+#\d+|#\d+|[A-Z][A-Z0-9]+-\d+|<?https?://\S+>?|\[[^\]]+\]\(https?://\S+\))\W*$"
)
_SAYS_ITEM = re.compile(r"^[*_]*action(?: item)?[\s#]*\d*[*_]*\s?[:：]", re.IGNORECASE)
_GROUP_WORDS = 2
_HEADING_PRIORITY = re.compile(r"\b(?:(critical|high|medium|low)[\s-]+priority|(P[0-3]))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of lines that may hold items, and its sub-heading.

    In a `weak` one only items that say so count; a `vague` one counts when no clearer heading holds any.
    """

    start: int
    stop: int
    title: str
    weak: bool
    vague: bool


def read_action_items(
    body: Body, path: str, vocabulary: Vocabulary, first_number: int = 1
) -> tuple[tuple[ActionItem, ...], list[Problem]]:
    """Return the items of all action sections in the order of the document, and what could not be read in them."""
    items: list[ActionItem] = []
    problems: list[Problem] = []
    for raw in _Finder(body, path, vocabulary).find():
        item = build_item(raw, first_number + len(items), vocabulary, problems)
        if item is not None:
            items.append(item)
    return tuple(items), problems


def nested_field(child: ListItem, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """Return column and words of a nested list item that states a field of the one above it, else None."""
    match = _FIELD.match(child.text)
    column = _column_of(match["label"], vocabulary) if match else None
    return (column, match["text"]) if match and column and column not in ("title", "number") else (None, "")


def _column_of(label: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.columns.get(squash(label) or label.strip())


class _Finder:
    """Finds the raw items of one body."""

    def __init__(self, body: Body, path: str, vocabulary: Vocabulary) -> None:
        self.body, self.path, self.vocabulary = body, path, vocabulary

    def find(self) -> Iterator[RawItem]:
        """Yield the items of each action section; sections named by a bold list item come after the others."""
        covered: list[tuple[int, int]] = []
        found = 0
        for part in sorted(self._parts(), key=lambda part: part.vague):
            covered.append((part.start, part.stop))
            if part.vague and found:
                continue
            for raw in self._part_items(part):
                found += 1
                yield raw
        for item in find_items(self.body, 0, len(self.body.visible)):
            label = _LABEL_ALONE.match(item.text)
            if not label or any(start <= item.index < stop for start, stop in covered):
                continue
            if item.children and self.vocabulary.section_of(label["bold"] or label["plain"]) == "action-items":
                yield from self._list_items(item.children, weak=False)

    def _parts(self) -> Iterator[_Part]:
        """Yield the stretches of every action section, split at its sub-headings."""
        stop_before = 0
        for position, heading in enumerate(self.body.headings):
            if heading.index < stop_before:
                continue
            weak = self.vocabulary.is_weak_heading(heading.text)
            if not weak and self.vocabulary.section_of(heading.text) != "action-items":
                continue
            start, stop_before = section_range(self.body, position)
            for first, stop, title in self._split(start, stop_before):
                yield _Part(first, stop, title or heading.text, weak, self.vocabulary.is_vague_heading(heading.text))

    def _split(self, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        inner = [heading for heading in self.body.headings if start <= heading.index < stop]
        borders = [(start, ""), *((heading.index + 1, heading.text) for heading in inner)]
        ends = [*(heading.index for heading in inner), stop]
        for (first, title), end in zip(borders, ends, strict=True):
            yield first, end, title

    def _part_items(self, part: _Part) -> Iterator[RawItem]:
        tables = [
            table
            for finder in (find_tables, find_html_tables)
            for table in finder(self.body.visible, part.start, part.stop)
            if self._holds_items(table, weak=part.weak)
        ]
        found = [item for table in tables for item in self._table_items(table)]
        listed = list(find_items(self.body, part.start, part.stop))
        found += self._list_items(listed, weak=part.weak or bool(tables))
        kind = self.vocabulary.kind_of(part.title)
        priority = _HEADING_PRIORITY.search(part.title)
        for raw in sorted(found, key=lambda item: item.place):
            raw.heading_kind = kind
            raw.heading_priority = (priority[1] or priority[2]) if priority else None
            yield raw

    def _list_items(self, items: Iterable[ListItem], *, weak: bool) -> Iterator[RawItem]:
        """Yield the list items that are action items.

        Where some have a box, or the heading is weak, those without one must say in another way that they are items.
        """
        listed = list(items)
        strict = weak or any(item.box is not None for item in listed)
        for item in listed:
            if self._is_group(item):
                yield from self._list_items(item.children, weak=weak)
            elif item.box is not None or not strict or self._says_so(item):
                yield self._list_item(item)

    def _is_group(self, item: ListItem) -> bool:
        """Return whether a list item only names the items nested in it ("- **Prevent**:")."""
        label = _LABEL_ALONE.match(item.text) if item.box is None and item.children else None
        name = (label["bold"] or label["plain"]) if label else ""
        return bool(name) and len(name.split()) <= _GROUP_WORDS and not self._column(name)

    def _says_so(self, item: ListItem) -> bool:
        return (
            bool(_SAYS_ITEM.match(item.text) or _ONLY_ISSUE.match(item.text))
            or leading_state(item.text, self.vocabulary).status is not None
            or any(column in ("owners", "due", "status") for column in take_fields(item.text, self.vocabulary)[1])
            or any(self._field_of(child)[0] in ("owners", "due") for child in item.children)
        )

    def _list_item(self, item: ListItem) -> RawItem:
        place = self._place(item.index, item.indent + 1)
        title, fields = take_fields(item.text, self.vocabulary)
        raw = RawItem(place, {"title": (title, place)}, box=item.box)
        for column, (words, _) in fields.items():
            raw.put(column, words, place)
        for child in item.children:
            named, words = self._field_of(child)
            if named:
                raw.put(named, words, self._place(child.index, child.column + len(child.text) - len(words)))
        return raw

    def _field_of(self, child: ListItem) -> tuple[str | None, str]:
        return nested_field(child, self.vocabulary)

    def _column(self, label: str) -> str | None:
        return _column_of(label, self.vocabulary)

    def _holds_items(self, table: Table, *, weak: bool) -> bool:
        """Return whether a table has a column for the action and, under a weak heading, one for who, when or state."""
        columns = {self.vocabulary.column_of(cell.text) for cell in table.header.cells}
        return "title" in columns and (not weak or bool({"owners", "due", "status"} & columns))

    def _table_items(self, table: Table) -> Iterator[RawItem]:
        """Yield the rows of a table that have words in the action's column."""
        columns = [self.vocabulary.column_of(cell.text) for cell in table.header.cells]
        for row in table.rows:
            item = RawItem(self._place(row.index, 1))
            for name, cell in zip(columns, row.cells, strict=False):
                if name and name not in item.words and cell.text:
                    item.put(name, cell.text, self._place(row.index, cell.column))
            if not is_placeholder(item.text("title"), self.vocabulary):
                item.place = item.words["title"][1]
                yield item

    def _place(self, index: int, column: int) -> Location:
        return Location(self.path, self.body.number(index), column)
