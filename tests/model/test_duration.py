"""Durations as people write them and as pages show them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mkdocs_postmortem.model.duration import as_duration, format_duration, parse_duration
from tests.faults import refused, refused_as

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    "text",
    [
        "94 min",
        "94m",
        "94 minutes",
        "1h34m",
        "1h 34min",
        "1 hour, 34 minutes",
        "1 hour and 34 minutes",
        "1:34:00",
        "PT1H34M",
        "pt94m",
        "1 hr. 34 min.",
    ],
)
def test_spelling_of_94_minutes_is_read_as_94_minutes(text: str) -> None:
    assert parse_duration(text).length == 94 * MINUTE


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2 days", timedelta(days=1)),
        ("1.5 h", timedelta(hours=1)),
        ("94 min", MINUTE),
        ("1h 34m", MINUTE),
        ("1:34:00", timedelta(seconds=1)),
        ("P1DT2H", timedelta(hours=1)),
    ],
)
def test_precision_is_the_smallest_unit_written(text: str, unit: timedelta) -> None:
    assert parse_duration(text).unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "1:34",
        "94",
        "",
        " ",
        "soon",
        "-5 min",
        "1h 2h",
        "34 min 1 h",
        "5 weeks",
        "P1M",
        "P",
        "PT",
        "1:99:00",
        "1:34:61",
        "94 min later",
        "９４ min",
        "999999d " * 1100,
    ],
)
def test_duration_that_needs_a_guess_is_refused(text: str) -> None:
    assert refused_as(parse_duration, text) == "invalid-duration"


def test_fraction_of_an_hour_is_read() -> None:
    assert parse_duration("1.5 h").length == 90 * MINUTE


def test_bare_number_is_refused_for_its_missing_unit() -> None:
    assert "with its unit" in refused(as_duration, 40)[1]


def test_nothing_stated_stays_nothing() -> None:
    assert as_duration(None) is None


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (timedelta(0), "0 min"),
        (timedelta(seconds=40), "40 s"),
        (timedelta(minutes=40), "40 min"),
        (timedelta(minutes=94), "1 h 34 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=3, hours=4, minutes=5), "3 d 4 h"),
        (timedelta(days=3, minutes=5), "3 d"),
        (timedelta(minutes=-5), "−5 min"),
    ],
)
def test_duration_is_shown_in_its_two_largest_units(length: timedelta, shown: str) -> None:
    assert format_duration(length) == shown
