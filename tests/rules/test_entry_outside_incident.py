"""PM405: a timeline entry lies far from the incident."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import ENTRY_OUTSIDE_INCIDENT
from tests.documents import VALID, only, places, problems_of, with_line, with_section


def timeline(*times: str) -> str:
    rows = "\n".join(f"| {time} | The alert was seen |" for time in times)
    return with_section("Timeline", f"| Time (UTC) | Event |\n|---|---|\n{rows}")


def test_entry_of_another_month_between_others_is_reported() -> None:
    text = timeline("2026-03-01 14:05", "2026-04-01 14:20", "2026-03-01 14:45")
    assert places("PM405", text) == ["26:1"]


def test_message_says_how_far_away_it_is() -> None:
    text = timeline("2026-03-01 14:05", "2026-02-01 14:05", "2026-03-01 14:45")
    found = [problem for problem in problems_of(text) if problem.kind is ENTRY_OUTSIDE_INCIDENT]
    assert only(found, ENTRY_OUTSIDE_INCIDENT).message == 'the entry "2026-02-01 14:05" lies 28 d before the start'


def test_what_led_to_it_and_what_followed_may_be_far_away() -> None:
    assert places("PM405", timeline("2025-11-01 09:00", "2026-03-01 14:05", "2026-03-20 10:00")) == []


def test_timeline_of_another_day_is_reported_once() -> None:
    assert places("PM405", timeline("2025-03-01 14:05", "2025-03-01 14:45")) == ["25:1"]


@pytest.mark.parametrize(("slack", "expected"), [("1d", []), ("1h", ["26:1"])])
def test_slack_is_a_setting(slack: str, expected: list[str]) -> None:
    text = timeline("2026-03-01 14:05", "2026-03-02 09:00", "2026-03-01 14:45")
    assert places("PM405", text, timeline_slack=slack) == expected


def test_entries_of_the_incident_are_fine() -> None:
    assert places("PM405", VALID) == []


def test_nothing_is_outside_an_incident_that_ends_before_it_starts() -> None:
    text = with_line("started_at:", "started_at: 2026-04-01T14:05Z", timeline("2026-03-01 14:05", "2026-03-01 14:45"))
    assert places("PM405", text) == []
