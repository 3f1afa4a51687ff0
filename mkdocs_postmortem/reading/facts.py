"""From a composed front matter block to facts: the model validates, its faults become problems at their values."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.model.action_item import parse_due
from mkdocs_postmortem.model.choice import nearest, shorten
from mkdocs_postmortem.model.text import describe_type, show_value
from mkdocs_postmortem.model.times import find_zone, parse_date
from mkdocs_postmortem.problems import (
    EMPTY_FIELD,
    KINDS_BY_NAME,
    MISSING_FIELD,
    OUT_OF_RANGE,
    PLACEHOLDER_FIELD,
    TOO_LONG,
    UNKNOWN_CHOICE,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    Kind,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.foreign_values import translate_values
from mkdocs_postmortem.reading.keys import NOT_FOR_AUTHORS
from mkdocs_postmortem.reading.placeholders import is_unfilled
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.yaml_events import Node, places, plain
from mkdocs_postmortem.settings import CustomField, Settings

_REPORTED_AT_MOST = 50
_CORRECTED_AT_MOST = 1_000
_LENGTH_ERRORS = {"string_too_long", "too_long"}
_EXAMPLES = {
    "action_items": "write `- {title: …, owner: …, due: 2026-03-31}`",
    "contributing_factors": "write the text, or `- {category: …, text: …}`",
}
_RANGE_ERRORS = {"greater_than_equal", "less_than_equal", "finite_number"}


@dataclass(slots=True)
class StatedFacts:
    """The facts that could be read, where each stands, the document's default zone, and what was refused and why."""

    facts: Facts
    places: Mapping[str, tuple[int, int]]
    zone: tzinfo | None
    refused: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)


def state_facts(root: Node, settings: Settings, vocabulary: Vocabulary) -> StatedFacts:
    """Return what the front matter states; a value that is refused is left out and reported, the others stay."""
    problems: list[Problem] = []
    stated = {**{key: (place.line, place.column) for key, place in root.keys.items()}, **places(root)}
    _drop_placeholders(root, vocabulary, problems)
    values: dict[str, Any] = plain(root)
    zone = _default_zone(root, values, settings, problems)
    values["custom"] = _custom_values(root, values.get("custom", {}), settings, problems)
    translate_values(values, settings, vocabulary)
    if "action_items" in values and isinstance(values["action_items"], tuple):
        values["action_items"] = _located(root.value["action_items"], values["action_items"])
    context = {"settings": settings, "zone": zone}
    facts = _validated(values, context, root, problems)
    if problems:
        stated.update(places(root))  # Entries that were left out have moved the ones behind them.
    refused = {key: node.raw for key, node in root.value.items() if node.raw and getattr(facts, key, "") in (None, ())}
    return StatedFacts(facts, stated, zone, refused, problems)


def _validated(values: dict[str, Any], context: dict[str, Any], root: Node, problems: list[Problem]) -> Facts:
    """Validate; on faults, report them, drop what they concern and validate again."""
    for _ in range(8):
        try:
            return Facts.model_validate(values, context=context)
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems.extend(_problem(detail, root) for detail in details[:_REPORTED_AT_MOST])
            if len(details) > _REPORTED_AT_MOST:
                message = f"{len(details) - _REPORTED_AT_MOST} more values cannot be read"
                problems.append(WRONG_TYPE.at(root.place, message, "correct the first ones, and check again"))
            if len(details) > _CORRECTED_AT_MOST:
                break  # Leaving each out takes quadratic time, and nobody writes so many by hand.
            for location in sorted({tuple(detail["loc"]) for detail in details}, key=_depth_then_index, reverse=True):
                values = _without(values, location)
                _prune(root, location)
    return Facts()


def _depth_then_index(location: tuple[int | str, ...]) -> tuple[Any, ...]:
    return (
        len(location),
        tuple((isinstance(part, int), part if isinstance(part, int) else 0, str(part)) for part in location),
    )


def _without(values: Any, location: tuple[int | str, ...]) -> Any:
    """Return the values without the one at `location`; a list loses the whole entry, a block only its key."""
    if not location:
        return values
    first, *rest = location
    if isinstance(values, dict) and first in values:
        if rest and isinstance(values[first], (dict, tuple)):
            return {**values, first: _without(values[first], tuple(rest))}
        return {key: item for key, item in values.items() if key != first}
    if isinstance(values, tuple) and isinstance(first, int) and first < len(values):
        if rest and isinstance(values[first], dict) and "title" in values[first] and rest != ["title"]:
            return (*values[:first], _without(values[first], tuple(rest)), *values[first + 1 :])
        return (*values[:first], *values[first + 1 :])
    return values


def _prune(node: Node, location: tuple[int | str, ...]) -> None:
    """Leave out of the nodes' lists what `_without` leaves out of the values, so that indexes stay the same."""
    if not location:
        return
    first, *rest = location
    if isinstance(node.value, list) and isinstance(first, int) and first < len(node.value):
        inner = node.value[first].value
        if rest and isinstance(inner, dict) and "title" in inner and rest != ["title"]:
            _prune(node.value[first], tuple(rest))
        else:
            del node.value[first]
    elif isinstance(node.value, dict) and rest and first in node.value:
        _prune(node.value[str(first)], tuple(rest))


def _problem(detail: ErrorDetails, root: Node) -> Problem:
    location = tuple(part for part in detail["loc"])
    place, value = _find(root, location)
    if detail["type"] == "extra_forbidden":
        place = _find_node(root, location[:-1]).keys.get(str(location[-1]), place)
    name = ".".join(str(part) for part in location if not isinstance(part, int)) or "value"
    kind, message, hint = _explain(detail, name, value)
    return kind.at(place, message, hint)


def _explain(detail: ErrorDetails, name: str, value: Any) -> tuple[Kind, str, str]:
    context: Any = detail.get("ctx", {})
    if detail["type"] in KINDS_BY_NAME:
        kind, message = KINDS_BY_NAME[detail["type"]], str(context.get("message", ""))
        return kind, message if name in message else f"{name}: {message}", str(context.get("hint", ""))
    if detail["type"] == "extra_forbidden":
        return UNKNOWN_FIELD, f'"{shorten(name)}" is not a known key', _nested_suggestion(name)
    if detail["type"] == "missing":
        return MISSING_FIELD, f"{name} is not stated", "add it"
    return _explain_shape(detail, name, value)


def _explain_shape(detail: ErrorDetails, name: str, value: Any) -> tuple[Kind, str, str]:
    context: Any = detail.get("ctx", {})
    if detail["type"] in _LENGTH_ERRORS:
        most = context.get("max_length")
        what = "characters" if detail["type"] == "string_too_long" else "entries"
        return TOO_LONG, f"{name} has more than {most} {what}", "shorten it; details belong in the body"
    if detail["type"] in _RANGE_ERRORS:
        return OUT_OF_RANGE, f"{name} is out of range", str(detail["msg"])
    if detail["type"] in ("model_type", "model_attributes_type", "dict_type"):
        hint = _EXAMPLES.get(name, f"indent its keys below {name}:")
        return WRONG_TYPE, f"{name}: expected keys and values, found {describe_type(value)}", hint
    return WRONG_TYPE, f"{name} cannot be {describe_type(value)}", str(detail["msg"])


def _nested_suggestion(name: str) -> str:
    *parents, key = name.split(".")
    model: type[BaseModel] | None = Facts
    for parent in parents:
        model = _model_of(model.model_fields[parent].annotation) if model and parent in model.model_fields else None
    if model is None:
        return "remove it"
    names = [field for field in model.model_fields if field not in NOT_FOR_AUTHORS]
    close = nearest(key, names)
    return f'did you mean "{close}"?' if close else f"known are {', '.join(names)}"


def _model_of(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as `Annotated[tuple[Related, ...], …]` or `Impact | None`."""
    if (
        isinstance(annotation, type)
        and issubclass(annotation, BaseModel)
        and not isinstance(annotation, types.GenericAlias)
    ):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_of(part)) is not None), None)


def _find(root: Node, location: tuple[int | str, ...]) -> tuple[Location, Any]:
    """Return place and value at `location`, or of the nearest thing around it that stands in the file."""
    node = _find_node(root, location)
    return node.place, plain(node)


def _find_node(root: Node, location: tuple[int | str, ...]) -> Node:
    node = root
    for part in location:
        if isinstance(node.value, dict) and part in node.value:
            node = node.value[str(part)]
        elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            break
    return node


def _drop_placeholders(root: Node, vocabulary: Vocabulary, problems: list[Problem]) -> None:
    """Report and remove values and list entries that are empty or still the template's ("[Name]", "TBD")."""
    for key, node in list(root.value.items()):
        if isinstance(node.value, list):
            node.value[:] = [entry for entry in node.value if not _report_unstated(key, entry, vocabulary, problems)]
        elif _report_unstated(key, node, vocabulary, problems):
            del root.value[key]


def _report_unstated(key: str, node: Node, vocabulary: Vocabulary, problems: list[Problem]) -> bool:
    """Report a value that states nothing and return whether it is one."""
    if node.value is None or (isinstance(node.value, str) and not node.value.strip()):
        problems.append(EMPTY_FIELD.at(node.place, f"{key} holds an empty value", "state it or remove it"))
    elif isinstance(node.value, str) and is_unfilled(node.value, vocabulary):
        message = f'{key} is still a placeholder ("{shorten(node.value)}")'
        problems.append(PLACEHOLDER_FIELD.at(node.place, message, "state it or remove it"))
    else:
        return False
    return True


def _default_zone(root: Node, values: dict[str, Any], settings: Settings, problems: list[Problem]) -> tzinfo | None:
    """Return the zone of times that name none: the document's `timezone`, else the settings', else None."""
    stated = values.get("timezone")
    try:
        if isinstance(stated, str):
            return find_zone(stated)
    except PydanticCustomError as error:
        context: Any = error.context or {}
        problems.append(
            KINDS_BY_NAME[error.type].at(
                root.value["timezone"].place, f"timezone: {context['message']}", context["hint"]
            )
        )
        del values["timezone"]
    return find_zone(settings.timezone) if settings.timezone else None


def _located(node: Node, items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the entries of `action_items:` with the line and column where each stands."""
    placed = []
    for number, (item, entry) in enumerate(zip(items, node.value, strict=True), start=1):
        known = {"number": number, "line": entry.place.line, "column": entry.place.column}
        placed.append({**known, **item, **_stated_due(item)} if isinstance(item, dict) else item)
    return tuple(placed)


def _stated_due(item: dict[str, Any]) -> dict[str, str]:
    """Return what the author wrote as due date where it is no date, so that it is not reported as missing too."""
    stated = item.get("due")
    try:
        parse_due(stated if isinstance(stated, str) else "")
    except PydanticCustomError:
        return {"stated_due": str(show_value(stated))} if stated is not None else {}
    return {}


def _custom_values(root: Node, values: dict[str, Any], settings: Settings, problems: list[Problem]) -> dict[str, Any]:
    """Return the values of declared fields that have the declared type."""
    kept = {}
    for declared in settings.fields:
        if declared.name not in values:
            continue
        value = values[declared.name]
        if reason := _mismatch(value, declared):
            kind = UNKNOWN_CHOICE if declared.choices and isinstance(value, (str, tuple)) else WRONG_TYPE
            problems.append(
                kind.at(
                    root.value["custom"].value[declared.name].place,
                    f"{declared.name}: {reason}",
                    _custom_hint(declared),
                )
            )
        else:
            kept[declared.name] = value in (True, "yes") if declared.type == "yes-no" else value
    return kept


def _mismatch(value: Any, declared: CustomField) -> str:
    """Return what is wrong with the value of a declared field, empty when nothing is."""
    listed = value if isinstance(value, tuple) else (value,)
    expected: dict[str, type | tuple[type, ...]] = {
        "text": str,
        "number": (int, float),
        "yes-no": (bool, str),
        "date": str,
        "list": tuple,
    }
    if not isinstance(value, expected[declared.type]) or (declared.type == "number" and isinstance(value, bool)):
        return f"expected {declared.type}, found {describe_type(value)}"
    if declared.type == "yes-no" and value not in (True, False, "yes", "no"):
        return f'expected yes or no, found "{shorten(str(value))}"'
    if declared.type == "date" and not _is_date(value):
        return f'"{shorten(str(value))}" is not a date'
    if (
        declared.choices
        and (strange := next((item for item in listed if item not in declared.choices), None)) is not None
    ):
        return f'"{shorten(str(strange))}" is not one of the choices'
    return ""


def _custom_hint(declared: CustomField) -> str:
    if declared.choices:
        return f"use {', '.join(declared.choices)}"
    return {
        "text": "put it in quotes",
        "number": "write 12 or 12.5",
        "yes-no": "write yes or no",
        "date": "write it like 2026-03-31",
        "list": "write it in [square brackets]",
    }[declared.type]


def _is_date(value: Any) -> bool:
    try:
        return isinstance(parse_date(value), date)
    except PydanticCustomError:
        return False
