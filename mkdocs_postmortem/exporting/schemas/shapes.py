"""How each sort of value may be written in front matter, as JSON Schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from mkdocs_postmortem.exporting.schemas.patterns import portable, spelled, whole
from mkdocs_postmortem.model.duration import CLOCK_FORM, ISO_FORM, PART_FORM, Duration
from mkdocs_postmortem.model.quantity import (
    ANSWER_FORM,
    COUNT_FORM,
    MOST_THINGS,
    PERCENT_FORM,
    Answer,
    Percentage,
    Quantity,
)
from mkdocs_postmortem.model.text import ID_FORM, LONGEST_TEXT, LONGEST_URL, URL_FORM, check_id, check_url
from mkdocs_postmortem.model.times import DATE_FORM, INSTANT_FORM, OFFSET_FORM
from mkdocs_postmortem.settings import CustomField, squash

Schema = dict[str, Any]

_UTC = ("[Zz]", "[Uu][Tt][Cc]", "[Gg][Mm][Tt]")
_ABBREVIATED = rf"[ 0-9(](?!(?:{'|'.join(_UTC)})\)?\s*$)[A-Za-z]+\)?\s*$"  # CET, PST: they mean several things.
_PLACE = r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)+"


def text(longest: int = LONGEST_TEXT, *, blank: bool = True) -> Schema:
    """Return the shape of a text, which may be blank or not."""
    return {"type": "string", "maxLength": longest, **({} if blank else {"pattern": r"\S"})}


def matching(expression: str) -> Schema:
    """Return the shape of a text that an expression describes."""
    return {"type": "string", "pattern": expression}


def choice(names: Iterable[str], words: Iterable[str] = ()) -> Schema:
    """Return the shape of one of these names: as they stand, which editors suggest, or spelled in another way.

    `words` are further squashed spellings.
    """
    names = list(names)
    return {"anyOf": [{"enum": names}, matching(spelled({*map(squash, names), *words}))]}


def step(names: Iterable[str], words: Collection[str]) -> Schema:
    """Return the shape of a step of a scale: a choice in which words that are whole numbers may be numbers too."""
    numbers = sorted(int(word) for word in words if word.isdecimal() and str(int(word)) == word)
    return {"anyOf": [*choice(names, words)["anyOf"], *([{"enum": numbers}] if numbers else [])]}


def listing(entry: Schema, most: int, least: int = 0) -> Schema:
    """Return the shape of a list of such entries."""
    return {"type": "array", "items": entry, **({"minItems": least} if least else {}), "maxItems": most}


def _time() -> Schema:
    """Return the shape of a date with a time of day; the zone may be stated elsewhere."""
    return {**matching(whole(portable(INSTANT_FORM))), "not": {"pattern": _ABBREVIATED}}


def _day() -> Schema:
    """Return the shape of a date."""
    return matching(whole(portable(DATE_FORM)))


def _due() -> Schema:
    """Return the shape of a due date: a date, behind which words may stand."""
    return matching(rf"^\s*{portable(DATE_FORM)}(?![\d-])")


def _zone() -> Schema:
    """Return the shape of a time zone: UTC, an offset, or a name with a slash."""
    return matching(whole(*_UTC, portable(OFFSET_FORM), _PLACE, blanks=False))


def _length_of_time() -> Schema:
    """Return the shape of a duration: in words, as hours, minutes and seconds, or in ISO 8601."""
    return matching(whole(rf"(?:{portable(PART_FORM)})+", portable(CLOCK_FORM), portable(ISO_FORM)))


def _count() -> Schema:
    """Return the shape of a number of things."""
    exact = {"type": "integer", "minimum": 0, "maximum": MOST_THINGS}
    return {"anyOf": [exact, matching(whole(portable(COUNT_FORM)))]}


def _percentage() -> Schema:
    """Return the shape of a share in percent."""
    return {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, matching(whole(portable(PERCENT_FORM)))]}


def _answer() -> Schema:
    """Return the shape of yes or no: a word, details behind it, an address, or all three under keys."""
    words = matching(whole(portable(ANSWER_FORM), portable(URL_FORM)))
    word: Schema = {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, words]}
    keys = closed({"answer": word, "details": text(), "url": _address()})
    return {"anyOf": [*word["anyOf"], {**keys, "required": ["answer"]}]}


def _identifier() -> Schema:
    """Return the shape of an id."""
    return matching(whole(portable(ID_FORM), blanks=False))


def _address() -> Schema:
    """Return the shape of a web address."""
    return {**matching(whole(portable(URL_FORM), blanks=False)), "maxLength": LONGEST_URL}


def closed(properties: dict[str, Schema]) -> Schema:
    """Return the shape of a block that has these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def own_value(declared: CustomField) -> Schema:
    """Return the shape of a value of the settings' own fields."""
    entry: Schema = {"enum": list(declared.choices)} if declared.choices else {}
    return {
        "text": {"type": "string", **entry},
        "number": {"type": "number", **entry},
        "yes-no": {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}]},
        "date": defined("day"),
        "list": {"type": "array", **({"items": entry} if entry else {})},
    }[declared.type]


DEFINITIONS: dict[str, Schema] = {
    "time": _time(),
    "day": _day(),
    "due": _due(),
    "zone": _zone(),
    "duration": _length_of_time(),
    "count": _count(),
    "percentage": _percentage(),
    "answer": _answer(),
    "id": _identifier(),
    "address": _address(),
}
"""Shapes that many keys share, by the name under which a schema defines them."""
BY_TYPE: dict[type, str] = {
    datetime: "time",
    date: "day",
    Duration: "duration",
    Quantity: "count",
    Percentage: "percentage",
    Answer: "answer",
}
BY_VALIDATOR: dict[Any, str] = {check_id: "id", check_url: "address"}


def defined(name: str) -> Schema:
    """Return a reference to a definition, in a form beside which a description counts in draft 7 too."""
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}
