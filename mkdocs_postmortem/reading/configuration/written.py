"""A value of the settings, with the place where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_postmortem.problems import Location


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar, a tuple of values, or values by key. `place` is the key's in a mapping, else the value's own.

    `variable` is `!ENV NAME` where the value comes from the environment and must not be shown, else empty.
    """

    value: Any
    place: Location
    variable: str = ""

    @property
    def is_mapping(self) -> bool:
        """Return whether the value has keys."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Return whether the value has entries."""
        return isinstance(self.value, tuple)

    def get(self, key: object) -> Written | None:
        """Return what stands below a key or an index, both as they are or as text, or None."""
        if isinstance(self.value, dict):
            found = self.value.get(key)
            return found or next((value for name, value in self.value.items() if str(name) == str(key)), None)
        index = str(key)
        is_there = isinstance(self.value, tuple) and index.isdecimal() and int(index) < len(self.value)
        return self.value[int(index)] if is_there else None

    def at(self, path: Iterable[object]) -> Written:
        """Return what stands at a path, or the deepest value on the way to it."""
        found = self
        for part in path:
            below = found.get(part)
            if below is None:
                break
            found = below
        return found

    def has(self, path: Iterable[object]) -> bool:
        """Return whether something stands at the whole path."""
        found: Written | None = self
        for part in path:
            found = found.get(part) if found else None
        return found is not None

    def holds(self, place: Location) -> bool:
        """Return whether the value, or one below it, stands at a place."""
        below = self.value.values() if isinstance(self.value, dict) else self.value if self.is_list else ()
        return self.place == place or any(value.holds(place) for value in below)

    def plain(self) -> Any:
        """Return the value as scalars, lists and dicts."""
        if isinstance(self.value, dict):
            return {key: below.plain() for key, below in self.value.items()}
        return [below.plain() for below in self.value] if isinstance(self.value, tuple) else self.value

    def without(self, path: Sequence[object]) -> Written:
        """Return the value without what stands at a path; of a list, the whole entry on the way to it goes."""
        below = self.get(path[0]) if path else None
        if below is None:
            return self
        if isinstance(self.value, tuple):
            return replace(self, value=tuple(entry for entry in self.value if entry is not below))
        kept = below.without(path[1:])
        if kept is below:
            return replace(self, value={key: entry for key, entry in self.value.items() if entry is not below})
        return replace(self, value={key: kept if entry is below else entry for key, entry in self.value.items()})


def merge(parent: Written, child: Written) -> Written:
    """Return two values as MkDocs merges INHERIT: mappings key by key, of everything else the child's."""
    if not (parent.is_mapping and child.is_mapping):
        return child
    merged = dict(parent.value)
    for key, value in child.value.items():
        merged[key] = merge(merged[key], value) if key in merged else value
    return replace(child, value=merged)


def place_like(value: Any, like: Written | None, place: Location) -> Written:
    """Return a plain value with the places of what stands at the same options in `like`, else of what is around it."""
    place = like.place if like else place
    variable = like.variable if like and like.plain() == value else ""
    if isinstance(value, Mapping):
        return Written({key: place_like(below, _below(like, key), place) for key, below in value.items()}, place)
    if isinstance(value, (list, tuple)):
        below = (place_like(entry, _below(like, index), place) for index, entry in enumerate(value))
        return Written(tuple(below), place, variable)
    return Written(value, place, variable)


def _below(like: Written | None, key: object) -> Written | None:
    return like.get(key) if like else None
