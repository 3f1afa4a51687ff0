"""PM406: the timeline says nothing for a long part of the incident."""

from __future__ import annotations

from mkdocs_postmortem.problems import TIMELINE_GAP
from tests.documents import VALID, only, places, problems_of, with_line, with_section

ON = {"levels": {"timeline-gap": "warning"}}
LONG = with_line("resolved_at:", "resolved_at: 2026-03-01T19:05Z")


def timeline(*times: str) -> str:
    rows = "\n".join(f"| {time} | The alert was seen |" for time in times)
    return with_section("Timeline", f"| Time (UTC) | Event |\n|---|---|\n{rows}", LONG)


def test_longest_silence_is_reported_at_the_entry_that_ends_it() -> None:
    assert places("PM406", timeline("14:05", "16:30", "19:05"), **ON) == ["27:1"]


def test_silence_before_the_first_entry_counts() -> None:
    assert places("PM406", timeline("17:05", "18:05", "19:05"), **ON) == ["25:1"]


def test_silence_after_the_last_entry_counts_and_is_reported_there() -> None:
    text = timeline("14:05", "15:05")

    assert places("PM406", text, **ON) == ["26:1"]
    problem = only(problems_of(text, levels={"timeline-gap": "warning"}), TIMELINE_GAP)
    assert problem.message == "nothing is told of the 4 h between this entry and the end"


def test_silence_up_to_the_setting_is_fine() -> None:
    assert places("PM406", timeline("14:05", "16:05", "18:05", "19:05"), **ON) == []
    assert places("PM406", timeline("14:05", "16:05", "18:05", "19:05"), timeline_gap="1h", **ON) == ["26:1"]


def test_it_is_off_by_default() -> None:
    assert places("PM406", timeline("14:05", "19:05")) == []


def test_short_incident_has_no_gap() -> None:
    assert places("PM406", VALID, **ON) == []
