"""The schemas are draft 7, mean the same to every validator, and stand in docs/schema/ as they are written."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mkdocs_postmortem.exporting.schemas import SUBJECTS, write_schema
from mkdocs_postmortem.settings import Settings
from scripts.write_schemas import FOLDER, write_schemas
from tests.documents import settings_of
from tests.exporting.schemas.schemas import EVERY_LANGUAGE

ALL = [
    *(write_schema(subject, Settings()) for subject in SUBJECTS),
    write_schema(
        "front-matter", settings_of(fields=[{"name": "team"}], audiences=["internal", "staff only"]), EVERY_LANGUAGE
    ),
]
_NEWER = {"$defs", "$anchor", "prefixItems", "unevaluatedProperties", "dependentRequired", "minContains"}


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping inside a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def expressions(text: str) -> set[str]:
    """Return every regular expression of a schema."""
    found = set()
    for node in nodes(json.loads(text)):
        found |= {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
        found |= set(node.get("patternProperties", {}))
    return found


def test_schemas_of_the_documentation_are_what_the_script_writes() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}

    assert written == write_schemas(), "run python scripts/write_schemas.py"


@pytest.mark.parametrize("text", ALL, ids=["front matter", "settings", "of its own"])
def test_a_schema_is_draft_7_and_says_so(text: str) -> None:
    schema = json.loads(text)

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert [key for node in nodes(schema) for key in node if key in _NEWER] == []


@pytest.mark.parametrize("text", ALL, ids=["front matter", "settings", "of its own"])
def test_every_reference_leads_somewhere(text: str) -> None:
    schema = json.loads(text)
    for node in nodes(schema):
        target = schema
        for part in str(node.get("$ref", "#")).split("/")[1:]:
            target = target[part]


@pytest.mark.parametrize("text", ALL, ids=["front matter", "settings", "of its own"])
def test_no_expression_needs_python(text: str) -> None:
    foreign = re.compile(r"(?<!\\)\(\?(?![:=!])|(?<!\\)\\[AZ\"'`#%@<>~ ]")

    assert [expression for expression in expressions(text) if foreign.search(expression)] == []


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
@pytest.mark.parametrize("text", ALL, ids=["front matter", "settings", "of its own"])
def test_every_expression_is_one_to_ecma_262_read_as_unicode(text: str) -> None:
    program = "for (const e of JSON.parse(require('fs').readFileSync(0))) { new RegExp(e, 'u'); new RegExp(e) }"
    listed = json.dumps(sorted(expressions(text)))

    done = subprocess.run(
        ["node", "-e", program], input=listed, text=True, capture_output=True, check=False, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_only_schemas_that_are_the_same_for_everybody_have_a_name() -> None:
    common, settings, own = map(json.loads, ALL)

    assert common["$id"] == "urn:mkdocs-postmortem:schema:front-matter"
    assert settings["$id"] == "urn:mkdocs-postmortem:schema:settings"
    assert "$id" not in own
    assert all(schema["title"] and schema["description"] for schema in (common, settings, own))
