"""PM122: a time of the incident lies in the future."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, problems_of, report, with_line


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2026-03-31"])
def test_time_up_to_the_day_after_is_fine(day: str) -> None:
    assert report(VALID, as_of=day) == []


def test_later_time_is_a_warning() -> None:
    (problem,) = problems_of(VALID, as_of="2026-02-27")
    assert (problem.kind.code, problem.level.value, problem.location.line) == ("PM122", "warning", 6)


def test_nothing_is_future_without_a_day_to_compare_with() -> None:
    assert report(with_line("resolved_at:", "resolved_at: 2099-01-01T00:00Z")) == []


def test_the_last_day_of_the_calendar_is_a_day_like_others() -> None:
    assert places("PM122", VALID, as_of="9999-12-31") == []
