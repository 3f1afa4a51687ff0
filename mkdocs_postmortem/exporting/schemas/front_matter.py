"""The JSON Schema of front matter, drawn from the model and the settings.

It never refuses what the reader takes, so it knows spellings as well; what an editor is to suggest stands first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from mkdocs_postmortem.exporting.schemas import shapes
from mkdocs_postmortem.exporting.schemas.examples import FRONT_MATTER
from mkdocs_postmortem.exporting.schemas.patterns import spelled
from mkdocs_postmortem.exporting.schemas.shapes import Schema
from mkdocs_postmortem.exporting.schemas.spellings import Spellings
from mkdocs_postmortem.model import ActionItem, Facts, Related
from mkdocs_postmortem.model.choice import OneOf
from mkdocs_postmortem.model.facts import ContributingFactor
from mkdocs_postmortem.model.text import LABEL_KEYS, URL_KEYS, Link
from mkdocs_postmortem.problems import MISSING_FIELD
from mkdocs_postmortem.reading.keys import BLOCKS, NOT_FOR_AUTHORS
from mkdocs_postmortem.rules.missing_field import TOLD_BY_BODY
from mkdocs_postmortem.settings import Settings, squash
from mkdocs_postmortem.settings.field_docs import describe_fields

_BEHIND_KEYS = r"(?:\([\s\S]*)?"
_ZONED = r"(?:[A-Za-z]|[+-]\d{2}(?::?\d{2})?)\)?\s*$"
_OWN_KEYS: Schema = {"^[Xx]-": {}}


def build_front_matter_schema(settings: Settings, languages: Iterable[str] = ()) -> Schema:
    """Return the schema of these settings, as draft 7; keys and words are English or of the further languages."""
    return _FrontMatter(settings, Spellings(settings, ("en", *languages))).build()


class _FrontMatter:
    """Builds the schema of one library's front matter."""

    def __init__(self, settings: Settings, spellings: Spellings) -> None:
        self.settings, self.spellings = settings, spellings
        self.own = [declared.name for declared in settings.fields]
        self.by_field: dict[tuple[type[BaseModel], str], Callable[[], Schema]] = {
            (Facts, "severity"): self._severity,
            (Facts, "status"): lambda: self._choice(Facts, "status", self.spellings.of_review_states()),
            (Facts, "audience"): lambda: shapes.choice(settings.audiences),
            (Facts, "timezone"): lambda: shapes.defined("zone"),
            (ContributingFactor, "category"): lambda: shapes.choice(settings.factor_categories),
            (ActionItem, "due"): lambda: shapes.defined("due"),
            (ActionItem, "owners"): lambda: {"anyOf": [shapes.text(), self._shape(ActionItem, "owners")]},
            (ActionItem, "priority"): lambda: self._choice(ActionItem, "priority", self.spellings.of_priorities()),
        }
        self.by_model: dict[type[BaseModel], Callable[[], Schema]] = {
            Related: lambda: {"anyOf": [shapes.defined("id"), self._entry(Related, "related")]},
            Link: self._link,
            ContributingFactor: lambda: {
                "anyOf": [shapes.text(blank=False), self._entry(ContributingFactor, "contributing_factors")]
            },
            ActionItem: self._item,
        }

    def build(self) -> Schema:
        """Return the whole schema."""
        named = {name: self._described(Facts, name, name) for name in _fields(Facts)}
        own = {
            declared.name: _declared(declared.label, shapes.own_value(declared)) for declared in self.settings.fields
        }
        ignored = {"$schema": {"description": "The address of this schema, for editors; otherwise ignored."}}
        return {
            "type": "object",
            "properties": {**named, **own, **ignored},
            "patternProperties": {**self._spelled_keys(), **_OWN_KEYS},
            "additionalProperties": False,
            "allOf": [*self._required(), *self._zones()],
            "definitions": shapes.DEFINITIONS,
        }

    def _spelled_keys(self) -> Schema:
        """Return where other spellings of keys lead: to the key itself, also when that stands in a block."""
        paths = [*_fields(Facts), *(f"{block}.{name}" for block in BLOCKS for name in _fields(_block_of(block)))]
        return {self._other_spellings(path): {"$ref": _pointer(path)} for path in paths}

    def _other_spellings(self, path: str) -> str:
        besides = self.own if "." in path else [path, *self.own]  # Their properties say what they hold.
        return spelled(self.spellings.of_field(path), besides, _BEHIND_KEYS)

    def _required(self) -> list[Schema]:
        """Return what must be stated; another spelling of the key will do."""
        if self.settings.level_of(MISSING_FIELD.code, MISSING_FIELD.name) == "off":
            return []
        own = [declared.name for declared in self.settings.fields if declared.required]
        names = dict.fromkeys((*self.settings.required.fields, *own))
        return [self._stated(name) for name in names if name not in (*TOLD_BY_BODY, *BLOCKS, "kind")]

    def _stated(self, name: str) -> Schema:
        if name in self.own:
            return {"required": [name]}
        return _either(name, self._other_spellings(name))

    def _zones(self) -> list[Schema]:
        """Return that times name their zone, unless it is stated once for all of them."""
        if self.settings.timezone:
            return []
        times = [name for name in _fields(Facts) if _inner(Facts.model_fields[name]) is datetime]
        zoned = {name: {"pattern": _ZONED} for name in times}
        return [{"if": {"not": self._stated("timezone")}, "then": {"properties": zoned}}]

    def _described(self, model: type[BaseModel], name: str, path: str) -> Schema:
        """Return the shape of a field with its description and examples, which editors show."""
        shape = self.by_field.get((model, name), lambda: self._shape(model, name))()
        if name in self.settings.required.fields and model is Facts and shape.get("type") == "array":
            shape = {**shape, "minItems": 1}
        examples = {"examples": list(FRONT_MATTER[path])} if path in FRONT_MATTER else {}
        return {"description": describe_fields(model).get(name), **examples, **shape}

    def _shape(self, model: type[BaseModel], name: str) -> Schema:
        field = model.model_fields[name]
        return self._shape_of(field.annotation, tuple(field.metadata), model, name)

    def _shape_of(self, annotation: Any, metadata: tuple[Any, ...], model: type[BaseModel], name: str) -> Schema:
        """Return the shape of a type as the model annotates it."""
        kind, metadata = _unwrap(annotation, metadata)
        validators = _validators(metadata)
        if shared := next((shapes.BY_VALIDATOR[check] for check in validators if check in shapes.BY_VALIDATOR), None):
            return shapes.defined(shared)
        if get_origin(kind) is tuple:
            return shapes.listing(self._shape_of(get_args(kind)[0], (), model, name), _most(metadata))
        if closed := next((check for check in validators if isinstance(check, OneOf)), None):
            return shapes.choice([member.value for member in closed.choices], closed.known)
        if kind in shapes.BY_TYPE:
            return shapes.defined(shapes.BY_TYPE[kind])
        if issubclass(kind, BaseModel):
            return self.by_model.get(kind, lambda: self._block(kind, name))()
        return shapes.text(_most(metadata), blank=model is not Facts)  # A fact that is blank is reported as such.

    def _choice(self, model: type[BaseModel], name: str, words: Iterable[str]) -> Schema:
        """Return the shape of a closed list that is also understood in further words."""
        check = next(
            check for check in _validators(tuple(model.model_fields[name].metadata)) if isinstance(check, OneOf)
        )
        return shapes.choice([member.value for member in check.choices], {*check.known, *words})

    def _severity(self) -> Schema:
        return shapes.step([step.name for step in self.settings.severities], self.spellings.of_severities())

    def _block(self, model: type[BaseModel], block: str) -> Schema:
        """Return the shape of a block of facts, such as `impact:`."""
        names = _fields(model)
        spellings = {name: {squash(name), *self.spellings.of_field(f"{block}.{name}")} for name in names}
        return {
            **shapes.closed({name: self._described(model, name, f"{block}.{name}") for name in names}),
            "patternProperties": {
                spelled(words, (name,)): {"$ref": _pointer(f"{block}.{name}")} for name, words in spellings.items()
            },
        }

    def _entry(self, model: type[BaseModel], path: str) -> Schema:
        """Return the shape of an entry with keys, as it is written in a list."""
        properties = {name: self._described(model, name, f"{path}.{name}") for name in _fields(model)}
        required = [name for name, field in model.model_fields.items() if field.is_required()]
        return {**shapes.closed(properties), "required": required}

    def _link(self) -> Schema:
        entry = self._entry(Link, "links")
        label, url = entry["properties"]["label"], entry["properties"]["url"]
        others = {**dict.fromkeys(LABEL_KEYS, label), **dict.fromkeys(URL_KEYS, url)}
        keys = {**entry["properties"], **others}
        addressed = [{"required": [name]} for name in ("url", *URL_KEYS)]
        return {"anyOf": [shapes.defined("address"), {**shapes.closed(keys), "anyOf": addressed}]}

    def _item(self) -> Schema:
        """Return the shape of an entry of `action_items:`."""
        names = _fields(ActionItem)
        others = {name: spelled(self.spellings.of_column(name), names) for name in names if name != "details"}
        here = f"{_pointer('action_items')}/items/properties"
        return {
            **shapes.closed({name: self._described(ActionItem, name, f"action_items.{name}") for name in names}),
            "patternProperties": {pattern: {"$ref": f"{here}/{name}"} for name, pattern in others.items()},
            **_either("title", others["title"]),
        }


def _fields(model: type[BaseModel]) -> list[str]:
    """Return the fields of a model that authors may state."""
    return [name for name in model.model_fields if name not in (*NOT_FOR_AUTHORS, "custom", "extensions")]


def _block_of(name: str) -> type[BaseModel]:
    model: type[BaseModel] = _inner(Facts.model_fields[name])
    return model


def _inner(field: FieldInfo) -> Any:
    return _unwrap(field.annotation, ())[0]


def _unwrap(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return the type inside `Annotated[…]` and `… | None`, with everything that annotates it."""
    if get_origin(annotation) is Annotated:
        kind, *further = get_args(annotation)
        return _unwrap(kind, (*further, *metadata))
    if NoneType in get_args(annotation):
        (kind,) = (part for part in get_args(annotation) if part is not NoneType)
        return _unwrap(kind, metadata)
    return annotation, metadata


def _validators(metadata: tuple[Any, ...]) -> list[Any]:
    return [item.func for item in metadata if isinstance(item, BeforeValidator)]


def _most(metadata: tuple[Any, ...]) -> int:
    """Return how many characters or entries a value may have, by its annotations."""
    limits = [limit for item in metadata for limit in (item.metadata if isinstance(item, FieldInfo) else (item,))]
    return next(int(limit.max_length) for limit in limits if hasattr(limit, "max_length"))


def _pointer(path: str) -> str:
    return "#/properties/" + path.replace(".", "/properties/")


def _either(name: str, pattern: str) -> Schema:
    """Return that a key is there, or another spelling of it."""
    return {"anyOf": [{"required": [name]}, {"not": {"propertyNames": {"not": {"pattern": pattern}}}}]}


def _declared(label: str | None, shape: Schema) -> Schema:
    return {**({"description": label} if label else {}), **shape}
