"""Item tables whose headings do not tell all: names, columns without a heading, states in other cells."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.model import ItemStatus
from tests.reading.test_action_items import item, items

DONE, OPEN, STARTED = ItemStatus.DONE, ItemStatus.OPEN, ItemStatus.IN_PROGRESS


@pytest.mark.parametrize("heading", ["Name", "Summary"])
def test_name_heads_the_action_beside_an_owner_and_nothing_else(heading: str) -> None:
    assert [i.title for i in items(f"| {heading} | Assign |\n|---|---|\n| Pin it | Kim |")] == ["Pin it"]
    assert items(f"| {heading} | Address |\n|---|---|\n| Pin it | kim.example.org |") == ()


def test_name_beside_an_action_column_is_not_the_action() -> None:
    assert item("| Name | Action | Due |\n|---|---|---|\n| One | Pin it | 2026-03-01 |").title == "Pin it"


def test_column_without_a_heading_may_hold_the_states() -> None:
    found = items("| Item | Owner | |\n|---|---|---|\n| One | Kim | 🟢 |\n| Two | Kim | 🟡 |\n| Three | Kim | 🔴 |")
    assert [i.status for i in found] == [DONE, STARTED, OPEN]


def test_column_without_a_heading_that_holds_other_words_is_no_status() -> None:
    found = items("| Item | Owner | |\n|---|---|---|\n| One | Kim | done |\n| Two | Kim | see below |")
    assert [i.status for i in found] == [OPEN, OPEN]


def test_loud_status_in_another_cell_counts_where_no_column_has_it() -> None:
    found = items("| Action | Owner | Bug |\n|---|---|---|\n| One | Kim | n/a **DONE** |\n| Two | Kim | #88 **TODO** |")
    assert [(i.status, i.tracker) for i in found] == [(DONE, None), (OPEN, "#88")]


def test_percentage_is_a_status() -> None:
    found = items("| Action | Progress |\n|---|---|\n| One | 0% |\n| Two | 60 % |\n| Three | 100% |")
    assert [i.status for i in found] == [OPEN, STARTED, DONE]


def test_struck_words_with_a_state_behind_them_have_that_state() -> None:
    assert item("| Action | Owner |\n|---|---|\n| ~~Pin it~~ (done before the review) | Kim |").status is DONE
