"""The JSON Schema of mkdocs.yml as far as it is ours: the options of the plugin, wherever MkDocs takes them from."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mkdocs_postmortem.exporting.schemas.examples import SETTINGS
from mkdocs_postmortem.exporting.schemas.patterns import portable, whole
from mkdocs_postmortem.exporting.schemas.shapes import Schema
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.settings.block import SPAN_FORM

PLUGIN = "postmortem"
_UNITS = (("d", timedelta(days=1)), ("h", timedelta(hours=1)), ("min", timedelta(minutes=1)))
_WORDS_FOR_TRUTH = ["yes", "no", "on", "off"]
"""What MkDocs' YAML 1.1 takes for true and false, and editors' YAML 1.2 for words."""


class _AsWritten(GenerateJsonSchema):
    """Draws types as people write them in mkdocs.yml."""

    def timedelta_schema(self, schema: core_schema.TimedeltaSchema) -> JsonSchemaValue:  # noqa: ARG002  # pydantic's own signature
        """Return the shape of a span of time, such as 30d."""
        return {"type": "string", "pattern": whole(portable(SPAN_FORM))}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002  # the same
        """Return the shape of a truth value."""
        return {"anyOf": [{"type": "boolean"}, {"enum": _WORDS_FOR_TRUTH}]}

    def encode_default(self, dft: Any) -> Any:
        """Return a default as it would be written."""
        return _written(dft)


def build_settings_schema() -> Schema:
    """Return the schema of a mkdocs.yml: open but for the options of the plugin, which are `definitions.block`.

    MkDocs takes plugins as a list or as a mapping, each by its name alone or with its options.
    """
    drawn = Settings.model_json_schema(schema_generator=_AsWritten, ref_template="#/definitions/{model}")
    definitions = {name: _tidy(entry) for name, entry in drawn.pop("$defs").items()}
    block = _tidy(drawn)
    for name, examples in SETTINGS.items():
        block["properties"][name]["examples"] = list(examples)
    block["properties"]["enabled"] = {"type": "boolean", "description": "Whether MkDocs runs the plugin at all."}
    options = {"anyOf": [{"$ref": "#/definitions/block"}, {"type": "null"}]}
    named = {"type": "object", "properties": {PLUGIN: options}}
    return {
        "type": "object",
        "properties": {"plugins": {"anyOf": [{"type": "array", "items": _entry(named)}, named]}},
        "definitions": {"block": block, **definitions},
    }


def _entry(named: Schema) -> Schema:
    return {"anyOf": [{"type": "string"}, named]}


def _tidy(schema: Any) -> Any:
    """Return the schema without titles, which only repeat names, and without null, which nobody writes."""
    if isinstance(schema, list):
        return [_tidy(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    tidied = {key: _tidy(entry) for key, entry in schema.items() if key != "title" or not isinstance(entry, str)}
    if tidied.get("default", ...) is None:
        del tidied["default"]
    stated = [entry for entry in tidied.get("anyOf", ()) if entry != {"type": "null"}]
    if len(stated) == 1:
        del tidied["anyOf"]
        return {**stated[0], **tidied}
    return tidied


def _written(value: Any) -> Any:
    """Return a value of the settings as plain data in the words of mkdocs.yml."""
    if isinstance(value, timedelta):
        return _span(value)
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, BaseModel):
        stated = {name: _written(getattr(value, name)) for name in type(value).model_fields}
        return {name: entry for name, entry in stated.items() if entry not in (None, [], {})}
    if isinstance(value, dict):
        return {key: _written(entry) for key, entry in value.items()}
    return [_written(entry) for entry in value] if isinstance(value, tuple) else value


def _span(length: timedelta) -> str:
    """Return a span in the largest unit that it is a whole number of."""
    unit, one = next((unit, one) for unit, one in _UNITS if not length % one)
    return f"{length // one}{unit}"
