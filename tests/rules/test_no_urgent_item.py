"""PM311: a severe incident has no urgent action item."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, with_front, with_items, with_line, with_section

LATER = with_items("Cap the pool / Owner: Dana / Priority: P2", "Write it down / Owner: Dana / Priority: P3")


@pytest.mark.parametrize("severity", ["sev0", "sev1"])
def test_severe_incident_whose_items_can_all_wait_is_reported_at_their_heading(severity: str) -> None:
    assert places("PM311", with_line("severity:", f"severity: {severity}", LATER)) == ["32:1"]


@pytest.mark.parametrize("severity", ["sev2", "sev3"])
def test_milder_incident_is_fine(severity: str) -> None:
    assert places("PM311", with_line("severity:", f"severity: {severity}", LATER)) == []


@pytest.mark.parametrize("line", ["status: draft", "status: in-review", "status: published\nkind: drill"])
def test_only_published_incidents_are_judged(line: str) -> None:
    assert places("PM311", with_line("status:", line, LATER)) == []


@pytest.mark.parametrize("priority", ["P0", "P1"])
def test_one_urgent_item_is_enough_also_when_it_is_done(priority: str) -> None:
    assert places("PM311", with_items("Cap / Priority: P2", f"[x] Alert / Priority: {priority}")) == []


def test_item_without_a_priority_may_be_urgent() -> None:
    assert places("PM311", with_items("Cap / Priority: P2", "Alert / Owner: Dana")) == []


def test_severe_incident_that_says_there_are_no_items_is_reported() -> None:
    assert places("PM311", with_section("Action items", "There is nothing to do.")) == ["32:1"]
    assert places("PM311", with_front("action_items: []", VALID.split("## Action items")[0])) == ["4:11"]


def test_missing_section_is_a_problem_of_its_own() -> None:
    text = VALID.split("## Action items")[0]
    assert (places("PM311", text), places("PM201", text)) == ([], ["1:1"])
