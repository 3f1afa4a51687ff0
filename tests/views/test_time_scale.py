from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.views.time_scale import TimeScale, calendar_ticks, scale_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
lengths = st.integers(0, 60 * 24 * 4000).map(lambda minutes: minutes * MINUTE)


@pytest.mark.parametrize(
    ("found", "labels"),
    [
        ([], ["≤ 1 min", "10 min"]),
        ([timedelta(seconds=20)], ["≤ 1 min", "10 min"]),
        ([3 * MINUTE, 70 * MINUTE], ["≤ 1 min", "10 min", "1 h", "1 d"]),
        ([30 * MINUTE, 50 * MINUTE], ["10 min", "1 h"]),
        ([HOUR, HOUR], ["1 h", "1 d"]),
        ([2 * DAY, 20 * DAY], ["1 d", "7 d", "30 d"]),
        ([MINUTE, 9000 * DAY], ["≤ 1 min", "10 min", "1 h", "1 d", "7 d", "30 d", "365 d", "3650 d"]),
    ],
)
def test_scale_reaches_from_below_the_shortest_to_above_the_longest(found: list[timedelta], labels: list[str]) -> None:
    assert [tick.label for tick in scale_of(found).ticks] == labels


@pytest.mark.parametrize(
    ("found", "names"),
    [
        ([], ["≤ 10 min"]),
        ([3 * MINUTE, 70 * MINUTE], ["≤ 10 min", "10 min – 1 h", "1 h – 1 d"]),
        ([2 * DAY, 20 * DAY], ["1 d – 7 d", "7 d – 30 d"]),
    ],
)
def test_ranges_lie_between_the_marks(found: list[timedelta], names: list[str]) -> None:
    assert list(scale_of(found).ranges) == names


@pytest.mark.parametrize(
    ("length", "number"),
    [(timedelta(), 0), (10 * MINUTE, 0), (11 * MINUTE, 1), (HOUR, 1), (HOUR + MINUTE, 2), (DAY, 2), (9 * DAY, 2)],
)
def test_a_range_ends_with_its_upper_mark_and_the_last_one_holds_the_rest(length: timedelta, number: int) -> None:
    assert TimeScale(MINUTE, DAY).range_of(length) == number


def test_every_step_of_ten_is_as_wide_as_the_next() -> None:
    scale = TimeScale(MINUTE, 1000 * MINUTE)

    positions = [scale.position(length * MINUTE) for length in (1, 10, 100, 1000)]
    assert positions == pytest.approx([0, 33.33, 66.67, 100])


@settings(deadline=None)
@given(lengths, lengths)
def test_longer_is_never_further_to_the_left(one: timedelta, other: timedelta) -> None:
    scale = scale_of([one, other])
    shorter, longer = sorted([one, other])

    assert 0 <= scale.position(shorter) <= scale.position(longer) <= 100


@settings(deadline=None)
@given(lengths, lengths)
def test_first_and_last_tick_stand_at_the_ends(one: timedelta, other: timedelta) -> None:
    ticks = scale_of([one, other]).ticks

    assert (ticks[0].position, ticks[-1].position) == (0.0, 100.0)


@pytest.mark.parametrize(
    ("months", "labels"),
    [
        (["2026-03", "2026-04"], [(0.0, "2026-03")]),
        ([f"2025-{n:02}" for n in range(2, 13)] + ["2026-01"], [(0.0, "2025-02")]),
        (
            [f"2025-{n:02}" for n in range(7, 13)] + [f"2026-{n:02}" for n in range(1, 7)],
            [(0.0, "2025-07"), (50.0, "2026")],
        ),
    ],
)
def test_a_year_is_named_where_it_has_room(months: list[str], labels: list[tuple[float, str]]) -> None:
    assert [(tick.position, tick.label) for tick in calendar_ticks(months, len(months))] == labels


def test_of_many_years_no_two_labels_are_near() -> None:
    months = [f"{year}-{month:02}" for year in range(2000, 2030) for month in range(1, 13)]

    positions = [tick.position for tick in calendar_ticks(months, len(months))]
    assert min(right - left for left, right in pairwise(positions)) >= 20
