"""The ways to write a change of status into an entry of `action_items:` in the front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import yaml

from mkdocs_postmortem.editing.list_item_place import STATING
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.patches import Patch
from mkdocs_postmortem.editing.status_change import Candidate, StatusChange
from mkdocs_postmortem.model import ActionItem, ItemStatus
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST_LINE = 2  # The line below the opening `---`; marks count from 0.
_KEPT = " # was:"
_PLAIN = re.compile(r"[^\W\d_][\w ./()-]*")
_MOST = 100

Patches = tuple[Patch, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value on one line with its key: where each begins, where the value ends, and the value as written."""

    line: int
    key: int
    start: int
    stop: int
    text: str


@dataclass(frozen=True)
class Entry:
    """One mapping below `action_items:`: its stated columns, and where a further key can stand.

    `flow` is true for `{…}`; `room` is the last value that ends on the line where its key stands; `raw` its lines.
    """

    values: dict[str, _Value]
    room: _Value
    indent: int
    flow: bool
    manuscript: Manuscript


def find_entry(manuscript: Manuscript, item: ActionItem, vocabulary: Vocabulary) -> Entry | None:
    """Return the entry at the item's place, None when nothing can be written into it."""
    split = split_front_matter(manuscript.source.text, manuscript.path)
    try:
        root = yaml.compose(split.block or "", Loader=_LOADER)
    except yaml.YAMLError:  # An alias that names nothing: our reader has reported it and read on.
        return None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    sequences = [value for _, value in pairs if isinstance(value, yaml.SequenceNode)]
    for node in (node for sequence in sequences for node in sequence.value):
        place = node.start_mark.line + _FIRST_LINE, node.start_mark.column + 1
        if isinstance(node, yaml.MappingNode) and place == (item.line, item.column):
            return _entry(manuscript, node, vocabulary)
    return None


def _entry(manuscript: Manuscript, node: yaml.MappingNode, vocabulary: Vocabulary) -> Entry | None:
    values = {}
    for key, value in node.value:
        start, stop = value.start_mark, value.end_mark
        on_one_line = key.start_mark.line == start.line == stop.line
        if on_one_line and not (isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")):
            line = start.line + _FIRST_LINE
            text = manuscript.bare(line)[start.column : stop.column]
            name = vocabulary.columns.get(squash(str(key.value)), str(key.value))
            values[name] = _Value(line, key.start_mark.column, start.column, stop.column, text)
    if not values:
        return None
    indent = node.value[0][0].start_mark.column
    return Entry(values, list(values.values())[-1], indent, bool(node.flow_style), manuscript)


def entry_closings(entry: Entry, change: StatusChange) -> Iterator[Candidate]:
    """Yield the ways to close an entry: its status, and the day or the reason under a key of its own."""
    for dated in (True, False) if change.on else (False,):
        column, said = "reason", change.reason
        if change.status is ItemStatus.DONE:
            column, said = "completed_at", change.on.isoformat() if dated and change.on else ""
        for keep, written in product((False, True), _spellings(said) if said else ("",)):
            states = [("status", change.status.value), *([(column, written)] if written else [])]
            yield Candidate(_stated(entry, states, keep=keep), dated=dated)


def _spellings(text: str) -> tuple[str, ...]:
    """Return a text as YAML: plain where that is certain to be read as text, else in quotes."""
    quoted = (f"'{text.replace(chr(39), 2 * chr(39))}'", json.dumps(text, ensure_ascii=False))
    return (text, *quoted) if _PLAIN.fullmatch(text) or text[:1].isdigit() else quoted


def _stated(entry: Entry, states: list[tuple[str, str]], *, keep: bool) -> Patches:
    """Return the patches that make the entry state each column."""
    patches: list[Patch] = []
    for column, words in states:
        value = entry.values.get(column)
        if value is None:
            patches += _added(entry, column, words, keep=keep and column == "status")
            continue
        quote = value.text[:1] if value.text[:1] in "'\"" and words[:1] not in "'\"" else ""
        patches.append(Patch(value.line, value.start, value.stop, f"{quote}{words}{quote}"))
        if keep:
            end = len(entry.manuscript.bare(value.line).rstrip())
            at = max(end, value.stop)
            patches.append(Patch(value.line, at, at, f"{_KEPT} {value.text}"))
    return tuple(patches)


def _added(entry: Entry, column: str, words: str, *, keep: bool) -> Iterator[Patch]:
    """Yield the patches that add a key behind the status, else behind the last value that ends on its line."""
    behind = entry.values.get("status", entry.room)
    end = len(entry.manuscript.bare(behind.line).rstrip())
    if entry.flow:
        yield Patch(behind.line, behind.stop, behind.stop, f", {column}: {words}")
        if keep:
            yield Patch(behind.line, end, end, _KEPT)
    else:
        kept = _KEPT if keep else ""
        full = len(entry.manuscript.bare(behind.line))
        yield Patch(behind.line, full, full, f"\n{' ' * entry.indent}{column}: {words}{kept}")


def entry_reopenings(entry: Entry) -> Iterator[Candidate]:
    """Yield the ways to open an entry again: what a comment keeps, else `status: open`; day and reason go."""
    parts = [list(_taken_back(entry, column, value)) for column, value in entry.values.items() if column in STATING]
    for chosen in islice(product(*parts), _MOST):
        yield Candidate(tuple(patch for patches in chosen for patch in patches))


def _taken_back(entry: Entry, column: str, value: _Value) -> Iterator[Patches]:
    raw = entry.manuscript.bare(value.line)
    begin = raw.rfind(_KEPT, value.stop)
    if begin >= 0:
        kept = raw[begin + len(_KEPT) :].strip()
        comment = Patch(value.line, begin, len(raw.rstrip()), "")
        if kept:
            yield Patch(value.line, value.start, value.stop, kept), comment
        else:
            yield (*_removed(entry, value), *([comment] if entry.flow else []))
    if column == "status":
        quote = value.text[:1] if value.text[:1] in "'\"" else ""
        yield (Patch(value.line, value.start, value.stop, f"{quote}open{quote}"),)
    else:
        yield _removed(entry, value)
        yield ()


def _removed(entry: Entry, value: _Value) -> Patches:
    """Return the patches that take out a key with its value."""
    if not entry.flow:
        return (Patch(value.line, 0, 0, None),)
    raw: Any = entry.manuscript.bare(value.line)
    before = raw[: value.key].rstrip()
    start = len(before) - 1 if before.endswith(",") else value.key
    return (Patch(value.line, start, value.stop, ""),)
