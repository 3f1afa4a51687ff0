"""Front matter YAML, built from libyaml's events in one pass: nothing is expanded, executed or guessed.

Documents come from everybody who may open a pull request. Loaders that build objects can be made to crash (deep
nesting), to take minutes (merge keys) or to disagree with the reader (`12:30` as 750, `no` as false, a second
`audience:` silently winning). Events carry line and column, need no recursion, and are the fastest way measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import (
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    FRONT_MATTER_TOO_LARGE,
    INVALID_YAML,
    INVISIBLE_CHARACTER,
    NOT_A_MAPPING,
    TOO_DEEP,
    YAML_ANCHOR,
    YAML_DIRECTIVE,
    YAML_MERGE_KEY,
    YAML_TAG,
    Kind,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.source_file import CONTROL, INVISIBLE
from mkdocs_postmortem.reading.yaml_faults import syntax_problem

DEEPEST = 16
MOST_EVENTS = 20_000
LONGEST_SCALAR = 16_384
LONGEST_BLOCK = 65_536
MOST_REFUSALS = 1_000

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NESTED = (dict, list)


@dataclass(slots=True)
class Node:
    """A value with the place where it stands. `value` is a scalar, a list of nodes, or a dict of nodes by key.

    `raw` is the text of a scalar as written; `keys` holds where each key of a mapping stands.
    """

    value: Any
    place: Location
    raw: str = ""
    keys: dict[str, Location] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A collection that is being filled; `key` waits for its value, `skipped` values are not kept."""

    node: Node
    is_mapping: bool
    key: str | None = None
    key_place: Location | None = None
    skip: bool = False


class _Stop(Exception):  # noqa: N818  # a way out of the loop, not an error
    """Nothing after this event can be read."""


class _Composer:
    """Builds one mapping from events and collects what it refuses on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.start = Location(path, first_line)
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def compose(self, block: str) -> None:
        """Feed every event of the block; stops early where going on would be slow or senseless."""
        try:
            for count, event in enumerate(_events(block)):
                if count > MOST_EVENTS:
                    self._refuse(
                        FRONT_MATTER_TOO_LARGE,
                        event,
                        "the front matter holds too many values",
                        "move details into the body",
                    )
                    return
                if take := _TAKERS.get(type(event)):
                    take(self, event)
        except _Stop:
            return
        except yaml.YAMLError as error:
            problem = syntax_problem(error, block, self.path, self.first_line)
            self.problems.append(problem)
            self._forget_line(problem.location.line)

    def take_alias(self, event: yaml.AliasEvent) -> None:
        """Refuse an alias, and leave out what it stands for."""
        self._refuse(YAML_ANCHOR, event, f'alias "*{shorten(event.anchor or "")}" is not read', "write the value out")
        self._skip_value(event)

    def take_end(self, _: yaml.CollectionEndEvent) -> None:
        """End the collection that is being filled."""
        self._add(self.stack.pop().node)

    def take_document(self, event: yaml.DocumentStartEvent) -> None:
        """Begin the only document; raises _Stop at a second one."""
        if event.version or event.tags:
            self._refuse(YAML_DIRECTIVE, event, "YAML directives are not read", "delete the line that begins with %")
        self.documents += 1
        if self.documents > 1:
            self._refuse(YAML_DIRECTIVE, event, "a second YAML document begins here", "keep one block of front matter")
            raise _Stop

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._refuse(
                YAML_ANCHOR,
                event,
                f'anchor "&{shorten(event.anchor)}" is not read',
                "write the value out where it is needed",
            )
        if event.tag:
            self._refuse(YAML_TAG, event, f'tag "{shorten(event.tag)}" is not read', "write a plain value")
            self._leave_out_value(event)

    def _skip_value(self, event: yaml.AliasEvent) -> None:
        """Leave out what an alias stands for: the whole entry, whether the alias is its key or its value."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_mapping:
            if top.key is None:
                top.key, top.key_place = "", self._place(event)
                top.skip = True
            else:
                self._leave_out_value(event)
                top.key = None

    def _leave_out_value(self, event: yaml.Event) -> None:
        """Keep the key whose value comes next, as stated, but not the value."""
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is not None:
            top.node.keys.setdefault(top.key, top.key_place or self._place(event))
            top.skip = True

    def _refuse_characters(self, event: yaml.ScalarEvent) -> None:
        r"""Refuse what an escape such as "\0" or "\u202e" smuggles past the check of the file's own characters."""
        if match := CONTROL.search(event.value):
            what = f"the value holds control character U+{ord(match[0]):04X}"
            self._refuse(CONTROL_CHARACTER, event, what, "delete the escape")
        elif match := INVISIBLE.search(event.value):
            what = f"the value holds invisible character U+{ord(match[0]):04X}"
            self._refuse(INVISIBLE_CHARACTER, event, what, "delete the escape")

    def take_scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a key or a value."""
        value, style = event.value, event.style
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if len(value) > LONGEST_SCALAR:
            self._refuse(
                FRONT_MATTER_TOO_LARGE,
                event,
                f"a value has more than {LONGEST_SCALAR} characters",
                "move it into the body",
            )
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and top.is_mapping:
            self._key(top, event)
            return
        if style == '"':
            self._refuse_characters(event)
        self._add(Node(value if style else _typed(value), self._place(event), value))

    def _key(self, top: _Open, event: yaml.ScalarEvent) -> None:
        key, style = event.value, event.style
        top.key, top.key_place, top.skip = key, self._place(event), False
        if style == '"':
            self._refuse_characters(event)
        if key == "<<" and not style:
            self._refuse(YAML_MERGE_KEY, event, "merge keys are not read", "write the keys out")
            top.skip = True
        elif key in top.node.keys:
            first = top.node.keys[key]
            self._refuse(
                DUPLICATE_KEY,
                event,
                f'"{shorten(key)}" already stands on line {first.line}',
                "keep one of them",
            )
            top.skip = True

    def take_start(self, event: yaml.CollectionStartEvent) -> None:
        """Begin a collection; raises _Stop where it is nested too deep or stands for a key."""
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if len(self.stack) >= DEEPEST:
            self._refuse(TOO_DEEP, event, f"more than {DEEPEST} levels of nesting", "move details into the body")
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_mapping and top.key is None:
            self._refuse(INVALID_YAML, event, "a key must be a word, not a list or a mapping", "check the indentation")
            raise _Stop
        is_mapping = type(event) is yaml.MappingStartEvent
        empty: Any = {} if is_mapping else []
        self.stack.append(_Open(Node(empty, self._place(event)), is_mapping))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node if self.root is None else self.root
            return
        top = self.stack[-1]
        key, collection = top.key, top.node
        if not top.is_mapping:
            collection.value.append(node)
        elif key is not None and top.key_place is not None:
            if not top.skip:
                collection.value[key] = node
                collection.keys[key] = top.key_place
            top.key = None

    def _forget_line(self, line: int) -> None:
        """Leave out the value that stands on the line of a syntax error: it is half of what the author meant."""
        root = self.stack[0].node if self.stack else None
        if root is not None and isinstance(root.value, dict):
            for key in [key for key, node in root.value.items() if node.place.line == line]:
                del root.value[key]

    def _place(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.path, mark.line + self.first_line, mark.column + 1) if mark else self.start

    def _refuse(self, kind: Kind, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(kind.at(self._place(event), message, hint))
        if len(self.problems) == MOST_REFUSALS:
            more = f"more than {MOST_REFUSALS} things in it are refused; the rest is not read"
            self.problems.append(FRONT_MATTER_TOO_LARGE.at(self._place(event), more, "correct these first"))
            raise _Stop


_TAKERS: dict[type[yaml.Event], Callable[[_Composer, Any], None]] = {
    yaml.DocumentStartEvent: _Composer.take_document,
    yaml.AliasEvent: _Composer.take_alias,
    yaml.ScalarEvent: _Composer.take_scalar,
    yaml.MappingStartEvent: _Composer.take_start,
    yaml.SequenceStartEvent: _Composer.take_start,
    yaml.MappingEndEvent: _Composer.take_end,
    yaml.SequenceEndEvent: _Composer.take_end,
}


def _events(block: str) -> Iterator[yaml.Event]:
    """Return the events until the loader has no more: `yaml.parse` asks twice for each."""
    return iter(LOADER(block).get_event, None)


def compose_front_matter(block: str, path: str, first_line: int = 2) -> tuple[Node | None, list[Problem]]:
    """Return the mapping that `block` holds (None when it holds none) and everything that was refused in it.

    `first_line` is the line of the file on which the block begins. Takes time linear in the block's length.
    """
    start = Location(path, first_line)
    if len(block) > LONGEST_BLOCK:
        return None, [
            FRONT_MATTER_TOO_LARGE.at(
                start, f"the front matter has more than {LONGEST_BLOCK // 1024} KiB", "move details into the body"
            )
        ]
    composer = _Composer(path, first_line)
    composer.compose(block)
    root = composer.root or (composer.stack[0].node if composer.stack else None)
    if root is not None and isinstance(root.value, dict):
        return root, composer.problems
    if not composer.problems:
        found = (
            "a list"
            if root is not None and isinstance(root.value, list)
            else "empty"
            if root is None or root.value is None
            else "a single value"
        )
        composer.problems.append(
            NOT_A_MAPPING.at(
                root.place if root else start, f"the front matter is {found}", "write one `key: value` a line"
            )
        )
    return None, composer.problems


def plain(node: Node) -> Any:
    """Return the node's value as plain Python: scalars, tuples and dicts."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(item) if type(item.value) in _NESTED else item.value for key, item in value.items()}
    if isinstance(value, list):
        return tuple([plain(item) if type(item.value) in _NESTED else item.value for item in value])
    return value


def places(node: Node, prefix: str = "") -> dict[str, tuple[int, int]]:
    """Return the line and column of every value below `node` by its dotted key (`related.0.id`)."""
    found: dict[str, tuple[int, int]] = {}
    value = node.value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        name = f"{prefix}{key}"
        found[name] = (item.place.line, item.place.column)
        if type(item.value) in _NESTED:
            found.update(places(item, f"{name}."))
    return found


def _typed(text: str) -> Any:
    """Return int, float, true, false or null for their plain spellings; every other scalar stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0].isalpha():
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
