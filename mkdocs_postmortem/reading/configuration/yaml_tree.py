"""YAML that people who are trusted with the settings write, as values with places: read and never executed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem
from mkdocs_postmortem.reading.configuration.written import Written
from mkdocs_postmortem.reading.source_file import LARGEST_FILE, read_regular_file

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 60
_MOST_VALUES = 50_000
_TAG = "tag:yaml.org,2002:"
_SCALARS = {f"{_TAG}{name}" for name in ("null", "bool", "int", "float", "str", "timestamp")}
_ENV = "!ENV"


class Unreadable(Exception):  # noqa: N818  # a result, told as a problem
    """A file cannot be read as YAML. `line` and `column` count from 1."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.line, self.column = line, column

    def as_problem(self, shown: str) -> Problem:
        """Return the problem of the file that reports call `shown`."""
        return INVALID_SETTING.at(
            Location(shown, self.line, self.column), f"the file cannot be read: {self}", "correct the file"
        )


def read_text(path: Path) -> str:
    """Return the text of a regular file; raises Unreadable for links, pipes, other encodings and too much."""
    try:
        data = read_regular_file(path)
        text = data.decode("utf-8-sig") if data is not None else None
    except OSError as error:
        raise Unreadable(_plain_reason(error.strerror or str(error))) from None
    except UnicodeDecodeError:
        raise Unreadable("it is not UTF-8 text") from None
    if text is None:
        raise Unreadable(f"it is larger than {LARGEST_FILE // 1024} KiB")
    return text


def compose(text: str, *, closed: bool = False) -> list[yaml.Node]:
    """Return the node tree of each document of a YAML text; raises Unreadable.

    With `closed`, anchors, aliases and tags are refused: nothing in it stands for anything but itself.
    """
    try:
        _survey(text, closed=closed)
        return list(yaml.compose_all(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = _plain_reason(str(getattr(error, "problem", None) or getattr(error, "reason", None) or "no YAML"))
        raise Unreadable(reason, *((mark.line + 1, mark.column + 1) if mark else ())) from None


def _survey(text: str, *, closed: bool) -> None:
    """Refuse, event by event, what could not be composed or would become more than it is."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark = event.start_mark
        where = (mark.line + 1, mark.column + 1) if mark else ()
        if depth > _DEEPEST:
            raise Unreadable("it is nested too deeply", *where)
        if count > 2 * _MOST_VALUES:
            raise Unreadable("it holds too many values", *where)
        if closed and (getattr(event, "anchor", None) or getattr(event, "tag", None)):
            raise Unreadable("anchors, aliases and tags are not read here; write the value out", *where)


def _plain_reason(reason: str) -> str:
    """Return why YAML was refused without the words of the file, which may not be ours to show."""
    return reason.partition(" '")[0]


@dataclass(slots=True)
class TreeBuilder:
    """Turns nodes into values with places, and collects on the way what is wrong and what the environment says.

    `secrets` are the texts of variables with what is shown instead, `variables` all names that were asked for.
    """

    shown: str
    problems: list[Problem] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)
    variables: set[str] = field(default_factory=set)
    _count: int = 0
    _open: set[int] = field(default_factory=set)

    def build(self, node: yaml.Node, place: Location | None = None) -> Written:
        """Return the value of a node, which stands at `place`, else where it begins; raises Unreadable."""
        here = place or self.place(node)
        self._enter(node, here)
        built = self._built(node, here)
        self._open.discard(id(node))
        return built

    def _enter(self, node: yaml.Node, here: Location) -> None:
        """Count a node, and refuse what has no end."""
        self._count += 1
        if self._count > _MOST_VALUES:
            raise Unreadable("it holds too many values once its aliases are written out", here.line, here.column)
        if id(node) in self._open:
            raise Unreadable("an alias stands inside of what it names", here.line, here.column)
        self._open.add(id(node))

    def place(self, node: yaml.Node) -> Location:
        """Return where a node begins."""
        return Location(self.shown, node.start_mark.line + 1, node.start_mark.column + 1)

    def entries(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        """Yield the keys and values of a mapping; those of merge keys come first, so that its own win."""
        own = []
        for key, value in node.value:
            if key.tag == f"{_TAG}merge":
                yield from self._merged(value)
            else:
                own.append((key, value))
        yield from own

    def _merged(self, value: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        sources = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for source in reversed(sources):  # The first of several wins.
            self._enter(source, self.place(source))
            if isinstance(source, yaml.MappingNode):
                yield from self.entries(source)
            self._open.discard(id(source))

    def refuse(self, place: Location, message: str, hint: str) -> None:
        """Remember a problem."""
        self.problems.append(INVALID_SETTING.at(place, message, hint))

    def _built(self, node: yaml.Node, here: Location) -> Written:
        if node.tag == _ENV:
            return self._variable(node, here)
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return Written(self._mapping(node), here)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return Written(tuple(self.build(entry) for entry in node.value), here)
        if isinstance(node, yaml.ScalarNode) and node.tag in _SCALARS:
            return Written(self._scalar(node, here), here)
        tag = node.tag.replace(_TAG, "!!")
        self.refuse(here, f"the tag {tag} is not read here", "write a plain value, or !ENV NAME")
        return Written(None, here)

    def _mapping(self, node: yaml.MappingNode) -> dict[Any, Written]:
        own = {id(key) for key, _ in node.value}
        found: dict[Any, Written] = {}
        stated: dict[Any, Location] = {}
        for key_node, value in self.entries(node):
            place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode) and key_node.tag != _ENV:
                self.refuse(place, "a key must be a word, not a list or a mapping", "check the indentation")
                continue
            key = self.build(key_node).value
            if id(key_node) in own and key in stated:
                self.refuse(place, f'"{key}" already stands on line {stated[key].line}', "keep one of them")
            if id(key_node) in own:
                stated[key] = place
            found[key] = self.build(value, place)
        return found

    def _scalar(self, node: yaml.ScalarNode, here: Location) -> Any:
        try:
            return yaml.SafeLoader("").construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            self.refuse(here, "the value is neither a number nor a day, though it looks like one", "put it in quotes")
        except (AttributeError, LookupError):  # PyYAML's answer to `!!bool x`, `!!int ""` and `!!timestamp x`.
            tag = node.tag.replace(_TAG, "!!")
            self.refuse(here, f"the value is not what its tag {tag} says", "write it without the tag")
        return None

    def _variable(self, node: yaml.Node, here: Location) -> Written:
        """Return what MkDocs makes of `!ENV NAME` and of `!ENV [NAME, OTHER, default]`: the first that is set."""
        default = Written(None, here)
        names = [node] if isinstance(node, yaml.ScalarNode) else list(node.value)
        if isinstance(node, yaml.SequenceNode) and len(names) > 1:
            default = self.build(names.pop(), here)
        if isinstance(node, yaml.MappingNode) or not all(isinstance(name, yaml.ScalarNode) for name in names):
            self.refuse(here, "!ENV takes the name of a variable, or a list of names", "write !ENV [NAME, default]")
            return default
        shown = f"{_ENV} {names[0].value}" if names else _ENV
        self.variables.update(name.value for name in names)
        for name in (name.value for name in names if name.value in os.environ):
            text = os.environ[name]
            tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's stubs
            tag = tag if tag in _SCALARS else f"{_TAG}str"
            value = self._scalar(yaml.ScalarNode(tag, text), here)
            self.secrets.update({text: f"{_ENV} {name}", str(value): f"{_ENV} {name}"})
            return Written(value, here, f"{_ENV} {name}")
        return replace(default, variable=default.variable or (shown if default.value is None else ""))
