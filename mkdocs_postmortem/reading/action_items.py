"""Action items in the body: checklists with nested fields, and tables, under headings that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_postmortem.model import ActionItem
from mkdocs_postmortem.problems import Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.item_fields import RawItem, build_item
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.sections import section_range
from mkdocs_postmortem.reading.tables import Table, find_tables
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_BOX = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+\[(?P<tick>[ xX])\]\s+(?P<text>.*)$")
_FIELD = re.compile(r"^(?P<indent>\s*)[-*+]\s+\**(?P<label>[^:*|]{1,40}?)\**[:：]\**\s*(?P<text>.*)$")
_LIST_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+")
_HEADING_PRIORITY = re.compile(r"\b(?:(critical|high|medium|low)[\s-]+priority|(P[0-3]))\b", re.IGNORECASE)


def read_action_items(
    body: Body, path: str, vocabulary: Vocabulary, first_number: int = 1
) -> tuple[tuple[ActionItem, ...], list[Problem]]:
    """Return the items of all action sections in the order of the document, and what could not be read in them."""
    items: list[ActionItem] = []
    problems: list[Problem] = []
    for raw in _raw_items(body, path, vocabulary):
        item = build_item(raw, first_number + len(items), vocabulary, problems)
        if item is not None:
            items.append(item)
    return tuple(items), problems


def _raw_items(body: Body, path: str, vocabulary: Vocabulary) -> Iterator[RawItem]:
    """Yield the items of each action section, each sub-heading's part by itself."""
    stop_before = 0
    for position, heading in enumerate(body.headings):
        if heading.index < stop_before or vocabulary.section_of(heading.text) != "action-items":
            continue
        start, stop_before = section_range(body, position)
        for first, stop, title in _parts(body, start, stop_before):
            yield from _part_items(body, first, stop, title, path, vocabulary)


def _parts(body: Body, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges between the sub-headings of a section, each with its sub-heading (empty for the first)."""
    inner = [heading for heading in body.headings if start <= heading.index < stop]
    borders = [(start, ""), *((heading.index + 1, heading.text) for heading in inner)]
    ends = [*(heading.index for heading in inner), stop]
    for (first, title), end in zip(borders, ends, strict=True):
        yield first, end, title


def _part_items(body: Body, start: int, stop: int, title: str, path: str, vocabulary: Vocabulary) -> Iterator[RawItem]:
    found = [*_checklist(body, start, stop, path, vocabulary)]
    for table in find_tables(body.visible, start, stop):
        found += _table_items(body, table, path, vocabulary)
    kind = vocabulary.kind_of(title)
    priority = _HEADING_PRIORITY.search(title)
    for raw in sorted(found, key=lambda item: item.place):
        raw.heading_kind = kind
        raw.heading_priority = (priority[1] or priority[2]) if priority else None
        yield raw


def _checklist(body: Body, start: int, stop: int, path: str, vocabulary: Vocabulary) -> list[RawItem]:
    """Return the ticked and unticked items of a list; deeper boxes belong to the item above them."""
    items: list[RawItem] = []
    indent, column = -1, "title"
    for index in range(start, stop):
        line = body.visible[index]
        if not line.strip():
            continue
        box = _BOX.match(line)
        depth = len(line) - len(line.lstrip())
        if box and (indent < 0 or depth <= indent):
            indent, column = depth, "title"
            place = Location(path, body.number(index), depth + 1)
            items.append(RawItem(place, {"title": (box["text"], place)}, ticked=box["tick"] != " "))
        elif 0 <= indent < depth:
            column = _nested(items[-1], line, column, Location(path, body.number(index), depth + 1), vocabulary)
        else:
            indent = -1  # Text, a table or a plain list item: what stands below it belongs to no item.
    return items


def _nested(item: RawItem, line: str, column: str, place: Location, vocabulary: Vocabulary) -> str:
    """Put a line below an item where it belongs and return the column that further wrapped lines join."""
    match = _FIELD.match(line)
    known = vocabulary.columns.get(squash(match["label"])) if match else None
    if match and known and known not in ("title", "number"):
        item.put(known, match["text"], Location(place.path, place.line, match.start("text") + 1))
        return known
    if _LIST_ITEM.match(line):
        return "ignored"
    if column != "ignored":
        item.put(column, line.strip(), place)
    return column


def _table_items(body: Body, table: Table, path: str, vocabulary: Vocabulary) -> Iterator[RawItem]:
    """Yield the rows of a table that has a column for the action and at least one cell with words in it."""
    columns = [_column_of(cell.text, vocabulary) for cell in table.header.cells]
    if "title" not in columns:
        return
    for row in table.rows:
        line = body.number(row.index)
        item = RawItem(Location(path, line, 1))
        for name, cell in zip(columns, row.cells, strict=False):
            if name and name not in item.words and cell.text:
                item.put(name, cell.text, Location(path, line, cell.column))
        if not is_placeholder(item.text("title"), vocabulary):
            item.place = item.words["title"][1]
            yield item


def _column_of(header: str, vocabulary: Vocabulary) -> str | None:
    text = re.sub(r"[*_`]", "", header)
    return vocabulary.columns.get(squash(text) or text.strip())
