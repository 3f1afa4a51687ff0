"""Action items in the body: lists and tables under headings that name them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from operator import attrgetter
from typing import NamedTuple

from mkdocs_postmortem.model import ActionItem
from mkdocs_postmortem.problems import BODY_TOO_COMPLEX, Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.dates import proven_order
from mkdocs_postmortem.reading.html_tables import tables_between
from mkdocs_postmortem.reading.inline_fields import take_fields
from mkdocs_postmortem.reading.item_fields import RawItem, build_item, leading_state
from mkdocs_postmortem.reading.item_people import is_owner, leading_owner
from mkdocs_postmortem.reading.item_tables import ItemTable
from mkdocs_postmortem.reading.lists import ListItem, find_items
from mkdocs_postmortem.reading.sections import section_range
from mkdocs_postmortem.reading.status_legend import find_legend
from mkdocs_postmortem.reading.trailing_fields import names_owner, take_trailing
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_FIELD = re.compile(r"^[*_]*(?P<label>[^:：*|_][^:：*|]{0,39}?)[*_]*\s?[:：][*_]*\s*(?P<text>.*)$", re.DOTALL)
_LABEL_ALONE = re.compile(r"^(?:[*_]{2}(?P<bold>[^*_]{2,60})[*_]{2}\s?[:：]?|(?P<plain>[^:：]{2,60})[:：])$")
_ONLY_ISSUE = re.compile(
    r"\W*(?:(?:\w[\w.-]*/[\w.-]+#|#)\d+\W*|[A-Z][A-Z0-9]+-\d+\W*|https?://\S+(?:\s\W*)?|\[[^\[\]]+\]\(https?://[^\s)]+\)\W*)"
)
_SAYS_ITEM = re.compile(r"^[*_]*action(?: item)?[\s#]*\d*[*_]*\s?[:：]", re.IGNORECASE)
_GROUP_WORDS = 2
MOST_ITEMS = 1_000
"""Most items of a body: each takes as long as a page of text, and real postmortems had up to 21."""
_HEADING_PRIORITY = re.compile(r"\b(?:(critical|high|medium|low)[\s-]+priority|(P[0-3]))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of lines that may hold items, and its sub-heading.

    In a `weak` one only items that say so count; a `vague` one counts when no clearer heading holds any. The parts of
    one `section`, the line of its heading, count together.
    """

    start: int
    stop: int
    title: str
    weak: bool
    vague: bool
    section: int


class _Stated(NamedTuple):
    """The words of an item without its fields, and the fields by column: those with a label and those without."""

    title: str
    labelled: dict[str, str]
    unlabelled: dict[str, str]

    @property
    def columns(self) -> set[str]:
        """Return the columns that are stated in either way."""
        return {*self.labelled, *self.unlabelled}


def read_action_items(
    body: Body, path: str, vocabulary: Vocabulary, people: frozenset[str] = frozenset()
) -> tuple[tuple[ActionItem, ...], list[Problem]]:
    """Return the items of all action sections in the order of the document, and what could not be read in them.

    `people` are names of people, in lower case: such a name at an end of an item is its owner. Of more than a thousand
    items the first are returned, with a problem at the next one.
    """
    order = proven_order(body.shown)
    items: list[ActionItem] = []
    problems: list[Problem] = []
    for raw in _Finder(body, path, vocabulary, people).find():
        if len(items) == MOST_ITEMS:
            message = f"more than {MOST_ITEMS:,} action items; those from here on are not read"
            problems.append(BODY_TOO_COMPLEX.at(raw.place, message, "split the document"))
            break
        item = build_item(raw, len(items) + 1, vocabulary, problems, order)
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


def _ends_with_status(fields: Mapping[str, tuple[str, int]]) -> bool:
    return bool(fields) and max(fields, key=lambda column: fields[column][1]) in ("status", "reason")


def _bold_line(line: str) -> str:
    """Return the label of a line that is nothing but a bold label, empty for every other line."""
    label = _LABEL_ALONE.match(line.strip()) if line.startswith("**") else None
    return (label["bold"] or "") if label else ""


class _Finder:
    """Finds the raw items of one body."""

    def __init__(self, body: Body, path: str, vocabulary: Vocabulary, people: frozenset[str]) -> None:
        self.body, self.path, self.vocabulary, self.people = body, path, vocabulary, people
        self.covered = bytearray(len(body.lines))
        self.legend: Mapping[str, str] = {}

    def find(self) -> Iterator[RawItem]:
        """Yield the items of each action section; sections named by a bold list item come after the others."""
        parts = list(self._parts())
        covered = self.covered
        for part in parts:
            covered[part.start : part.stop] = b"\1" * (part.stop - part.start)
        parts += self._bold_parts(covered)
        self.legend = find_legend(
            (line for p in parts for line in self.body.visible[p.start : p.stop]), self.vocabulary
        )
        holder = None
        for part in sorted(parts, key=lambda part: part.vague):
            if part.vague and holder not in (None, part.section):
                continue
            for raw in self._part_items(part):
                holder = part.section
                yield raw
        for item in find_items(self.body, 0, len(self.body.visible)):
            label = None if covered[item.index] or not item.children else _LABEL_ALONE.match(item.text)
            if label and self.vocabulary.section_of(label["bold"] or label["plain"]) == "action-items":
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
                yield _Part(first, stop, title or heading.text, weak, self._is_vague(heading.text), heading.index)

    def _bold_parts(self, covered: bytearray) -> Iterator[_Part]:
        """Yield the lines below "**Action items**", a line of its own outside the action sections, and cover them.

        They end at the next heading or such line, unless that one names a kind of action.
        """
        marks = [
            (n, name) for n, line in enumerate(self.body.visible) if line[:2] == "**" and (name := _bold_line(line))
        ]
        others = [n for n, name in marks if self.vocabulary.kind_of(name) is None]
        stops = sorted({*others, *(heading.index for heading in self.body.headings), len(self.body.visible)})
        for index, name in marks:
            if covered[index] or self.vocabulary.section_of(name) != "action-items":
                continue
            stop = stops[bisect_right(stops, index)]
            covered[index:stop] = b"\1" * (stop - index)
            yield _Part(index + 1, stop, name, weak=False, vague=self._is_vague(name), section=index)

    def _is_vague(self, heading: str) -> bool:
        return self.vocabulary.is_vague_heading(heading)

    def _split(self, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        inner = self.body.headings_between(start, stop)
        borders = [(start, ""), *((heading.index + 1, heading.text) for heading in inner)]
        ends = [*(heading.index for heading in inner), stop]
        for (first, title), end in zip(borders, ends, strict=True):
            yield first, end, title

    def _part_items(self, part: _Part) -> Iterator[RawItem]:
        tables = [
            table
            for found_table in tables_between(self.body, part.start, part.stop)
            if (table := ItemTable(found_table, self.vocabulary, self._place)).holds_items(weak=part.weak)
        ]
        listed = find_items(self.body, part.start, part.stop)
        if not tables and not listed:
            return
        streams = [*(table.items() for table in tables), self._list_items(listed, weak=part.weak or bool(tables))]
        kind = self.vocabulary.kind_of(part.title)
        priority = _HEADING_PRIORITY.search(part.title)
        state = self.vocabulary.status_of(part.title)
        for raw in merge(*streams, key=attrgetter("place")):  # One at a time: who asks may stop early.
            raw.heading_kind = kind
            raw.heading_priority = (priority[1] or priority[2]) if priority else None
            raw.heading_status = state[0] if state and not state[1] else None
            raw.explain_status(self.legend)
            yield raw

    def _list_items(self, items: Iterable[ListItem], *, weak: bool) -> Iterator[RawItem]:
        """Yield the list items that are action items.

        Where some have a box, or the heading is weak, those without one must say in another way that they are items.
        Where one of them names its owner without a label, a name alone in the same place of another is its owner too.
        """
        listed = list(items)
        strict = weak or any(item.box is not None for item in listed)
        texts = [item.text for item in listed[:MOST_ITEMS]]
        ends = any(names_owner(text, self.vocabulary, self.people) for text in texts)
        leads = any(leading_owner(text, self.vocabulary, self.people)[0] for text in texts)
        for item in listed:
            if self._is_group(item):
                yield from self._group_items(item, weak=weak)
            elif item.box is not None or not strict or self._says_so(item):
                yield self._list_item(item, ends=ends, leads=leads)

    def _group_items(self, group: ListItem, *, weak: bool) -> Iterator[RawItem]:
        """Yield what is nested below a name; where people head such groups, it is the owner of the items below."""
        name = self._group_name(group)
        owner = name if self._by_people and is_owner(name, self.vocabulary, self.people, names=True) else ""
        unowned = self._by_people and self.vocabulary.is_nothing(name)
        for raw in self._list_items(group.children, weak=weak and not (owner or unowned)):
            if owner and "owners" not in raw.words:
                raw.put("owners", owner, self._place(group.index, group.column))
            yield raw

    @cached_property
    def _by_people(self) -> bool:
        """Tell whether an item of an action section that only heads others names one of the document's people."""
        listed = find_items(self.body, 0, len(self.body.visible))
        names = (self._group_name(item) for item in listed if item.children and self.covered[item.index])
        return any(is_owner(name, self.vocabulary, self.people) for name in names if name)

    def _is_group(self, item: ListItem) -> bool:
        """Return whether a list item only names the items nested in it ("- **Prevent**:")."""
        name = self._group_name(item)
        return bool(name) and len(name.split()) <= _GROUP_WORDS and not self._column(name)

    def _group_name(self, item: ListItem) -> str:
        label = _LABEL_ALONE.match(item.text) if item.box is None and item.children else None
        return (label["bold"] or label["plain"]) if label else ""

    def _says_so(self, item: ListItem) -> bool:
        return (
            bool(_SAYS_ITEM.match(item.text) or _ONLY_ISSUE.fullmatch(item.text))
            or leading_state(item.text, self.vocabulary).status is not None
            or any(column in ("owners", "due", "status") for column in self._stated(item.text).columns)
            or any(self._field_of(child)[0] in ("owners", "due") for child in item.children)
        )

    def _stated(self, text: str, *, ends: bool = False, leads: bool = False) -> _Stated:
        """Return an item's words without its fields, and the fields with and without labels.

        `ends` and `leads` say that a name alone at the end, or before a colon, is the owner.
        """
        title, found = take_fields(text, self.vocabulary)
        behind: dict[str, str] = {}
        if not _ends_with_status(found):  # A day or a reference behind a status goes with it.
            shorter, behind = take_trailing(text, self.vocabulary, self.people, names=ends)
            title, found = take_fields(shorter, self.vocabulary)
        labelled = {column: words for column, (words, _) in found.items()}
        if labelled:
            title, more = take_trailing(title, self.vocabulary, self.people, names=ends)
            behind = {**behind, **more}
        if "owners" not in {**behind, **labelled}:
            owner, title = leading_owner(title, self.vocabulary, self.people, names=leads)
            behind.update({"owners": owner} if owner else {})
        return _Stated(title, labelled, behind)

    def _list_item(self, item: ListItem, *, ends: bool, leads: bool) -> RawItem:
        place = self._place(item.index, item.indent + 1)
        stated = self._stated(item.text, ends=ends, leads=leads)
        raw = RawItem(place, {"title": (stated.title, place)}, box=item.box)
        for column, words in stated.labelled.items():
            raw.put(column, words, place)
        for child in item.children:
            named, words = self._field_of(child)
            if named:
                raw.put(named, words, self._place(child.index, child.column + len(child.text) - len(words)))
        for column, words in stated.unlabelled.items():
            if column not in raw.words:
                raw.put(column, words, place)
        return raw

    def _field_of(self, child: ListItem) -> tuple[str | None, str]:
        return nested_field(child, self.vocabulary)

    def _column(self, label: str) -> str | None:
        return _column_of(label, self.vocabulary)

    def _place(self, index: int, column: int) -> Location:
        return Location(self.path, self.body.number(index), column)
