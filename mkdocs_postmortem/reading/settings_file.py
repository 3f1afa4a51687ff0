"""The settings, from options that MkDocs parsed or from mkdocs.yml itself, which is read and never executed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.model.choice import nearest, suggest
from mkdocs_postmortem.model.times import find_zone
from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem, find_kind
from mkdocs_postmortem.reading.settings_words import find_word_faults
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import (
    Conventions,
    CustomField,
    Deadlines,
    ImpactThreshold,
    IncidentList,
    OwnerEntry,
    Required,
    ServiceEntry,
    Settings,
    SeverityLevel,
    VocabularyWords,
    Wording,
)
from mkdocs_postmortem.settings.deadlines import DEFAULT, PRESETS, PRIORITIES
from mkdocs_postmortem.settings.severity import rank_of

PLUGIN_NAME = "postmortem"
_BLOCKS: dict[str, type[BaseModel]] = {
    "severities": SeverityLevel,
    "services": ServiceEntry,
    "fields": CustomField,
    "required": Required,
    "vocabulary": VocabularyWords,
    "words": Wording,
    "conventions": Conventions,
    "impact_thresholds": ImpactThreshold,
    "deadlines": Deadlines,
    "owners": OwnerEntry,
    "incidents_csv": IncidentList,
}
_LARGEST_CONFIG = 1_000_000
_DEEPEST_CONFIG = 60


@dataclass(frozen=True, slots=True)
class Refusal:
    """An option that cannot be used: its dotted path, what is wrong, and what to do."""

    option: tuple[str, ...]
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message}{'; ' if self.hint else ''}{self.hint}"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a library lives: the folder that paths are relative to, its settings, and what is wrong with them."""

    root: Path
    settings: Settings
    problems: tuple[Problem, ...] = ()
    docs_dir: str = "docs"


def check_settings(options: Mapping[str, Any]) -> tuple[Settings, list[Refusal]]:
    """Return the settings of these options and every option that was refused; refused ones keep their default."""
    given = {key: value for key, value in options.items() if key != "enabled"}
    refusals: list[Refusal] = []
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        refusals = [_refusal(detail) for detail in error.errors(include_url=False)]
        bad = {refusal.option[0] if refusal.option else "" for refusal in refusals}
        settings = _salvaged({key: value for key, value in given.items() if key not in bad})
    return settings, [*refusals, *_meaningless(settings)]


def read_project(config: Path | None, start: Path) -> Project:
    """Return the project of a mkdocs.yml: the given one, else the one in `start`, else the defaults in `start`."""
    path = config or start / "mkdocs.yml"
    if config is None and not path.is_file():
        return Project(start, Settings())
    shown = path.name if config is None else str(config)
    try:
        tree = _compose(path)
    except (OSError, ValueError, yaml.YAMLError) as error:
        return Project(path.parent, Settings(), (_unreadable(shown, error),))
    block = _find_block(tree) if tree else None
    docs_dir = _scalar(tree, "docs_dir") or "docs"
    if tree is not None and block is None and (parent := _scalar(tree, "INHERIT")):
        inherited = read_project(path.parent / parent, start)
        return Project(path.parent, inherited.settings, inherited.problems, docs_dir)
    settings, refusals = check_settings(_plain(block) if isinstance(block, yaml.MappingNode) else {})
    return Project(path.parent, settings, tuple(_located(r, block, shown) for r in refusals), docs_dir)


def _salvaged(given: Mapping[str, Any]) -> Settings:
    try:
        return Settings.model_validate(given)
    except ValidationError:
        return Settings()


def _refusal(detail: ErrorDetails) -> Refusal:
    location = tuple(str(part) for part in detail["loc"])
    name = ".".join(location)
    if detail["type"] == "extra_forbidden":
        block = _BLOCKS.get(location[0], Settings) if len(location) > 1 else Settings
        close = nearest(location[-1], block.model_fields)
        hint = f'did you mean "{close}"?' if close else f"known are {', '.join(block.model_fields)}"
        return Refusal(location, f"option {name} is not known", hint)
    message = detail["msg"].removeprefix("Value error, ")
    return Refusal(location, f"option {name}: {message}" if name else message)


def _meaningless(settings: Settings) -> Iterator[Refusal]:
    """Yield options that have the right shape but name nothing: problem codes, sections, fields, a zone."""
    for reference in settings.levels:
        if find_kind(reference) is None:
            yield Refusal(
                ("levels", reference),
                f'levels: "{reference}" is no problem code or name',
                "`postmortem rules` lists them",
            )
    known = vocabulary_for(Settings()).section_keys
    for key in (*settings.headings, *settings.required.sections):
        if key not in known:
            yield Refusal(("headings", key), f'"{key}" is no section', f"known are {', '.join(known)}")
    yield from _meaningless_fields(settings)
    yield from _meaningless_severities(settings)
    yield from _meaningless_zone(settings)
    yield from (Refusal(*fault) for fault in find_word_faults(settings))


def _meaningless_fields(settings: Settings) -> Iterator[Refusal]:
    facts = [name for name in Facts.model_fields if name not in ("custom", "extensions")]
    own = [declared.name for declared in settings.fields]
    for name in settings.required.fields:
        if name not in (*facts, *own):
            yield Refusal(("required", "fields"), f'required: "{name}" is no field', suggest(name, [*facts, *own]))
    for name in own:
        if name in vocabulary_for(Settings()).fields.values():
            yield Refusal(("fields",), f'fields: "{name}" is a field already', "choose another name")


def _meaningless_severities(settings: Settings) -> Iterator[Refusal]:
    """Yield severities that are not on the scale. The shipped thresholds and deadlines may name steps it lacks."""
    names = [level.name for level in settings.severities]
    shipped = PRESETS[settings.deadlines.preset]
    stated = [
        ("deadlines.review", key) for key in settings.deadlines.review if key not in (*shipped["review"], DEFAULT)
    ]
    known = (*shipped["items"], DEFAULT, *PRIORITIES)
    stated += [("deadlines.items", key) for key in settings.deadlines.items if key not in known]
    if "impact_thresholds" in settings.model_fields_set:
        stated += [("impact_thresholds", threshold.severity) for threshold in settings.impact_thresholds]
    for option, key in stated:
        if rank_of(key, settings.severities) is None:
            yield Refusal((*option.split("."), key), f'{option}: "{key}" is not on the scale', suggest(key, names))


def _meaningless_zone(settings: Settings) -> Iterator[Refusal]:
    if settings.timezone is None:
        return
    try:
        find_zone(settings.timezone)
    except PydanticCustomError as error:
        context: Any = error.context or {}
        yield Refusal(("timezone",), f"timezone: {context.get('message')}", str(context.get("hint", "")))


def _compose(path: Path) -> yaml.MappingNode | None:
    """Return the node tree of a YAML file: tags such as `!ENV` and `!!python/name` stay unread, nothing is built."""
    text = path.read_text(encoding="utf-8-sig")
    if len(text) > _LARGEST_CONFIG:
        raise ValueError("the file is too large")
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST_CONFIG:
            raise ValueError("the file is nested too deeply")
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    return tree if isinstance(tree, yaml.MappingNode) else None


def _find_block(tree: yaml.MappingNode) -> yaml.Node | None:
    """Return the value of `postmortem` under `plugins`, in either of the two forms that MkDocs accepts."""
    plugins = _child(tree, "plugins")
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        if isinstance(entry, yaml.ScalarNode) and entry.value == PLUGIN_NAME:
            return entry
        if isinstance(entry, yaml.MappingNode) and (found := _child(entry, PLUGIN_NAME)) is not None:
            return found
    return None


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    found: yaml.Node | None = next((value for name, value in node.value if name.value == key), None)
    return found


def _scalar(node: yaml.Node | None, key: str) -> str | None:
    child = _child(node, key)
    return str(child.value) if isinstance(child, yaml.ScalarNode) and child.value else None


class _PlainLoader(yaml.SafeLoader):
    """Builds plain values from nodes; what has a tag of its own becomes None instead of an object."""


def _environment_value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return what MkDocs makes of `!ENV NAME` and `!ENV [NAME, OTHER, default]`: the first variable that is set."""
    if isinstance(node, yaml.ScalarNode):
        names, default = [str(node.value)], None
    elif isinstance(node, yaml.SequenceNode) and node.value:
        *variables, last = node.value
        names, default = [str(item.value) for item in variables], loader.construct_object(last)
    else:
        return None
    stated = next((os.environ[name] for name in names if name in os.environ), None)
    return default if stated is None else yaml.safe_load(stated)


_PlainLoader.add_constructor("!ENV", _environment_value)
_PlainLoader.add_multi_constructor("", lambda *_: None)
_PlainLoader.add_constructor(None, lambda *_: None)


def _plain(node: yaml.MappingNode) -> dict[str, Any]:
    """Return a block as plain Python values, by the same YAML rules as MkDocs."""
    built: dict[str, Any] = _PlainLoader("").construct_document(node)
    return built


def _located(refusal: Refusal, block: yaml.Node | None, shown: str) -> Problem:
    """Return the problem at the line of the option, or of the block around it."""
    node, mark = block, block.start_mark if block is not None else None
    for part in refusal.option:
        if isinstance(node, yaml.SequenceNode) and part.isdecimal() and int(part) < len(node.value):
            node = node.value[int(part)]
            mark = node.start_mark if node is not None else mark
        elif isinstance(node, yaml.MappingNode):
            entry = next(((name, value) for name, value in node.value if name.value == part), None)
            if entry is None:
                break
            node, mark = entry[1], entry[0].start_mark
    place = Location(shown, mark.line + 1, mark.column + 1) if mark else Location(shown)
    return INVALID_SETTING.at(place, refusal.message, refusal.hint)


def _unreadable(shown: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Location(shown, mark.line + 1, mark.column + 1) if mark else Location(shown)
    reason = getattr(error, "problem", None) or getattr(error, "strerror", None) or str(error)
    return INVALID_SETTING.at(place, f"the configuration cannot be read: {reason}", "correct the file")
