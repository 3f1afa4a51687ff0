"""Every report is valid by the published schema of SARIF 2.1.0."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.exporting.reports.sarif import write_sarif
from mkdocs_postmortem.problems import UNKNOWN_SEVERITY, Location
from tests.exporting.reports.samples import EMPTY, HIDDEN, HOSTILE_TEXTS, ORDINARY, hostile

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
)


def run_of(report: Report) -> Any:
    """Return the only run of a report."""
    (run,) = json.loads(write_sarif(report))["runs"]
    return run


@pytest.mark.parametrize("report", [ORDINARY, EMPTY, *map(hostile, HOSTILE_TEXTS)])
def test_every_report_is_valid(report: Report) -> None:
    SCHEMA.validate(json.loads(write_sarif(report)))


def test_the_schema_refuses_a_level_that_is_none() -> None:
    broken = json.loads(write_sarif(ORDINARY).replace('"warning"', '"grave"'))

    with pytest.raises(ValidationError):
        SCHEMA.validate(broken)


def test_a_result_points_to_its_rule_and_its_place() -> None:
    run = run_of(ORDINARY)
    first, second = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert (first["ruleId"], first["level"]) == ("PM104", "error")
    assert first["message"] == {"text": 'severity "SEV9" is not on the scale; use sev0'}
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "postmortems/a.md"},
                "region": {"startLine": 3, "startColumn": 11},
            }
        }
    ]
    assert second["level"] == "warning"
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["PM104", "PM301"]
    assert rules[0]["shortDescription"] == {"text": UNKNOWN_SEVERITY.summary}
    assert rules[0]["defaultConfiguration"] == {"level": "error"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("postmortems/größe 1.md", "postmortems/gr%C3%B6%C3%9Fe%201.md"),
        ("a:b#c?d.md", "a%3Ab%23c%3Fd.md"),
        ("100%.md", "100%25.md"),
        ("/elsewhere/a.md", "file:///elsewhere/a.md"),
    ],
)
def test_paths_are_uri_references(path: str, uri: str) -> None:
    problem = UNKNOWN_SEVERITY.at(Location(path), "x")

    (result,) = run_of(replace(ORDINARY, problems=(problem,)))["results"]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_text_of_a_document_makes_no_link() -> None:
    problem = UNKNOWN_SEVERITY.at(Location("a.md"), "[click](https://example.org)", "write [a, b]")

    (result,) = run_of(replace(ORDINARY, problems=(problem,)))["results"]

    assert result["message"]["text"] == "\\[click\\](https://example.org); write \\[a, b\\]"


def test_hidden_problems_are_suppressed_results_when_asked_for() -> None:
    report = replace(ORDINARY, problems=ORDINARY.problems[:1], ignored=(HIDDEN,))

    plain, asked = (run_of(replace(report, shows_ignored=asked)) for asked in (False, True))

    assert [result["ruleId"] for result in plain["results"]] == ["PM104"]
    first, second = asked["results"]
    assert "suppressions" not in first
    assert second["suppressions"] == [{"kind": "inSource", "justification": "the vendor does it"}]
    assert asked["tool"]["driver"]["rules"][second["ruleIndex"]]["id"] == "PM301"
    SCHEMA.validate(json.loads(write_sarif(replace(report, shows_ignored=True))))
