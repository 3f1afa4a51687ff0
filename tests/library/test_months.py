from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library.months import Month, month_ends, month_of, months_between


@pytest.mark.parametrize(
    ("month", "moved", "result"),
    [((2026, 3), 0, "2026-03"), ((2026, 12), 1, "2027-01"), ((2026, 1), -1, "2025-12"), ((2026, 3), -35, "2023-04")],
)
def test_months_move_over_the_ends_of_years(month: tuple[int, int], moved: int, result: str) -> None:
    assert str(Month(*month).moved(moved)) == result


@pytest.mark.parametrize(
    ("month", "day"), [((2024, 2), 29), ((2026, 2), 28), ((2026, 12), 31), ((9999, 12), 31), ((2026, 4), 30)]
)
def test_month_ends_on_its_last_day(month: tuple[int, int], day: int) -> None:
    assert Month(*month).ends_on == date(*month, day)


def test_both_months_are_between() -> None:
    found = months_between(month_of(date(2025, 11, 30)), month_of(date(2026, 2, 1)))

    assert [str(month) for month in found] == ["2025-11", "2025-12", "2026-01", "2026-02"]


def test_ends_of_months_finish_with_the_day_itself() -> None:
    assert month_ends(date(2026, 1, 20), date(2026, 3, 10), 60) == (
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 10),
    )


def test_a_day_that_ends_a_month_stands_once() -> None:
    assert month_ends(date(2026, 1, 20), date(2026, 2, 28), 60) == (date(2026, 1, 31), date(2026, 2, 28))


def test_of_too_many_the_latest_are_kept() -> None:
    assert month_ends(date(1990, 1, 1), date(2026, 3, 10), 2) == (date(2026, 2, 28), date(2026, 3, 10))
