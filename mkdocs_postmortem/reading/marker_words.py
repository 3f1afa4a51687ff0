"""What a marker of a hand-written page asks for, such as `postmortems service=checkout severity=sev0,sev1 limit=5`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from mkdocs_postmortem.model.action_item import ItemKind, Priority
from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.reading.configuration.views import find_strange
from mkdocs_postmortem.settings import Settings, squash
from mkdocs_postmortem.settings.saved_view import FACETS, SORTS

Name = Literal["postmortems", "action-items"]
State = Literal["open", "overdue", "closed", "all"]
STATES: tuple[State, ...] = ("open", "overdue", "closed", "all")
"""Which action items are wanted; the first when nothing is said."""
ITEM_FACETS = ("owner", "team", "service", "severity", "tag", "priority", "kind", "incident")
"""What action items are chosen by."""
LIMIT, LARGEST_LIMIT = 10, 500
"""How many entries a list has when nothing is said, and at most."""
_FACETS_OF_DOCUMENTS = ("service", "severity", "tag")
_TOKEN = re.compile(r"""(?P<key>[^\s=]+)(?:=(?P<value>"[^"]*"|'[^']*'|\S*))?""")


@dataclass(frozen=True, slots=True)
class Marker:
    """What a page asks for: any of the words of one key of `where`, all keys together; `state` is of action items."""

    name: Name
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    state: State = STATES[0]
    view: str = ""
    sort: str = ""
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a marker, at an index of its text, and what to do."""

    index: int
    message: str
    hint: str


def read_marker(text: str, settings: Settings) -> tuple[Marker, tuple[Fault, ...]]:
    """Return what a comment asks for, from its text with or without `<!--` and `-->`, and what is wrong with it."""
    text = text.removeprefix("<!--").removesuffix("-->")
    name, *_ = text.split(maxsplit=1)
    reader = _Reader(cast("Name", name.lower()), settings)
    for token in _TOKEN.finditer(text, text.index(name) + len(name)):
        reader.take(token)
    return reader.marker(), tuple(reader.faults)


@dataclass(slots=True)
class _Reader:
    """What has been read of a marker so far."""

    name: Name
    settings: Settings
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_of_items(self) -> bool:
        """Return whether action items are wanted."""
        return self.name == "action-items"

    def marker(self) -> Marker:
        """Return what was asked for, without what is wrong."""
        limit = self.stated.get("limit", str(LIMIT))
        return Marker(
            self.name,
            self.where,
            cast("State", self.stated.get("state", STATES[0])),
            self.stated.get("view", ""),
            self.stated.get("sort", ""),
            int(limit),
        )

    def take(self, token: re.Match[str]) -> None:
        """Take one word, `key=value` or a state of action items."""
        key, value = token["key"], token["value"]
        if value is None and self.is_of_items and key in STATES:
            self._state(key, token.start())
        elif key not in self._keys():
            self._refuse(token.start(), f'"{key}" is nothing to choose by', suggest(key, self._keys()))
        elif not (value or "").strip("\"' ,"):
            self._refuse(token.start(), f"{key} has no value", f"write {key}=value")
        elif key in self.where or key in self.stated:
            self._refuse(token.start(), f"{key} is stated twice", f"write {key}=one,two")
        else:
            self._value(key, (value or "").strip("\"'"), token.start("value"))

    def _keys(self) -> tuple[str, ...]:
        if self.is_of_items:
            return (*ITEM_FACETS, "limit")
        own = (declared.name for declared in self.settings.fields if declared.facet)
        return (*FACETS, *own, "view", "sort", "limit")

    def _state(self, state: str, index: int) -> None:
        if "state" in self.stated:
            hint = f"keep one; without any, open ones are listed, and `{STATES[-1]}` lists every one"
            self._refuse(index, f"both {self.stated['state']} and {state}", hint)
        self.stated["state"] = state

    def _value(self, key: str, value: str, index: int) -> None:
        check = {"limit": self._limit_fault, "sort": self._sort_fault, "view": self._view_fault}.get(key)
        if check is None:
            words = tuple(word for word in (part.strip() for part in value.split(",")) if word)
            fault = next((found for word in words if (found := self._word_fault(key, word))), None)
            self.where[key] = words
        else:
            fault = check(value)
            if fault is None:
                self.stated[key] = value
        if fault:
            self._refuse(index, *fault)

    def _limit_fault(self, value: str) -> tuple[str, str] | None:
        fits = value.isascii() and value.isdecimal() and 1 <= int(value[:6]) <= LARGEST_LIMIT
        return None if fits else (f'limit "{value}" is no number that a list can have', f"write 1 to {LARGEST_LIMIT}")

    def _sort_fault(self, value: str) -> tuple[str, str] | None:
        name = value.removeprefix("-")
        return None if name in SORTS else (f'sort "{value}" is no order', suggest(name, SORTS))

    def _view_fault(self, value: str) -> tuple[str, str] | None:
        names = [view.name for view in self.settings.views]
        return None if value in names else (f'there is no saved view "{value}"', suggest(value, names) if names else "")

    def _word_fault(self, key: str, word: str) -> tuple[str, str] | None:
        """Return what is wrong with a word that documents or action items are chosen by, and what to do."""
        if not self.is_of_items or key in _FACETS_OF_DOCUMENTS:
            fault = find_strange(key, word, self.settings)
            return (f'{key} "{word}" {fault[0]}', fault[1]) if fault else None
        known = self._known(key)
        if not known or squash(word) in map(squash, known):
            return None
        return f'{key} "{word}" is not known', suggest(word, known)

    def _known(self, key: str) -> list[str]:
        """Return what action items can have of a key, with all spellings; nothing when it can be anything."""
        if key in ("owner", "team"):
            return [name for entry in self.settings.owners for name in (entry.name, *entry.aliases)]
        lists = {"priority": [each.value for each in Priority], "kind": [each.value for each in ItemKind]}
        return lists.get(key, [])

    def _refuse(self, index: int, message: str, hint: str) -> None:
        self.faults.append(Fault(index, f"{self.name}: {message}", hint))
