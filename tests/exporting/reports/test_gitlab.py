"""A Code Quality report has the fields that GitLab documents, each of its type."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_postmortem.exporting.reports.gitlab import write_gitlab
from tests.exporting.reports.samples import EMPTY, HOSTILE_TEXTS, ORDINARY, hostile

CODE_QUALITY: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_an_issue_says_what_where_and_how_grave() -> None:
    first, second = json.loads(write_gitlab(ORDINARY))

    assert first["description"] == 'PM104 unknown-severity: severity "SEV9" is not on the scale; use sev0'
    assert (first["check_name"], first["severity"]) == ("unknown-severity", "major")
    assert first["location"] == {"path": "postmortems/a.md", "lines": {"begin": 3}}
    assert second["severity"] == "minor"
    assert first["fingerprint"] != second["fingerprint"]


@pytest.mark.parametrize("report", [ORDINARY, EMPTY, *map(hostile, HOSTILE_TEXTS)])
def test_every_report_has_the_fields_of_code_quality(report: Any) -> None:
    Draft202012Validator(CODE_QUALITY).validate(json.loads(write_gitlab(report)))


def test_a_sound_library_is_an_empty_list() -> None:
    assert write_gitlab(EMPTY) == "[]\n"
