"""PM512: a known incident has no postmortem by its deadline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.rules.judge import judge
from tests.documents import VALID, settings_of
from tests.sites import write


def missing(root: Path, *lines: str, today: str = "2026-04-15", **options: Any) -> list[str]:
    """Return "line:column" of every known incident without a postmortem, in a library with INC-2026-014."""
    write(root / "postmortems/2026-03-01-checkout.md", VALID)
    write(root / "list.csv", "\n".join(["id,severity,started_at,resolved_at", *lines]))
    settings = settings_of({"incidents_csv": "list.csv", "as_of": today, **options})
    found = (problem.location for problem in judge(load_library(root, settings)) if problem.kind.code == "PM512")
    return [f"{place.line}:{place.column}" for place in found]


@pytest.mark.parametrize("name", ["INC-2026-014", "inc-2026-014", "2026-03-01-checkout"])
def test_incident_with_a_document_of_its_id_or_name_is_not_missing(tmp_path: Path, name: str) -> None:
    assert missing(tmp_path, f"{name},sev1,2026-01-01,") == []


@pytest.mark.parametrize(("today", "expected"), [("2026-03-16", []), ("2026-03-17", ["2:1"])])
def test_incident_is_missing_from_the_day_after_the_deadline_of_its_severity(
    tmp_path: Path, today: str, expected: list[str]
) -> None:
    assert missing(tmp_path, "INC-1,sev1,2026-03-01,2026-03-02", today=today) == expected


def test_severity_without_a_deadline_needs_no_postmortem(tmp_path: Path) -> None:
    deadlines = {"review": {"sev0": "3d"}}

    assert missing(tmp_path, "INC-1,sev0,2026-01-01,", "INC-2,sev3,2026-01-01,", deadlines=deadlines) == ["2:1"]


def test_nothing_is_missing_without_a_day_to_compare_with(tmp_path: Path) -> None:
    write(tmp_path / "list.csv", "id,started_at\nINC-1,2020-01-01\n")
    write(tmp_path / "postmortems/a.md", VALID)

    assert judge(load_library(tmp_path, settings_of(incidents_csv="list.csv"))) == ()


def test_warning_names_the_incident_and_comes_with_the_calendar(tmp_path: Path) -> None:
    write(tmp_path / "list.csv", "id,title,started_at\nINC-1,Search was down,2026-01-01\n")
    write(tmp_path / "postmortems/a.md", VALID)
    settings = settings_of(incidents_csv="list.csv", as_of="2026-03-10")

    (problem,) = judge(load_library(tmp_path, settings))

    assert (problem.level.value, problem.kind.ageing) == ("warning", True)
    assert problem.message == "there is no postmortem of INC-1 (Search was down); its review was due 2026-01-31"
