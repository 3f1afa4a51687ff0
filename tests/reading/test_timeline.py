"""Timelines: tables below a timeline heading, each clock time with its day and zone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mkdocs_postmortem.model import TimelineEntry
from tests.documents import VALID, brief, read, with_line, with_section

START = datetime(2026, 3, 1, 14, 5, tzinfo=timezone.utc)


def document(rows: str, header: str = "| Time (UTC) | Event |", text: str = VALID) -> str:
    border = "|" + "---|" * (header.count("|") - 1)
    return with_section("Timeline", f"{header}\n{border}\n{rows}", text)


def entries(rows: str, header: str = "| Time (UTC) | Event |", text: str = VALID) -> tuple[TimelineEntry, ...]:
    return read(document(rows, header, text)).postmortem.timeline


def minutes(rows: str, text: str = VALID) -> list[int | None]:
    """Return each entry's distance from 2026-03-01 14:05 UTC in minutes."""
    times = [entry.time for entry in entries(rows, text=text)]
    return [None if time is None else round((time - START) / timedelta(minutes=1)) for time in times]


@pytest.mark.parametrize(
    ("stated", "later"),
    [
        ("14:06", 1),
        ("14:06:30", 2),
        ("~14:06", 1),
        ("about 14:06", 1),
        ("14:06 UTC", 1),
        ("14:06Z", 1),
        ("15:06 +01:00", 1),
        ("15:06 Europe/Berlin", 1),
        ("2026-03-01 14:06", 1),
        ("2026-03-01T14:06Z", 1),
        ("2026-03-02 00:05", 600),
        ("**14:06**", 1),
        ("09:06 -05:00", 1),
        ("2026-03-01 09:06-05:00", 1),
    ],
)
def test_time_is_read_with_its_day_and_zone(stated: str, later: int) -> None:
    assert minutes(f"| {stated} | Errors |") == [later]


def test_words_around_a_time_are_kept_as_stated() -> None:
    (entry,) = entries("| ~14:06 | Errors |")
    assert (entry.stated, entry.approximate) == ("~14:06", True)


@pytest.mark.parametrize("dash", ["-", "–", " — ", " to "])
def test_range_has_an_end(dash: str) -> None:
    (entry,) = entries(f"| 14:06{dash}14:20 | Restart |")
    assert entry.end == START + timedelta(minutes=15)


def test_range_over_midnight_ends_on_the_next_day() -> None:
    (entry,) = entries("| 2026-03-01 23:50 – 00:10 | Restart |")
    assert entry.end == datetime(2026, 3, 2, 0, 10, tzinfo=timezone.utc)


def test_clock_going_back_half_a_day_is_midnight() -> None:
    assert minutes("| 14:05 | a |\n| 23:50 | b |\n| 00:10 | c |") == [0, 585, 605]


def test_clock_going_back_within_a_long_incident_is_midnight() -> None:
    long = with_line("resolved_at:", "resolved_at: 2026-03-02T14:45Z")
    assert minutes("| 14:05 | a |\n| 18:00 | b |\n| 09:00 | c |", long) == [0, 235, 1135]


def test_entry_shortly_before_the_start_is_on_the_same_day() -> None:
    assert minutes("| 13:50 | Deploy begins |\n| 14:05 | Errors |") == [-15, 0]


def test_entry_before_a_start_after_midnight_is_on_the_day_before() -> None:
    early = VALID.replace("2026-03-01T14:05Z", "2026-03-01T00:10Z")
    (entry,) = entries("| 23:50 | Deploy begins |", text=early)
    assert entry.time == datetime(2026, 2, 28, 23, 50, tzinfo=timezone.utc)


def test_clock_going_back_a_little_is_reported() -> None:
    result = read(document("| 14:30 | a |\n| 14:10 | b |"))
    assert [brief(problem) for problem in result.problems] == ["26:3 PM401"]


@pytest.mark.parametrize(
    "stated",
    [
        "tea time",
        "25:00",
        "14:60",
        "14",
        "T+5",
        "2026-02-30 14:00",
        "0001-01-01 00:00",
        "9999-12-31 23:59 - 00:10",
        "14:05 Mars/Phobos",
        "14:05 +99:99",
        "14:05 +00:99",
        "１４:05",
    ],
)
def test_time_that_cannot_be_read_is_reported_and_kept_as_stated(stated: str) -> None:
    result = read(document(f"| {stated} | Errors |"))
    assert [brief(problem) for problem in result.problems] == ["25:3 PM402"]
    (entry,) = result.postmortem.timeline
    assert (entry.time, entry.event) == (None, "Errors")


def test_missing_time_is_no_problem() -> None:
    result = read(document("| | Errors |"))
    assert result.problems == ()
    assert result.postmortem.timeline[0].time is None


@pytest.mark.parametrize("heading", ["Timeline (UTC)", "Timeline (All times in Europe/Berlin)"])
def test_heading_names_the_zone(heading: str) -> None:
    text = VALID.replace("## Timeline", f"## {heading}").replace("Time (UTC)", "Time")
    (first, _) = read(text).postmortem.timeline
    offset = 60 if "Berlin" in heading else 0
    assert first.time == START - timedelta(minutes=offset)


def test_column_names_the_zone_before_the_heading_does() -> None:
    text = VALID.replace("## Timeline", "## Timeline (All times in Europe/Berlin)")
    assert read(text).postmortem.timeline[0].time == START


def test_times_without_any_zone_stay_unknown() -> None:
    (entry,) = entries("| 14:06 | Errors |", "| Time | Event |")
    assert (entry.time, entry.stated) == (None, "14:06")


def test_times_without_a_start_stay_unknown_unless_they_have_a_date() -> None:
    text = with_line("started_at:", "detected_at: 2026-03-01T14:05Z")
    first, second = entries("| 14:06 | a |\n| 2026-03-01 14:07 | b |", text=text)
    assert (first.time, second.time) == (None, START + timedelta(minutes=2))


def test_hour_that_never_was_is_reported() -> None:
    text = with_line("started_at:", "started_at: 2026-03-29T00:10Z").replace("2026-03-01T14:45Z", "2026-03-29T02:00Z")
    result = read(document("| 02:30 | a |", "| Time (Europe/Berlin) | Event |", text))
    assert [problem.kind.code for problem in result.problems] == ["PM402"]


def test_actor_event_result_and_links_are_read() -> None:
    rows = "| 14:06 | Dana | Opened [the board](https://b.example/) | Saw `500` |"
    (entry,) = entries(rows, "| Time (UTC) | Who | What | Outcome |")
    assert (entry.actor, entry.event, entry.result) == ("Dana", "Opened the board", "Saw 500")
    assert [(link.label, link.url) for link in entry.links] == [("the board", "https://b.example/")]
    assert entry.line == 25


def test_own_column_for_the_date_is_joined_to_the_time() -> None:
    (entry,) = entries("| 2026-03-02 | 00:05 | Errors |", "| Date | Time (UTC) | Event |")
    assert entry.time == START + timedelta(minutes=600)


@pytest.mark.parametrize("row", ["| | |", "| 14:23 | [First symptom detected] |", "| 14:23 | TBD |"])
def test_placeholder_row_is_no_entry(row: str) -> None:
    assert entries(row) == ()


def test_event_that_begins_with_a_bracketed_word_is_kept() -> None:
    assert entries("| 14:06 | [Payments] Errors rise |")[0].event == "[Payments] Errors rise"


@pytest.mark.parametrize(
    "target", ["https://a:b@c.example/", "javascript:x", "/relative", "https://example.org/" + "a" * 3_000]
)
def test_link_that_is_no_web_address_is_left_out(target: str) -> None:
    (entry,) = entries(f"| 14:06 | [x]({target}) y |")
    assert entry.links == ()


def test_host_of_other_letters_is_shown_in_its_ascii_form() -> None:
    (entry,) = entries("| 14:06 | [x](https://ﬁle.example/) y |")
    assert [link.url for link in entry.links] == ["https://xn--le-1b1n.example/"]


def test_cell_of_any_length_is_read_without_an_exception() -> None:
    assert len(entries(f"| 14:06 | {'word ' * 1_900} |")) == 1


def test_table_without_a_time_column_is_no_timeline() -> None:
    assert entries("| a | b |", "| Phase | Event |") == ()
