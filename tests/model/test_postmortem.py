"""What follows from a postmortem's facts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from mkdocs_postmortem.problems import Location
from tests.documents import VALID, postmortem_of, with_front, with_line, without_line


def test_length_is_the_time_from_start_to_resolution() -> None:
    assert postmortem_of(VALID).length == timedelta(minutes=40)


def test_length_is_unknown_without_an_end() -> None:
    assert postmortem_of(without_line("resolved_at:")).length is None


def test_times_to_detect_acknowledge_and_mitigate_follow_from_the_facts() -> None:
    postmortem = postmortem_of(
        with_front(
            "detected_at: 2026-03-01T14:09Z\nacknowledged_at: 2026-03-01T14:11Z\nmitigated_at: 2026-03-01T14:30Z"
        )
    )
    assert postmortem.time_to_detect == timedelta(minutes=4)
    assert postmortem.time_to_acknowledge == timedelta(minutes=2)
    assert postmortem.time_to_mitigate == timedelta(minutes=25)


@pytest.mark.parametrize(
    ("kind", "counts"), [("incident", True), ("near-miss", False), ("drill", False), ("maintenance", False)]
)
def test_only_incidents_count_in_figures(kind: str, *, counts: bool) -> None:
    assert postmortem_of(with_front(f"kind: {kind}")).is_figured is counts


def test_refused_value_counts_as_stated() -> None:
    postmortem = postmortem_of(with_line("severity:", "severity: SEV9"))
    assert postmortem.severity is None
    assert postmortem.states("severity")
    assert postmortem.place_of("severity") == Location("incident.md", 4, 11)


def test_open_items_leave_out_what_is_done() -> None:
    text = VALID + "- [x] Raise the limit\n  - Owner: Lee\n"
    assert [item.title for item in postmortem_of(text).open_items] == ["Alert on pool saturation"]


def test_section_is_found_by_its_key_whatever_its_heading() -> None:
    section = postmortem_of(VALID.replace("## Root cause", "## 5. Five Whys")).section("cause")
    assert section is not None
    assert (section.heading, section.line) == ("5. Five Whys", 28)
    assert postmortem_of(VALID).section("lucky") is None


def test_postmortem_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        postmortem_of(VALID).title = "Another"  # type: ignore[misc]
