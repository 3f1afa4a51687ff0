"""Action items: status words, priorities, due dates, overdue."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.model import ActionItem, ItemStatus, Priority
from mkdocs_postmortem.model.action_item import parse_due, parse_priority
from tests.faults import refused_as


@pytest.mark.parametrize("status", list(ItemStatus))
def test_only_open_and_in_progress_expect_work(status: ItemStatus) -> None:
    assert status.is_closed is (status.value not in {"open", "in-progress"})


@pytest.mark.parametrize(
    ("text", "priority"),
    [("P0", Priority.P0), ("p1", Priority.P1), ("2", Priority.P2), ("Low", Priority.P3), (" High ", Priority.P1)],
)
def test_priority_is_read(text: str, priority: Priority) -> None:
    assert parse_priority(text) is priority


@pytest.mark.parametrize("text", ["P4", "urgent", "P", "10"])
def test_other_priorities_are_refused(text: str) -> None:
    assert refused_as(parse_priority, text) == "unknown-priority"


@pytest.mark.parametrize("text", ["2026-03-31", " 2026-03-31 ", "2026-03-31 (moved twice)"])
def test_due_is_the_date_a_text_begins_with(text: str) -> None:
    assert parse_due(text) == date(2026, 3, 31)


@pytest.mark.parametrize(
    "text", ["next sprint", "Q3", "03/04/2026", "2026-03-311", "2026-03-31-x", "2026-02-30", "by 2026-03-31", "1/4", ""]
)
def test_due_that_needs_a_guess_is_refused(text: str) -> None:
    assert refused_as(parse_due, text) == "invalid-due"


def test_open_item_is_overdue_from_the_day_after_its_due_date() -> None:
    item = ActionItem(title="Alert", due=date(2026, 3, 31))
    assert not item.is_overdue(on=date(2026, 3, 31))
    assert item.is_overdue(on=date(2026, 4, 1))


def test_closed_item_and_item_without_date_are_never_overdue() -> None:
    assert not ActionItem(title="Alert", due=date(2026, 3, 31), status=ItemStatus.DONE).is_overdue(on=date(2030, 1, 1))
    assert not ActionItem(title="Alert").is_overdue(on=date(2030, 1, 1))
