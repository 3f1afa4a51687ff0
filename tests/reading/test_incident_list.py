"""The list of known incidents: what it tells, and every way in which it can be wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.problems import BAD_INCIDENT_LIST, Problem
from mkdocs_postmortem.reading import incident_list
from mkdocs_postmortem.reading.incident_list import load_incident_list, read_incident_list
from tests.documents import settings_of
from tests.sites import write

HEAD = "id,title,severity,started_at,resolved_at\n"


def read(text: str | bytes, **options: Any) -> tuple[tuple[KnownIncident, ...], tuple[Problem, ...]]:
    """Return the incidents of a list and its problems."""
    settings = settings_of({"incidents_csv": "list.csv", **options})
    assert settings.incidents_csv is not None
    return read_incident_list(text if isinstance(text, bytes) else text.encode(), settings.incidents_csv, settings)


def problem_of(text: str | bytes, **options: Any) -> str:
    """Return the only problem of a list, as reports print it."""
    _, (problem,) = read(text, **options)
    assert problem.kind is BAD_INCIDENT_LIST
    return str(problem)


def test_a_line_is_an_incident_with_its_place() -> None:
    (incident,), problems = read(HEAD + "INC-1,Down,SEV 1,2026-03-01T23:30Z,2026-03-02T00:10Z\n")

    assert problems == ()
    assert (incident.id, incident.title, incident.severity and incident.severity.name) == ("INC-1", "Down", "sev1")
    assert (incident.started_on, incident.ended_on) == (date(2026, 3, 1), date(2026, 3, 2))
    assert (incident.path, incident.line, incident.column) == ("list.csv", 2, 1)


def test_days_will_do_and_the_rest_may_be_left_out() -> None:
    (incident,), _ = read("started_at,id\n2026-03-01,INC-1\n")

    assert (incident.title, incident.severity, incident.ended_on) == ("", None, date(2026, 3, 1))


def test_columns_are_found_by_their_names_in_the_settings() -> None:
    listed = {"file": "list.csv", "columns": {"id": "Incident number", "started_at": "Opened"}}

    (incident,), _ = read("\ufeffOpened;Team;Incident Number\n2026-03-01;x;7\n", incidents_csv=listed)

    assert (incident.id, incident.column) == ("7", 14)


def test_times_without_a_zone_have_that_of_the_settings() -> None:
    (incident,), _ = read(HEAD + "INC-1,,,2026-03-01 00:30,\n", timezone="Europe/Berlin")

    assert incident.started_on == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "1:1", "the list is empty; its first line names its columns"),
        ("\n \n", "1:1", "the list is empty; its first line names its columns"),
        (
            "id,start\n1,2026-01-01\n",
            "1:1",
            'the list has no column "started_at"; did you mean "start"? name its column',
        ),
        (HEAD + ",Down,,2026-01-01,\n", "2:1", "the line does not say the id of the incident"),
        (HEAD + "INC-1\n", "2:1", "the line does not say the start of the incident"),
        (HEAD + "A,,,01/02/2026,\n", "2:5", 'started_at: "01/02/2026" is not a date; write it like 2026-03-31'),
        (HEAD + "A,,,2026-01-01 10:00,\n", "2:5", 'started_at: "2026-01-01 10:00" does not say its time zone; add Z'),
        (HEAD + 'A,"a, b",sev9,2026-01-01,\n', "2:10", 'severity: severity "sev9" is not on the scale; use sev0, sev1'),
        (HEAD + "A,,,2026-01-01,\na,,,2026-01-02,\n", "3:1", '"a" stands on line 2 already; remove one of the two'),
        (HEAD + 'A,"a,,2026-01-01,\n', "2:3", "a quotation mark is never closed; close it, or write it twice"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, place: str, said: str) -> None:
    assert problem_of(text).startswith(f"list.csv:{place} PM511 bad-incident-list: {said}")


def test_every_bad_line_is_told_and_the_good_ones_count() -> None:
    found, problems = read(HEAD + "A,,,x,\nB,,,2026-01-01,\nC,,,y,\n")

    assert [incident.id for incident in found] == ["B"]
    assert [problem.location.line for problem in problems] == [2, 4]


def test_a_column_that_the_settings_name_must_be_there() -> None:
    listed = {"file": "list.csv", "columns": {"severity": "Prio"}}

    assert 'the list has no column "Prio"' in problem_of(HEAD + "A,,,2026-01-01,\n", incidents_csv=listed)


def test_bytes_that_are_no_text_are_told() -> None:
    _, problems = read(b"id,started_at\nINC-1,2026-01-01,caf\xe9\n")

    assert [(problem.kind.code, problem.location.line) for problem in problems] == [("PM003", 2)]


def test_a_list_that_is_not_there_or_is_a_link_has_no_incident(tmp_path: Path) -> None:
    write(tmp_path / "secret.csv", HEAD + "INC-1,,,2026-01-01,\n")
    (tmp_path / "list.csv").symlink_to("secret.csv")

    for name in ("gone.csv", "list.csv", "../list.csv"):
        assert load_incident_list(tmp_path, settings_of(incidents_csv=name)) == ((), ())


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "list.csv", HEAD)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(incident_list, "read_regular_file", refuse)
    _, (problem,) = load_incident_list(tmp_path, settings_of(incidents_csv="list.csv"))

    assert str(problem).startswith("list.csv:1:1 PM511 bad-incident-list: the list of known incidents cannot be read")


def test_without_the_setting_there_is_no_list(tmp_path: Path) -> None:
    assert load_incident_list(tmp_path, settings_of()) == ((), ())
