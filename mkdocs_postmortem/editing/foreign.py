"""Front matter keys of other tools under our names, each where it stands, with its value and comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_postmortem.editing.front_matter_writer import find_block, write_value
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.proof import front_matter_faults
from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.reading.yaml_events import Node
from mkdocs_postmortem.settings import Settings

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_COMMENT = re.compile(r"(?:^|\s)#")
_LISTS = ("services", "links", "tags")
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Origin:
    """A tool whose documents we know: its name, and our field for each of its keys (in lower case) that has one."""

    name: str
    homes: Mapping[str, str]


ORIGINS = {
    "cstate": Origin("cstate", {"date": "started_at", "resolvedwhen": "resolved_at", "affected": "services"}),
    "icco": Origin(
        "icco",
        {
            "uuid": "id",
            "url": "links",
            "start_time": "started_at",
            "end_time": "resolved_at",
            "categories": "tags",
            "keywords": "tags",
            "product": "services",
        },
    ),
}
"""The tools that `--from` names."""


def convert_keys(manuscript: Manuscript, settings: Settings, origin: Origin | None) -> Manuscript:
    """Return the document with the keys of another tool renamed to ours, in their places.

    A key that has no home here, or whose value the reader refuses, becomes an `x-…` key of the author's own with its
    value as it was, so that nothing is lost and nothing is invalid. A block with two keys on one line, or with YAML
    that is refused, is left alone.
    """
    block = find_block(manuscript)
    if block is None or block.root is None or not block.faithful or not _one_key_a_line(block.root):
        return manuscript
    prefix = f"x-{origin.name}-" if origin else "x-"
    keys = _Keys(manuscript, block.root, block.closing_line)
    names = keys.new_names(origin, _known_keys(settings)) if origin else {key: key for key in block.root.value}
    for _ in range(_ROUNDS):
        converted = keys.rename(names)
        faulty = _faulty_keys(converted, settings)
        again = {key: f"{prefix}{key}" for key, name in names.items() if name in faulty and not _is_own(name)}
        if not again:
            return converted
        names.update(again)
    return manuscript


def _one_key_a_line(root: Node) -> bool:
    return len({place.line for place in root.keys.values()}) == len(root.keys)


def _is_own(name: str) -> bool:
    return name.lower().startswith("x-")


def _known_keys(settings: Settings) -> set[str]:
    """Return the names that are ours already and stay as they are."""
    return {*Facts.model_fields, *(field.name for field in settings.fields), "$schema"} - {"custom", "extensions"}


def _faulty_keys(manuscript: Manuscript, settings: Settings) -> set[str]:
    """Return the keys of the front matter in whose lines the reader refuses something."""
    block = find_block(manuscript)
    if block is None or block.root is None:
        return set()
    starts = sorted((place.line, key) for key, place in block.root.keys.items())
    lines = (problem.location.line for problem in front_matter_faults(manuscript, settings))
    positions = (bisect_right(starts, line, key=lambda start: start[0]) for line in lines)
    return {starts[position - 1][1] for position in positions if position}


class _Keys:
    """The keys of a front matter block, each with the lines that it and its value take."""

    def __init__(self, manuscript: Manuscript, root: Node, closing_line: int) -> None:
        self.manuscript, self.root = manuscript, root
        starts = sorted(place.line for place in root.keys.values())
        self.next_line = dict(zip(starts, [*starts[1:], closing_line], strict=True))

    def new_names(self, origin: Origin, known: set[str]) -> dict[str, str]:
        """Return the name that each key should have, before anything is read back."""
        names: dict[str, str] = {}
        taken = {key: key for key in self.root.value if key in known}
        for key, node in self.root.value.items():
            home = origin.homes.get(key.lower(), key if key in known or _is_own(key) else None)
            usable = home is not None and node.value not in (None, "", [])
            first = taken.get(home or "")
            if usable and first not in (None, key):  # Two keys are one only where both are lists.
                usable = self._entries(key) is not None and self._entries(str(first)) is not None
            names[key] = home if home and (usable or home == key) else f"x-{origin.name}-{key}"
            taken.setdefault(names[key], key)
        return names

    def rename(self, names: Mapping[str, str]) -> Manuscript:
        """Return the document with the keys under these names; lists of the same name are joined in the first."""
        lines = list(self.manuscript.lines)
        same: dict[str, list[str]] = {}
        for key, name in names.items():
            same.setdefault(name, []).append(key)
        for key, name in reversed(list(names.items())):
            start, stop = self._extent(key)
            if len(same[name]) > 1 and _is_own(name):
                continue  # The name is taken.
            if len(same[name]) > 1:
                lines[start:stop] = [self._joined(name, same[name])] if key == same[name][0] else []
            elif name != key:
                lines[start] = self._renamed_line(lines[start], key, name)
        return self.manuscript.with_lines(lines)

    def _joined(self, name: str, keys: list[str]) -> str:
        entries = (entry for key in keys for entry in self._entries(key) or ())
        return f"{name}: {write_value(tuple(dict.fromkeys(entries)))}{self.manuscript.line_end}"

    def _extent(self, key: str) -> tuple[int, int]:
        """Return the first and the last-plus-one index of a key's lines, without comments and blanks below them."""
        start = self.root.keys[key].line - 1
        stop = self.next_line[start + 1] - 1
        while stop > start + 1 and not self.manuscript.bare(stop).split("#")[0].strip():
            stop -= 1
        return start, stop

    def _entries(self, key: str) -> tuple[str, ...] | None:
        """Return the entries of a list that can be written anew: all of them text, and no comment among them."""
        node, (start, stop) = self.root.value[key], self._extent(key)
        commented = any(_COMMENT.search(self.manuscript.bare(index + 1)) for index in range(start, stop))
        if commented or not isinstance(node.value, list):
            return None
        entries = tuple(entry.value for entry in node.value)
        return entries if all(isinstance(entry, str) for entry in entries) else None

    def _renamed_line(self, line: str, key: str, name: str) -> str:
        """Return a key's line with the other name; a single value becomes a list where the field is one."""
        place, node = self.root.keys[key], self.root.value[key]
        head, tail = line[: place.column - 1], line[place.column - 1 :]
        if not tail.lstrip("\"'").startswith(key):
            return line  # Spelt with escapes; the reader says that it is not known.
        renamed = head + tail.replace(key, name, 1)
        if name not in _LISTS or not isinstance(node.value, str) or node.place.line != place.line:
            return renamed
        value = line[node.place.column - 1 :]
        written = _QUOTED.match(value) or re.match(re.escape(node.raw), value)
        return f"{head}{name}: {write_value((node.value,))}{value[written.end() :]}" if written else renamed
