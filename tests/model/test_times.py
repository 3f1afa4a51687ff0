"""Instants, dates and zones: one grammar, nothing guessed."""

from __future__ import annotations

from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo

import pytest

from mkdocs_postmortem.model.times import as_date, as_instant, find_zone, parse_date, parse_instant
from tests.faults import refused, refused_as

UTC = timezone.utc
BERLIN = ZoneInfo("Europe/Berlin")
AFTERNOON = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T14:05Z",
        "2026-03-01t14:05:00z",
        "2026-03-01T14:05:00.000Z",
        "2026-03-01 14:05 UTC",
        "2026-03-01 14:05 (UTC)",
        "2026-03-01 at 14:05 GMT",
        "2026-03-01 15:05 +01:00",
        "2026-03-01T15:05+0100",
        "2026-03-01T15:05+01",
        "2026-03-01T09:05-05:00",
        "2026-03-01 15:05 Europe/Berlin",
        "2026-03-01 15:05 (Europe/Berlin)",
        " 2026-03-01T14:05Z ",
    ],
)
def test_spelling_of_one_instant_is_read_as_that_instant(text: str) -> None:
    assert parse_instant(text) == AFTERNOON


def test_instant_is_kept_in_utc() -> None:
    assert parse_instant("2026-03-01 15:05 Europe/Berlin").tzinfo is UTC


def test_given_zone_serves_only_where_the_text_names_none() -> None:
    assert parse_instant("2026-03-01 15:05", BERLIN) == AFTERNOON
    assert parse_instant("2026-03-01 14:05Z", BERLIN) == AFTERNOON


def test_half_a_second_is_kept() -> None:
    assert parse_instant("2026-03-01T14:05:00.5Z").microsecond == 500_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-03-01T14:05", "time-without-zone"),
        ("2026-03-01", "invalid-time"),
        ("14:05Z", "invalid-time"),
        ("2026-3-1T14:05Z", "invalid-time"),
        ("2026-03-01T24:00Z", "invalid-time"),
        ("2026-03-01T14:60Z", "invalid-time"),
        ("2026-03-01T14:05:60Z", "invalid-time"),
        ("2026-02-29T14:05Z", "invalid-time"),
        ("2026-03-01T14:05:00.1234567Z", "invalid-time"),
        ("2026-03-01T14:05:00,5Z", "invalid-time"),
        ("1969-12-31T23:59Z", "invalid-time"),
        ("2101-01-01T00:00Z", "invalid-time"),
        ("٢٠٢٦-03-01T14:05Z", "invalid-time"),
        ("2026-03-01\n14:05Z", "invalid-time"),
        ("2026-03-01T14:05+14:01", "unknown-zone"),
        ("2026-03-01T14:05+01:60", "unknown-zone"),
        ("2026-03-01T14:05 PST", "unknown-zone"),
        ("2026-03-01T14:05 EST5EDT", "unknown-zone"),
        ("2025-10-26 02:30 Europe/Berlin", "ambiguous-time"),
        ("2025-03-30 02:30 Europe/Berlin", "ambiguous-time"),
    ],
)
def test_time_that_needs_a_guess_is_refused(text: str, name: str) -> None:
    assert refused_as(parse_instant, text) == name


def test_leap_day_is_a_day() -> None:
    assert parse_instant("2024-02-29T00:00Z").day == 29


def test_furthest_offsets_are_read() -> None:
    assert parse_instant("2026-03-01T14:05+14:00").hour == 0
    assert parse_instant("2026-03-01T14:05-14:00") == datetime(2026, 3, 2, 4, 5, tzinfo=UTC)


def test_hour_that_came_twice_is_read_with_its_offset() -> None:
    assert parse_instant("2025-10-26T02:30+02:00").hour == 0
    assert parse_instant("2025-10-26T02:30+01:00").hour == 1


def test_ambiguous_time_says_twice_or_never() -> None:
    assert "twice" in refused(parse_instant, "2025-10-26 02:30", BERLIN)[1]
    assert "never" in refused(parse_instant, "2025-03-30 02:30", BERLIN)[1]


@pytest.mark.parametrize(
    "name", ["Z", "utc", "GMT", "+00:00", "+0530", "-03", "Asia/Kolkata", "America/Argentina/Ushuaia"]
)
def test_zone_is_known(name: str) -> None:
    assert find_zone(name).utcoffset(datetime(2026, 1, 1)) is not None  # noqa: DTZ001  # the zone is what is asked


@pytest.mark.parametrize(
    "name",
    [
        "CET",
        "EST",
        "local",
        "Mars/Phobos",
        "../../etc/passwd",
        "/etc/localtime",
        "Europe/",
        "Europe/Ber\0lin",
        "",
        "a/" * 5000,
    ],
)
def test_zone_that_could_mean_several_things_or_nothing_is_refused(name: str) -> None:
    assert refused_as(find_zone, name) == "unknown-zone"


def test_date_is_year_month_day() -> None:
    assert parse_date("2026-03-31") == date(2026, 3, 31)


@pytest.mark.parametrize(
    "text", ["31.3.2026", "03/31/2026", "2026-02-30", "2026-3-31", "20260331", "1969-12-31", "2026-03-31T10:00Z", ""]
)
def test_anything_but_a_calendar_day_is_refused(text: str) -> None:
    assert refused_as(parse_date, text) == "invalid-date"


def test_number_is_neither_instant_nor_date() -> None:
    assert refused(as_instant, 45045, UTC)[1] == '"45045" is not a time'
    assert refused(as_date, 20260331)[1] == '"20260331" is not a date'


def test_list_is_named_and_not_printed() -> None:
    assert refused(as_instant, ("secret", "list"), UTC)[1] == "a list is not a time"
    assert refused(as_date, {"secret": "mapping"})[1] == "a mapping is not a date"


def test_nothing_stated_stays_nothing() -> None:
    assert as_instant(None, UTC) is None
    assert as_date(None) is None
