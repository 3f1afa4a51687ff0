"""An option that cannot be used: which one, what is wrong with it, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_postmortem.model.choice import nearest, shorten, suggest
from mkdocs_postmortem.model.text import describe_type
from mkdocs_postmortem.problems import INVALID_SETTING, Problem
from mkdocs_postmortem.reading.configuration.written import Written
from mkdocs_postmortem.settings import Settings

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An option by its path (`("services", "0", "name")`), what is wrong with it, and what to do."""

    option: Path
    message: str
    hint: str = ""

    def as_problem(self, written: Written) -> Problem:
        """Return the problem at the option's place, or at that of the deepest block around it.

        Of a value of the environment it does not say what is wrong, which may tell what it is.
        """
        here = written.at(self.option)
        if not here.variable:
            return INVALID_SETTING.at(here.place, self.message, self.hint)
        if here.value is None:
            return refuse_unset(here, f"option {name_of(self.option)}")
        message = f"option {name_of(self.option)}: what {here.variable} holds cannot be used"
        return INVALID_SETTING.at(here.place, message, "set the variable to what the option takes")


def refuse_unset(here: Written, what: str) -> Problem:
    """Return the problem of a value that a variable of the environment should have given, and that is needed."""
    name = here.variable.removeprefix("!ENV").strip()
    told = f"the environment variable {name} is not set" if name else "!ENV names no variable"
    return INVALID_SETTING.at(here.place, f"{what}: {told}", f"set it, or write !ENV [{name or 'NAME'}, default]")


def find_misshapen(error: ValidationError, written: Written) -> Iterator[Refusal]:
    """Yield what pydantic refuses, in an author's words."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # The entries that are there were refused, each at its own place.
        path = tuple(str(part) for part in detail["loc"])
        if path == ("audience",) and not written.has(path):
            path = ("audiences",)  # The default audience is not one of those that are listed.
        yield _refusal(path, detail)


def _refusal(path: Path, detail: ErrorDetails) -> Refusal:
    name = name_of(path)
    if detail["type"] == "extra_forbidden":
        known = _block_at(path[:-1]).model_fields
        close = nearest(path[-1], known)
        hint = f'did you mean "{close}"?' if close else f"known are {', '.join(known)}"
        return Refusal(path, f"option {name} is not known", hint)
    if detail["type"] == "invalid_key":
        path = (*path[:-1], str(detail["input"]))
        return Refusal(path, f'the key "{path[-1]}" is not text', "put it in quotes")
    if path[-1] == "[key]":
        # It is told whole: what the environment says is hidden where it stands in full.
        options = _options_of(detail)
        return Refusal(path[:-1], f'{name_of(path[:-2])}: "{path[-2]}" is not known', suggest(path[-2], options))
    message, hint = _reason(path, detail)
    return Refusal(path, f"option {name}: {message}", hint)


def name_of(path: Path) -> str:
    """Return how messages name an option: `services[0].name`."""
    parts = (f"[{part}]" if part.isdecimal() else f".{part}" for part in path if part != "[key]")
    return "".join(parts).removeprefix(".")


def _reason(path: Path, detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong with the shape of a value, and what to do."""
    value, told = detail["input"], detail.get("ctx", {})
    if value is None and detail["type"] != "value_error":
        return "it has no value", "write one, or delete the line; a # begins a comment"
    if detail["type"] == "literal_error":
        return f"{_shown(value)} is not known", suggest(str(value), _options_of(detail))
    for ending, explain in _REASONS.items():
        if detail["type"].endswith(ending):
            return explain(value, told)
    if detail["type"] == "string_pattern_mismatch":
        return f"{_shown(value)} does not have the right form", _FORMS.get(path[-1], "")
    return detail["msg"].removeprefix("Value error, "), ""


def _options_of(detail: ErrorDetails) -> list[str]:
    """Return the words that an option with a closed list takes."""
    return re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))


_REASONS: Mapping[str, Callable[[Any, Mapping[str, Any]], tuple[str, str]]] = {
    "missing": lambda *_: ("it is missing", "add it"),
    "tuple_type": lambda value, _: (f"it must be a list, not {_describe(value)}", "write [one, two]"),
    "dict_type": lambda value, _: (f"it must be a mapping, not {_describe(value)}", "write {key: value}"),
    "model_type": lambda value, _: (f"it must hold options, not {_describe(value)}", "write {option: value}"),
    "string_type": lambda value, _: (f"it must be text, not {_describe(value)}", "put it in quotes"),
    "int_type": lambda value, _: (f"it must be a whole number, not {_describe(value)}", ""),
    "int_parsing": lambda value, _: (f"{_shown(value)} is not a whole number", ""),
    "int_from_float": lambda value, _: (f"{_shown(value)} is not a whole number", ""),
    "float_type": lambda value, _: (f"it must be a number, not {_describe(value)}", ""),
    "float_parsing": lambda value, _: (f"{_shown(value)} is not a number", ""),
    "bool_type": lambda value, _: (f"it must be true or false, not {_describe(value)}", ""),
    "bool_parsing": lambda value, _: (f"{_shown(value)} is neither true nor false", ""),
    "string_too_short": lambda *_: ("it is empty", "write a word"),
    "string_too_long": lambda _, told: (f"it is longer than {told['max_length']} characters", "shorten it"),
    "too_short": lambda *_: ("the list is empty", "name at least one, or delete the line"),
    "greater_than_equal": lambda value, told: (f"{value} is too small", f"write {told['ge']:g} or more"),
    "greater_than": lambda value, told: (f"{value} is too small", f"write more than {told['gt']:g}"),
    "less_than_equal": lambda value, told: (f"{value} is too large", f"write {told['le']:g} or less"),
    "date_type": lambda value, _: (f"it must be a day, not {_describe(value)}", "write it like 2026-11-16"),
    "date_parsing": lambda value, _: (f"{_shown(value)} is not a day", "write it like 2026-11-16"),
    "date_from_datetime_parsing": lambda value, _: (f"{_shown(value)} is not a day", "write it like 2026-11-16"),
    "date_from_datetime_inexact": lambda value, _: (f"{_shown(value)} is not a day", "write it like 2026-11-16"),
}
"""What the types of pydantic's errors mean to somebody who writes settings."""

_FORMS = {
    "path": "use letters, digits, - and _, with / between parts",
    "name": "use letters, digits, - and _; a field of yours takes lower case letters, digits and _",
    "colour": 'write # and six hexadecimal digits in quotes, such as "#b42318"',
}


def _describe(value: Any) -> str:
    """Return the name of a value's type in an author's words."""
    if isinstance(value, date):
        return "a day"
    return describe_type(tuple(value) if isinstance(value, list) else value)


def _shown(value: Any) -> str:
    return f'"{shorten(str(value))}"' if isinstance(value, (str, int, float)) else _describe(value)


def _block_at(path: Path) -> type[BaseModel]:
    """Return the block of options that stands at a path of the settings."""
    kind: Any = Settings
    for part in path:
        kind = _inside(kind, part)
    return next((found for found in _types_of(kind) if issubclass(found, BaseModel)), Settings)


def _inside(kind: Any, part: str) -> Any:
    for found in _types_of(kind):
        if issubclass(found, BaseModel):
            return found.model_fields[part].annotation if part in found.model_fields else None
    origin, arguments = get_origin(_bare(kind)), get_args(_bare(kind))
    return arguments[1] if origin is dict else arguments[0] if origin is tuple else None


def _types_of(kind: Any) -> Iterator[type]:
    """Yield the classes that a type without containers is made of."""
    bare = _bare(kind)
    if get_origin(bare) in (Union, UnionType):
        for part in get_args(bare):
            yield from _types_of(part)
    elif isinstance(bare, type) and get_origin(bare) is None:
        yield bare


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind
