"""Quantiles of the nearest rank, and from how many values on there are any."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.library.figures import LEAST_FOR_MEDIAN, LEAST_FOR_P90, nearest_rank, spread_of

values = st.lists(st.integers(0, 50), min_size=1, max_size=60)
percents = st.integers(1, 100)


@settings(deadline=None)
@given(values, percents)
def test_quantile_is_one_of_the_values(found: list[int], percent: int) -> None:
    assert nearest_rank(sorted(found), percent) in found


@settings(deadline=None)
@given(values, percents)
def test_at_least_so_many_percent_are_no_larger_and_fewer_are_smaller(found: list[int], percent: int) -> None:
    quantile = nearest_rank(sorted(found), percent)

    assert 100 * sum(value <= quantile for value in found) >= percent * len(found)
    assert 100 * sum(value < quantile for value in found) < percent * len(found)


@settings(deadline=None)
@given(values)
def test_median_is_the_low_median_of_the_standard_library(found: list[int]) -> None:
    assert nearest_rank(sorted(found), 50) == statistics.median_low(found)


@settings(deadline=None)
@given(values, st.permutations(range(60)))
def test_order_of_the_values_does_not_matter(found: list[int], order: list[int]) -> None:
    shuffled = [found[index] for index in order if index < len(found)]

    assert spread_of(shuffled) == spread_of(found)


@pytest.mark.parametrize(
    ("found", "median", "p90"),
    [
        ([], None, None),
        ([7], None, None),
        ([7, 9], None, None),
        ([9, 7, 8], 8, None),
        ([1, 2, 3, 4], 2, None),
        (list(range(1, 10)), 5, None),
        (list(range(1, 11)), 5, 9),
        (list(range(1, 21)), 10, 18),
        (list(range(1, 22)), 11, 19),
    ],
)
def test_figures_by_hand(found: list[int], median: int | None, p90: int | None) -> None:
    spread = spread_of(found)

    assert (spread.median, spread.p90) == (median, p90)


@pytest.mark.parametrize(("percent", "least"), [(50, LEAST_FOR_MEDIAN), (90, LEAST_FOR_P90)])
def test_a_figure_is_given_as_soon_as_it_is_neither_the_smallest_nor_the_largest(percent: int, least: int) -> None:
    fewer, enough = list(range(least - 1)), list(range(least))

    assert nearest_rank(fewer, percent) in (fewer[0], fewer[-1])
    assert enough[0] < nearest_rank(enough, percent) < enough[-1]


def test_a_median_takes_three_values_and_a_p90_ten() -> None:
    assert (LEAST_FOR_MEDIAN, LEAST_FOR_P90) == (3, 10)
