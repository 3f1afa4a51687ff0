"""Schemas as validators, and front matter as validators see it."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft7Validator

from mkdocs_postmortem.exporting.schemas import write_schema
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from tests.documents import settings_of

EVERY_LANGUAGE = ("de", "fr", "es", "pt", "no", "ja", "zh")


def front_matter_schema(*languages: str, **options: Any) -> Draft7Validator:
    """Return the schema of front matter under these settings."""
    return Draft7Validator(json.loads(write_schema("front-matter", settings_of(options), languages)))


def settings_schema() -> Draft7Validator:
    """Return the schema of the settings."""
    return Draft7Validator(json.loads(write_schema("settings", settings_of())))


def tree(schema: Draft7Validator) -> Any:
    """Return the schema as data."""
    return schema.schema


def values_of(document: str) -> Any:
    """Return the front matter of a document as JSON values."""
    return values_in(str(split_front_matter(document, "incident.md").block))


def values_in(block: str) -> Any:
    """Return what a block of YAML states as JSON values."""
    root, problems = compose_front_matter(block, "incident.md")
    assert root is not None, problems
    return json.loads(json.dumps(plain(root)))


def faults(schema: Draft7Validator, values: Any) -> list[str]:
    """Return where values are refused, as dotted keys; the whole is called "."."""
    return sorted({".".join(map(str, error.absolute_path)) or "." for error in schema.iter_errors(values)})
