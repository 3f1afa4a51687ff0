"""What all settings share: a frozen block, and spans of time, patterns and spellings as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

if TYPE_CHECKING:  # What draws schemas takes long to import.
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
SPAN_FORM = re.compile(r"(?P<number>[0-9]{1,5}) ?(?P<unit>m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.IGNORECASE)
_LONGEST_NAME = 255
"""In bytes: no usual file system takes longer names of files and folders."""
_LONGEST_PATH = 2000
"""In bytes: half of what Linux takes, for what stands before it."""
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


class Block(BaseModel):
    """Base of all settings: frozen, and closed to unknown options."""

    # What validates a class is built at its first use, for most checks need few of them. So that defaults do not use it
    # at every start, they are made with `model_construct`: a test validates them.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the block, with the docstring below each option as its description."""
        from mkdocs_postmortem.settings.field_docs import describe_fields  # noqa: PLC0415  # the same

        drawn = handler(core)
        properties = handler.resolve_ref_schema(drawn).get("properties", {})
        for name, text in describe_fields(cls).items():
            properties[name].setdefault("description", text)
        return drawn


@dataclass(frozen=True)
class ShortForm:
    """Says in the JSON Schema of the settings what a validator takes in place of an option's long form.

    None stands for one value that holds for all keys of a mapping.
    """

    schema: Mapping[str, Any] | None = None

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of both forms."""
        long = handler(core)
        return {"anyOf": [long, dict(long["additionalProperties"] if self.schema is None else self.schema)]}


@dataclass(frozen=True)
class FromFiles:
    """Says in the JSON Schema of the settings that a list, or entries of it, may stand in files, or in `catalogues`."""

    catalogues: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the list, of a source in its place, and of sources among its entries."""
        long = handler(core)
        path = {"type": "string", "minLength": 1}
        patterns = {"anyOf": [path, {"type": "array", "items": path, "minItems": 1}]}
        forms = {"file": path, **dict.fromkeys(self.catalogues, patterns)}
        sources = [
            {"type": "object", "properties": {name: form}, "required": [name], "additionalProperties": False}
            for name, form in forms.items()
        ]
        return {"anyOf": [{**long, "items": {"anyOf": [long["items"], *sources]}}, *sources]}


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """Return the letters and digits of `text`, case folded, so that `Sev 1`, `SEV-1` and `sev_1` compare equal."""
    return _NO_LETTER_OR_DIGIT.sub("", text.casefold())


def listed(value: Any) -> Any:
    """Let a plain `published` stand for `[published]`."""
    return value if value is None or isinstance(value, (list, tuple, dict)) else (value,)


def as_span(value: Any) -> timedelta:
    """Return the time that `30d`, `2 weeks` or `90 min` names; raises ValueError for others, such as a bare number."""
    if isinstance(value, timedelta):
        return value
    match = SPAN_FORM.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError("write a number and its unit, such as 30d, 2w, 36h or 90min")
    return int(match["number"]) * _UNITS[match["unit"][0].lower()]


def find_path_fault(path: str) -> str:
    """Return why no file and no folder can have this path, "" when one can."""
    if "\0" in path or any("\ud800" <= letter <= "\udfff" for letter in path):
        return "it holds a character that no path can hold"
    if len(path.encode()) > _LONGEST_PATH or any(len(name.encode()) > _LONGEST_NAME for name in path.split("/")):
        return f"a path has at most {_LONGEST_PATH} bytes, and each name in it {_LONGEST_NAME}"
    return ""


def _path(path: str) -> str:
    if fault := find_path_fault(path):
        raise ValueError(fault)
    return path


def _pattern(value: Any) -> re.Pattern[str]:
    if isinstance(value, re.Pattern):
        return value
    if not isinstance(value, str) or not value:
        raise ValueError("write a regular expression in quotes")
    try:
        return re.compile(value)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"it is not a regular expression ({error})") from None


LevelWord = Annotated[
    Literal["error", "warning", "off"],
    # YAML 1.1, by which MkDocs reads its configuration, takes a plain `off` for false.
    BeforeValidator(lambda word: "off" if word is False else word),
    ShortForm({"const": False}),
]
Levels = dict[str, LevelWord]
"""Levels by problem code or name."""
Span = Annotated[timedelta, BeforeValidator(as_span)]
PathName = Annotated[str, Field(min_length=1), AfterValidator(_path)]
"""A path to a file or a folder, which need not be there."""
Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]


def level_in(levels: Levels, code: str, name: str) -> str | None:
    """Return the level that is stated for a problem, by code or else by name, letter case ignored, or None."""
    folded = {reference.casefold(): level for reference, level in levels.items()}
    return folded.get(code.casefold()) or folded.get(name.casefold())
