from __future__ import annotations

import json
from dataclasses import replace

import pytest

from mkdocs_postmortem.exporting.problem_data import describe_problem
from mkdocs_postmortem.exporting.reports.json_report import write_json_report
from tests.exporting.reports.samples import EMPTY, HIDDEN, ORDINARY, OWNER, SEVERITY, hostile


def test_json_is_one_object_with_problems_and_their_numbers() -> None:
    data = json.loads(write_json_report(ORDINARY))

    assert list(data) == ["version", "checked", "problems", "summary"]
    assert (data["version"], data["checked"]) == (1, 2)
    assert data["summary"] == {
        "errors": 1,
        "warnings": 1,
        "failed": 1,
        "ignored": 0,
        "known": 0,
        "codes": {"PM104": 1, "PM301": 1},
    }
    assert data["problems"][0] == {
        "code": "PM104",
        "name": "unknown-severity",
        "level": "error",
        "path": "postmortems/a.md",
        "line": 3,
        "column": 11,
        "message": 'severity "SEV9" is not on the scale',
        "hint": "use sev0",
    }


def test_problems_have_the_keys_of_inspect() -> None:
    assert json.loads(write_json_report(ORDINARY))["problems"][0] == describe_problem(SEVERITY)


@pytest.mark.parametrize("text", ["##[error]", "</script>", "\x1b\x00\u2028\u202e", "größe 日本", '"\\'])
def test_escapes_give_the_text_back(text: str) -> None:
    (first, _) = json.loads(write_json_report(hostile(text)))["problems"]

    assert (first["path"], first["message"], first["hint"]) == (f"{text}.md", f"m {text}", f"h {text}")


def test_bytes_of_a_name_that_are_no_text_are_replaced() -> None:
    assert json.loads(write_json_report(hostile("\udc80")))["problems"][0]["path"] == "?.md"


def test_a_sound_library_is_an_object_with_an_empty_list() -> None:
    data = json.loads(write_json_report(EMPTY))

    assert (data["checked"], data["problems"], data["summary"]["codes"]) == (1, [], {})


def test_what_does_not_count_is_counted_and_listed_when_asked_for() -> None:
    report = replace(ORDINARY, ignored=(HIDDEN,), known=7)

    plain, asked = (json.loads(write_json_report(replace(report, shows_ignored=asked))) for asked in (False, True))

    assert (plain["summary"]["ignored"], plain["summary"]["known"], "ignored" in plain) == (1, 7, False)
    assert asked["ignored"] == [{**describe_problem(OWNER), "reason": "the vendor does it", "ignored_on_line": 7}]
