"""PM310: an urgent action item has no plan to verify its effect."""

from __future__ import annotations

import pytest

from tests.documents import places, with_items, with_section


@pytest.mark.parametrize("priority", ["P0", "P1", "high"])
def test_urgent_item_without_a_plan_is_reported(priority: str) -> None:
    assert places("PM310", with_items(f"Cap the pool / Owner: Dana / Priority: {priority}")) == ["34:1"]


@pytest.mark.parametrize("priority", ["P2", "P3"])
def test_other_priorities_need_no_plan(priority: str) -> None:
    assert places("PM310", with_items(f"Cap the pool / Owner: Dana / Priority: {priority}")) == []


def test_item_without_a_priority_needs_no_plan() -> None:
    assert places("PM310", with_items("Cap the pool / Owner: Dana")) == []


def test_done_item_needs_a_plan_and_a_dropped_one_does_not() -> None:
    assert places("PM310", with_items("[x] Cap the pool / Priority: P1")) == ["34:1"]
    assert places("PM310", with_items("Cap the pool / Priority: P1 / Status: won't do / Reason: retired")) == []


@pytest.mark.parametrize("item", ["Cap the pool / Verification: a load test", "**Cap the pool:** 200 workers wait"])
def test_plan_or_described_end_is_enough(item: str) -> None:
    assert places("PM310", with_items(f"{item} / Priority: P1")) == []


def test_section_on_the_follow_up_is_a_plan_for_all_items() -> None:
    text = with_items("Cap the pool / Priority: P1")
    assert places("PM310", f"{text}\n\n## Follow-up verification\n\nA game day in April.\n") == []
    assert places("PM310", f"{text}\n\n## Follow-up verification\n\nTBD\n") == ["34:1"]


def test_column_of_a_table_is_a_plan() -> None:
    table = "| Priority | Action item | Verification plan |\n|---|---|---|\n| P1 | Cap | {} |"
    assert places("PM310", with_section("Action items", table.format("a load test"))) == []
    assert places("PM310", with_section("Action items", table.format(""))) == ["36:8"]
