"""The effective settings, each option with where its value came from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.configuration.refusal import name_of
from mkdocs_postmortem.reading.configuration.written import Written
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.settings.deadlines import DEFAULT

Path = tuple[str, ...]

_UNITS = ((timedelta(days=1), "d"), (timedelta(hours=1), "h"), (timedelta(minutes=1), "min"))
_OF_PRESETS = ("review", "items")
_STAND_FOR_BLOCKS = ("preset", DEFAULT, "file")
"""Options that a plain value stands for: `deadlines: google` is its preset, `review: 5d` its default."""


@dataclass(frozen=True, slots=True)
class EffectiveOption:
    """An option by its name, its value as JSON has it, and where that came from.

    `kind` of origin is default, preset, file or command line; `detail` is the preset's name; `place` is in a file.
    """

    option: str
    value: Any
    kind: str
    detail: str = ""
    place: Location | None = None

    @property
    def origin(self) -> str:
        """Return where the value came from in a word: "default", "preset google", "mkdocs.yml:12"."""
        return f"{self.place.path}:{self.place.line}" if self.place else f"{self.kind} {self.detail}".strip()

    def as_data(self) -> dict[str, Any]:
        """Return the option as JSON has it."""
        origin: dict[str, Any] = {"kind": self.kind}
        if self.place:
            origin |= {"path": self.place.path, "line": self.place.line}
        if self.detail:
            origin["name"] = self.detail
        return {"option": self.option, "value": self.value, "origin": origin}


def effective_settings(project: Project, overridden: Collection[str] = ()) -> list[EffectiveOption]:
    """Return every option in the order of the settings; those in `overridden` came from the command line.

    What came from the environment is shown as `!ENV NAME`.
    """
    found = _options(project.settings, (), project.written)
    return [_option(path, value, project, overridden) for path, value in found]


def _options(value: Any, path: Path, written: Written) -> Iterator[tuple[Path, Any]]:
    """Yield the path and value of every option: of blocks each option, of lists each block or file's entry.

    A block of lists that are all empty is one option.
    """
    if path and isinstance(value, BaseModel) and all(below in ((), {}) for _, below in value):
        yield path, {}
    elif isinstance(value, BaseModel) and len(path) < 2:  # noqa: PLR2004  # blocks in a list are shown whole
        for name in type(value).model_fields:
            yield from _options(getattr(value, name), (*path, name), written)
    elif isinstance(value, dict) and value and (len(path) == 1 or path[0] == "deadlines"):
        for key, below in value.items():
            yield (*path, str(key)), below
    elif isinstance(value, tuple) and value and (isinstance(value[0], BaseModel) or _is_gathered(path, written)):
        for index, entry in enumerate(value):
            yield (*path, str(index)), entry
    else:
        yield path, value


def _is_gathered(path: Path, written: Written) -> bool:
    """Return whether the entries of a list come from several places."""
    here = written.at(path)
    return written.has(path) and here.is_list and len({entry.place.path for entry in (here, *here.value)}) > 1


def _option(path: Path, value: Any, project: Project, overridden: Collection[str]) -> EffectiveOption:
    stated = project.written.at(path) if project.written.has(path) else None
    name, shown = project.masks.cover(name_of(path)), _as_data(value)
    if path[0] in overridden:
        return EffectiveOption(name, shown, "command line")
    place = stated.place if stated else _place_of_block(path, project.written)
    shown = _covered(_masked(shown, stated), project) if place else shown
    if path[0] == "deadlines" and path[1] in _OF_PRESETS and not project.written.has(path[:2]):
        preset = project.settings.deadlines.preset
        is_stated = project.written.has(("deadlines",))
        return EffectiveOption(name, shown, "preset" if is_stated else "default", preset if is_stated else "")
    return EffectiveOption(name, shown, "file" if place else "default", place=place)


def _place_of_block(path: Path, written: Written) -> Location | None:
    """Return the place of the plain value that stands for a block whose option this is, or None."""
    block = written.at(path)
    is_short = path[-1] in _STAND_FOR_BLOCKS and not block.is_mapping and written.has(path[:-1])
    return block.place if is_short else None


def _as_data(value: Any) -> Any:
    """Return a value of the settings as JSON has it: spans and patterns as they are written, blocks as stated."""
    if isinstance(value, BaseModel):
        return {
            name: _as_data(getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set
        }
    if isinstance(value, dict):
        return {str(key): _as_data(below) for key, below in value.items()}
    if isinstance(value, tuple):
        return [_as_data(entry) for entry in value]
    if isinstance(value, timedelta):
        return _span(value)
    if isinstance(value, re.Pattern):
        return value.pattern
    return value.isoformat() if isinstance(value, date) else value


def _span(value: timedelta) -> str:
    return next((f"{value // size}{unit}" for size, unit in _UNITS if value % size == timedelta(0)), str(value))


def _masked(data: Any, stated: Written | None) -> Any:
    """Return data with the names of variables where their values are."""
    if stated is None:
        return data
    if stated.variable and stated.value is not None:
        return stated.variable
    if isinstance(data, dict):
        return {key: _masked(below, stated.get(key)) for key, below in data.items()}
    if isinstance(data, list) and stated.is_list:
        return [_masked(below, stated.get(index)) for index, below in enumerate(data)]
    return data


def _covered(data: Any, project: Project) -> Any:
    """Return data without texts of the environment that have found their way elsewhere."""
    if isinstance(data, dict):
        return {project.masks.cover(key): _covered(below, project) for key, below in data.items()}
    if isinstance(data, list):
        return [_covered(entry, project) for entry in data]
    return project.masks.cover(data) if isinstance(data, str) else data
