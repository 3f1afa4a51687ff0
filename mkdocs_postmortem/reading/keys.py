"""Front matter keys: spellings become canonical names, and what means nothing is reported with a suggestion."""

from __future__ import annotations

from mkdocs_postmortem.model.choice import nearest, shorten
from mkdocs_postmortem.problems import (
    EMPTY_FIELD,
    FIELD_STATED_TWICE,
    INVALID_TIME,
    RESERVED_FIELD,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.yaml_events import Node
from mkdocs_postmortem.settings import Settings, squash

_UNKNOWN_AT_MOST = 20
_FIRST_LINE = 2
NOT_FOR_AUTHORS = ("number", "line", "column", "restated_line", "stated_due", "stated_status")
BLOCKS = ("impact", "detection", "communication")
_ITEM_COLUMNS = {
    "owners",
    "team",
    "due",
    "status",
    "priority",
    "kind",
    "verification",
    "tracker",
    "completed_at",
    "reason",
    "title",
}


def canonical_mapping(root: Node, settings: Settings, vocabulary: Vocabulary) -> tuple[Node, list[Problem]]:
    """Return the front matter under canonical keys; unknown, reserved, empty and doubled keys become problems.

    `x-…` keys stay under `extensions`, the settings' own fields under `custom`. Takes linear time.
    """
    return _Canonical(root, settings, vocabulary).run()


class _Canonical:
    """Sorts the keys of one front matter block into the shape of the model."""

    def __init__(self, root: Node, settings: Settings, vocabulary: Vocabulary) -> None:
        self.root, self.vocabulary = root, vocabulary
        self.own = {field.name for field in settings.fields}
        self.required = set(settings.required.fields)
        self.lines = root.raw.split("\n")
        self.result = Node({}, root.place)
        self.problems: list[Problem] = []
        self.unknown = 0

    def run(self) -> tuple[Node, list[Problem]]:
        """Sort every key once."""
        for key, node in self.root.value.items():
            self._sort(key, node, self.root.keys[key])
        refused = [key for key in self.root.keys if key not in self.root.value]  # By YAML's rules, but stated.
        for key in refused:
            if name := self._canonical(key):
                self.result.keys.setdefault(name, self.root.keys[key])
        if self.unknown > _UNKNOWN_AT_MOST:
            message = f"{self.unknown - _UNKNOWN_AT_MOST} more unknown keys"
            self.problems.append(
                UNKNOWN_FIELD.at(self.root.place, message, "remove them, or begin their names with x-")
            )
        items = self.result.value.get("action_items")
        for node in items.value if items is not None and isinstance(items.value, list) else ():
            if isinstance(node.value, dict):
                self._item(node)
        return self.result, self.problems

    def _sort(self, key: str, node: Node, place: Location) -> None:
        if key in self.own:
            self._put(("custom", key), key, node, place)
        elif key.lower().startswith("x-"):
            self._put(("extensions", key), key, node, place)
        elif key == "$schema":
            return
        elif squash(key) == "date" and (beside := self._blog_key()):
            message = f'"{key}" beside "{beside}" is when a blog post was published'
            self.problems.append(UNKNOWN_FIELD.at(place, message, "write started_at, and published_at for that day"))
        elif name := self._canonical(key):
            self._known(name, key, node, place)
        else:
            self._unknown(key, place)

    def _blog_key(self) -> str | None:
        """Return the key by which a blog's generator is known, None where there is none."""
        return next((key for key in self.root.value if squash(key) in self.vocabulary.blog_keys), None)

    def _canonical(self, key: str) -> str | None:
        return self.vocabulary.fields.get(squash(key.split("(", maxsplit=1)[0]) or key)

    def _known(self, name: str, key: str, node: Node, place: Location) -> None:
        if node.value in (None, "") or (name in self.required and node.value in ([], {})):
            commented = "the # begins a comment; put the value in quotes"
            hint = commented if self._comment_follows(key, place) else "state it or remove the key"
            self.problems.append(EMPTY_FIELD.at(place, f"{key} has no value", hint))
            self.result.keys.setdefault(name, place)
            return
        if name.endswith("_at") and isinstance(node.value, bool):  # "resolved: true" is no time, and claims none.
            message = f"{key} says {str(node.value).lower()}, which is not a time"
            self.problems.append(INVALID_TIME.at(node.place, message, f"write {name}: 2026-03-01T14:05Z, or remove it"))
            self.result.keys.setdefault(name, node.place)
            return
        if name in BLOCKS and not isinstance(node.value, dict):
            self.problems.append(
                WRONG_TYPE.at(
                    node.place, f"{name} must hold keys of its own", f"write its facts indented below {name}:"
                )
            )
            self.result.keys.setdefault(name, node.place)
            return
        if name in BLOCKS:
            node = self._block(name, node)
        self._put(tuple(name.split(".")), key, node, place)

    def _comment_follows(self, key: str, place: Location) -> bool:
        index = place.line - _FIRST_LINE
        line = self.lines[index] if index < len(self.lines) else ""
        return line[place.column - 1 + len(key) :].lstrip("\"' :").startswith("#")

    def _block(self, block: str, node: Node) -> Node:
        """Return a nested block under canonical keys; unknown ones stay for the model to refuse."""
        renamed = Node({}, node.place)
        for key, item in node.value.items():
            found = self.vocabulary.fields.get(squash(key), "")
            name = (
                found.removeprefix(f"{block}.")
                if found.startswith(f"{block}.")
                else key.strip().lower().replace("-", "_").replace(" ", "_")
            )
            if item.value in (None, ""):
                self.problems.append(
                    EMPTY_FIELD.at(node.keys[key], f"{block}.{key} has no value", "state it or remove the key")
                )
            elif name in renamed.value:
                self._twice(key, node.keys[key], renamed.keys[name])
            else:
                renamed.value[name], renamed.keys[name] = item, node.keys[key]
        return renamed

    def _put(self, path: tuple[str, ...], key: str, node: Node, place: Location) -> None:
        *parents, name = path
        target = self.result
        for parent in parents:
            target = target.value.setdefault(parent, Node({}, node.place))
        if name in target.value and isinstance(target.value[name].value, dict) and isinstance(node.value, dict):
            for inner, item in node.value.items():
                self._put((*path, inner), inner, item, node.keys.get(inner, place))
        elif name in target.value:
            self._twice(key, place, target.keys.get(name, target.value[name].place))
        else:
            target.value[name], target.keys[name] = node, place

    def _twice(self, key: str, place: Location, first: Location) -> None:
        self.problems.append(
            FIELD_STATED_TWICE.at(
                place, f'"{shorten(key)}" states what line {first.line} already states', "keep one of them"
            )
        )

    def _unknown(self, key: str, place: Location) -> None:
        squashed = squash(key)
        if squashed in self.vocabulary.reserved:
            hint = "remove the key; pages look as the site's settings say"
            self.problems.append(RESERVED_FIELD.at(place, f'"{shorten(key)}" is not for a document to set', hint))
            return
        self.unknown += 1
        if self.unknown > _UNKNOWN_AT_MOST:
            return
        hint = self.vocabulary.advice.get(squashed) or self._suggestion(key)
        mixed = (
            " (it mixes scripts that look alike)"
            if not key.isascii() and any(c.isascii() and c.isalpha() for c in key)
            else ""
        )
        self.problems.append(UNKNOWN_FIELD.at(place, f'"{shorten(key)}" is not a known key{mixed}', hint))

    def _suggestion(self, key: str) -> str:
        names = [name for name in self.vocabulary.field_names if "." not in name]
        close = nearest(key, [*names, *self.own])
        return f'did you mean "{close}"?' if close else "remove it, or begin its name with x- if it is your own"

    def _item(self, node: Node) -> None:
        """Give the keys of one `action_items:` entry their canonical names; a single owner becomes a list."""
        for key in list(node.value):
            name = self.vocabulary.columns.get(squash(key), key)
            if name in _ITEM_COLUMNS and name not in node.value:
                node.value[name], node.keys[name] = node.value.pop(key), node.keys.pop(key)
        for key in [key for key, item in node.value.items() if item.value in (None, "")]:
            self.problems.append(EMPTY_FIELD.at(node.keys[key], f"{key} has no value", "state it or remove the key"))
            del node.value[key]
        for key in [key for key in NOT_FOR_AUTHORS if key in node.value]:
            message = f'"{key}" is not for an author to state'
            self.problems.append(UNKNOWN_FIELD.at(node.keys[key], message, "remove it: the item's place is known"))
            del node.value[key]
        owners = node.value.get("owners")
        if owners is not None and isinstance(owners.value, str):
            node.value["owners"] = Node([owners], owners.place)
