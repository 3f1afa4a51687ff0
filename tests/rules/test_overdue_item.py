"""PM316: an open action item is past its due date."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, problems_of, with_items


@pytest.mark.parametrize(("today", "expected"), [("2026-03-31", []), ("2026-04-01", ["34:1"])])
def test_item_is_overdue_from_the_day_after_its_due_date(today: str, expected: list[str]) -> None:
    assert places("PM316", VALID, as_of=today) == expected


@pytest.mark.parametrize(("today", "said"), [("2026-04-01", "1 day ago"), ("2026-04-02", "2 days ago")])
def test_warning_says_for_how_long(today: str, said: str) -> None:
    (problem,) = problems_of(VALID, as_of=today)
    assert (problem.level.value, problem.kind.ageing) == ("warning", True)
    assert problem.message == f'action item "Alert on pool saturation" was due 2026-03-31, {said}'


def test_closed_item_is_never_overdue() -> None:
    assert places("PM316", with_items("[x] Cap / Due: 2026-03-05"), as_of="2030-01-01") == []


def test_nothing_is_overdue_without_a_day_to_compare_with() -> None:
    assert places("PM316", VALID) == []
