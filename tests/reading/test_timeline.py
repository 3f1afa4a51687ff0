"""Timelines: tables, lists, paragraphs and headings, each clock time with its day and zone."""

from __future__ import annotations

import time
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


def timeline(content: str, heading: str = "Timeline (UTC)", text: str = VALID) -> tuple[TimelineEntry, ...]:
    """Return the entries of a timeline section with this content."""
    return read(with_section("Timeline", content, text).replace("## Timeline\n", f"## {heading}\n")).postmortem.timeline


def told(content: str, heading: str = "Timeline (UTC)") -> list[tuple[str, str | None]]:
    """Return what each entry states as its time, and what it tells."""
    return [(entry.stated, entry.event) for entry in timeline(content, heading)]


def clocks(content: str, heading: str = "Timeline (UTC)", text: str = VALID) -> list[str | None]:
    """Return each entry's instant as day and time in UTC."""
    found = timeline(content, heading, text)
    return [None if entry.time is None else f"{entry.time:%m-%d %H:%M}" for entry in found]


def codes(content: str, text: str = VALID) -> list[str]:
    return [problem.kind.code for problem in read(with_section("Timeline", content, text)).problems]


def whole(body: str, front: str = "") -> list[tuple[str, str | None]]:
    """Return stated time and event of each entry of a document with this body."""
    entries = read(f"---\ntitle: T\n{front}---\n\n{body}").postmortem.timeline
    return [(entry.stated, entry.event) for entry in entries]


@pytest.mark.parametrize(
    ("line", "stated", "event"),
    [
        ("- 14:06 Deploy began", "14:06", "Deploy began"),
        ("* 14:06 - Deploy began", "14:06", "Deploy began"),
        ("1. 14:06 – Deploy began", "14:06", "Deploy began"),
        ("- **14:06** — Deploy began", "14:06", "Deploy began"),
        ("- **14:06 UTC:** Deploy began", "14:06 UTC", "Deploy began"),
        ("- `14:06` Deploy began", "14:06", "Deploy began"),
        ("- `14:06`: Deploy began", "14:06", "Deploy began"),
        ("- [14:06](https://c.example/1) Deploy began", "14:06", "Deploy began"),
        ("- **Trigger:** 14:06 Deploy began", "14:06", "Trigger: Deploy began"),
        ("- Trigger: 14:06 UTC, deploy began", "14:06 UTC", "Trigger: deploy began"),
        ("- (Trigger) 14:06 deploy began", "14:06", "Trigger: deploy began"),
        ("- 14:06: 5 pods died", "14:06", "5 pods died"),
        ("- 14:06 - 5 pods died", "14:06", "5 pods died"),
        ("- 14:06 GET requests fail", "14:06", "GET requests fail"),
        ("- 14:06 DB restarted", "14:06", "DB restarted"),
        ("- 14:06 PT - Deploy began", "14:06 PT", "Deploy began"),
        ("- 14:06 Dev/Ops told", "14:06", "Dev/Ops told"),
        ("- 14:06:59.120 Deploy began", "14:06:59.120", "Deploy began"),
        ("- 2:06 p.m. Deploy began", "2:06 p.m.", "Deploy began"),
        ("- 14h06 Deploy began", "14h06", "Deploy began"),
        ("- 14時06分 デプロイ", "14時06分", "デプロイ"),
        ("- kl. 14:06 Deploy began", "kl. 14:06", "Deploy began"),
        ("- at 14:06 Deploy began", "at 14:06", "Deploy began"),
        ("- T+30m: Deploy began", "T+30m", "Deploy began"),
        ("- ??:?? Deploy began", "??:??", "Deploy began"),
        ("- 1X:XX Deploy began", "1X:XX", "Deploy began"),
        ("14:06 - Deploy began", "14:06", "Deploy began"),
        ("**14:06** Deploy began", "14:06", "Deploy began"),
        ("**Trigger:** 14:06 Deploy began", "14:06", "Trigger: Deploy began"),
        ("### 14:06\n\nDeploy began", "14:06", "Deploy began"),
        ("### 14:06 Deploy began\n\nMore words.", "14:06", "Deploy began"),
        ("#### ~14:06 (or earlier?)\n- Deploy began\n- Nothing else", "~14:06 (or earlier?)", "Deploy began"),
        ("14:06\n-----\n\nDeploy began", "14:06", "Deploy began"),
    ],
)
def test_line_that_begins_with_a_time_is_an_entry(line: str, stated: str, event: str) -> None:
    assert told(line) == [(stated, event)]


@pytest.mark.parametrize(
    ("stated", "clock"),
    [
        ("14:06", "03-01 14:06"),
        ("2:06 PM", "03-01 14:06"),
        ("14:06 PM", "03-01 14:06"),
        ("02:06pm", "03-01 14:06"),
        ("12:30 AM", "03-02 00:30"),
        ("12:30 PM", "03-01 12:30"),
        ("15:06 UTC+1", "03-01 14:06"),
        ("15:06 (GMT+01:00)", "03-01 14:06"),
        ("15:06 CET (GMT+1)", "03-01 14:06"),
        ("2026-03-01T14:06:00Z", "03-01 14:06"),
        ("2026-03-01T15:06:00+01:00", "03-01 14:06"),
        ("2026/03/01 14:06", "03-01 14:06"),
        ("2026年3月1日 14:06", "03-01 14:06"),
        ("2026-03-01 (Sun) 14:06", "03-01 14:06"),
        ("2026-03-01, 14:06", "03-01 14:06"),
        ("2026-03-01 - 14:06", "03-01 14:06"),
        ("2026-03-01 at 2:06 pm", "03-01 14:06"),
        ("Mar 2, 14:06", "03-02 14:06"),
        ("March 2nd 2026 14:06", "03-02 14:06"),
        ("Mon Mar 2 14:06", "03-02 14:06"),
        ("2 March 14:06", "03-02 14:06"),
        ("Monday, 2 March 2026, 14:06", "03-02 14:06"),
        ("02.03.2026 14:06", "03-02 14:06"),
        ("02.03.26 - 14:06", "03-02 14:06"),
        ("02.03. 14:06", "03-02 14:06"),
        ("03-17 14:06", "03-17 14:06"),
        ("17/03 14:06", "03-17 14:06"),
        ("3/17/2026 2:06 pm", "03-17 14:06"),
        ("3/17/26 14:06", "03-17 14:06"),
        ("03-17-2026 2:06 pm", "03-17 14:06"),
        ("14:06 UTC Mar 2", "03-02 14:06"),
        ("14:06 PM UTC Monday Mar 2nd", "03-02 14:06"),
        ("14:06, 2026-03-02", "03-02 14:06"),
        ("T+4h", "03-01 18:05"),
        ("T-15m", "03-01 13:50"),
        ("T+1:30", "03-01 15:35"),
        ("T+1h30m", "03-01 15:35"),
        ("Mar 2", None),
        ("2026-03-02", None),
        ("??:??", None),
    ],
)
@pytest.mark.parametrize(
    "form", ["- {}: Errors", "- **{}** — Errors", "{} – Errors", "| When | What |\n|--|--|\n| {} | Errors |"]
)
def test_spelling_is_the_same_instant_in_each_form(form: str, stated: str, clock: str | None) -> None:
    assert clocks(form.format(stated)) == [clock]


@pytest.mark.parametrize(
    "about", ["~{}", "≈ {}", "around {}", "approx. {}", "{}?", "{} (approx.)", "ca. {}", "{} (maybe later?)"]
)
def test_uncertain_time_is_approximate(about: str) -> None:
    (entry,) = timeline(f"- {about.format('14:06')} - Errors")
    assert (entry.approximate, entry.time, entry.event) == (True, START + timedelta(minutes=1), "Errors")


@pytest.mark.parametrize(
    "span",
    [
        "14:06–14:20",
        "14:06 - 14:20",
        "14:06〜14:20",
        "14:06 to 14:20",
        "2:06-2:20 PM",
        "14:06 PM – 14:20 PM",
        "~14:06 - ~14:20",
    ],
)
def test_range_in_a_list_has_an_end(span: str) -> None:
    (entry,) = timeline(f"- {span}: Restarts")
    assert (entry.time, entry.end) == (START + timedelta(minutes=1), START + timedelta(minutes=15))


@pytest.mark.parametrize(
    ("span", "begin", "end"),
    [
        ("8-9 PM", "20:00", "21:00"),
        ("11:30 - 12:15 PM", "11:30", "12:15"),
        ("14:06:10-40", "14:06", "14:06"),
        ("2026-03-01 14:06-14:20", "14:06", "14:20"),
        ("2026-03-01 14:06 – 2026-03-03 09:00", "14:06", "09:00"),
    ],
)
def test_short_range_is_read_as_it_is_meant(span: str, begin: str, end: str) -> None:
    (entry,) = timeline(f"- {span}: Restarts")
    assert (entry.time and f"{entry.time:%H:%M}", entry.end and f"{entry.end:%H:%M}") == (begin, end)


def test_open_range_keeps_its_start() -> None:
    (entry,) = entries("| 14:06〜(later) | Restarts |")
    assert (entry.time, entry.end) == (START + timedelta(minutes=1), None)


def test_lines_of_one_paragraph_are_entries_each_and_wrapped_lines_belong_to_theirs() -> None:
    assert told("14:06 - Deploy began\nand went on\n14:10 - Errors") == [
        ("14:06", "Deploy began and went on"),
        ("14:10", "Errors"),
    ]


def test_wrapped_list_item_is_one_entry() -> None:
    assert told("- 14:06 Deploy began\n  at the same time as\n  14:05 the backup ran") == [
        ("14:06", "Deploy began at the same time as 14:05 the backup ran")
    ]


@pytest.mark.parametrize(
    "content",
    [
        "We saw errors at 14:06 and rolled back.",
        "The deploy of\n14:06 was bad.",
        "- Time to detect: 15 min\n- Time to mitigate (TTM): ≈ 1h 20m (14:06 → 15:26)\n- Duration: 2 hours",
        "```\n14:06 log line\n```",
        "<!--\n- 14:06 Deploy began\n-->",
        "> - 14:06 Deploy began",
        "- 14:06 [First symptom detected]\n- 14:07 TBD",
        "| Block | Height |\n|---|---|\n| first | 1071900 |",
        "1st wave: 1071900 - 1072525\n2nd wave: 1072850 - 1073850",
        "- All times in UTC",
        "![03-01-2026 graph](a.png)",
    ],
)
def test_what_only_looks_like_a_timeline_is_none(content: str) -> None:
    assert told(content) == []


def test_durations_below_a_table_are_no_entries() -> None:
    rows = "| Time | Event |\n|---|---|\n| 14:06 | Errors |\n\n- **Time to detect:** 15 min\n- Alerts worked"
    assert told(rows) == [("14:06", "Errors")]


def test_bullets_without_any_time_are_entries_where_the_list_is_the_timeline() -> None:
    assert told("- Deploy began\n- Errors rose\n  - first in Europe\n- Rolled back") == [
        ("", "Deploy began"),
        ("", "Errors rose"),
        ("", "Rolled back"),
    ]


def test_bullet_without_a_time_between_timed_ones_is_an_entry() -> None:
    assert told("- 14:06 Deploy began\n- Later that day the queue was empty") == [
        ("14:06", "Deploy began"),
        ("", "Later that day the queue was empty"),
    ]


def test_details_below_an_entry_belong_to_it() -> None:
    assert told("- 14:06 Deploy began\n  - by the pipeline\n  - 14:08 second region\n- 14:10 Errors") == [
        ("14:06", "Deploy began"),
        ("14:08", "second region"),
        ("14:10", "Errors"),
    ]


def test_phase_with_nested_entries_is_none_itself() -> None:
    assert told("- **Investigation**\n  - 14:06 Errors seen\n  - 14:08 Logs read") == [
        ("14:06", "Errors seen"),
        ("14:08", "Logs read"),
    ]


@pytest.mark.parametrize(
    "day",
    [
        "### 2026-03-02",
        "### Monday 2 March",
        "### March 2nd, 2026 – the long night",
        "**2026-03-02**",
        "- **2026-03-02**",
    ],
)
def test_day_sets_the_date_and_is_no_entry(day: str) -> None:
    assert clocks(f"- 14:06 a\n\n{day}\n\n- 09:00 b\n- 09:05 c") == ["03-01 14:06", "03-02 09:00", "03-02 09:05"]


def test_nested_entries_lie_on_the_day_above_them() -> None:
    assert clocks("- 2026-03-02:\n  - 09:00 b\n- 2026-03-04\n  - 07:00 c") == ["03-02 09:00", "03-04 07:00"]


def test_next_day_in_brackets_moves_on() -> None:
    assert clocks("- 14:06 a\n- 14:10 [next day] b") == ["03-01 14:06", "03-02 14:10"]


def test_row_that_only_holds_a_day_sets_it() -> None:
    rows = "| Time | Event |\n|---|---|\n| **2026-03-02** | |\n| 09:00 | b |"
    assert clocks(rows) == ["03-02 09:00"]


def test_time_after_an_entry_with_a_date_is_on_its_day_even_without_a_start() -> None:
    text = with_line("started_at:", "detected_at: 2026-03-01T14:05Z")
    assert clocks("- 2026-03-05 23:50 a\n- 23:55 b\n- 00:10 c", text=text) == [
        "03-05 23:50",
        "03-05 23:55",
        "03-06 00:10",
    ]


def test_headings_go_on_beside_the_timeline_section() -> None:
    body = (
        "## Timeline\n\n### May 3 2026 14:06\n\nDeploy\n\n### 15:00\n\nErrors\n\n"
        "## May 4, 09:00\n\nFix\n\n### 09:30\n\nDone\n\n## Conclusions\n\n- 10:00 nothing"
    )
    assert whole(body) == [
        ("May 3 2026 14:06", "Deploy"),
        ("15:00", "Errors"),
        ("May 4, 09:00", "Fix"),
        ("09:30", "Done"),
    ]


def test_heading_entry_whose_text_is_code_is_kept() -> None:
    assert told("### 14:06\n\n```\nlog\n```") == [("14:06", None)]


def test_phase_headings_hold_timed_bullets_and_sections_of_their_own_hold_none() -> None:
    content = "### Detection\n\n- 14:06 Alert\n- It was loud\n\n### Action items\n\n- 14:10 Fix it"
    assert told(content) == [("14:06", "Alert")]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("| Event | Time (UTC) | Who |", "| Errors | 2026-03-02 00:05 | Dana |"),
        ("| Who | Date | What | Time (UTC) |", "| Dana | 2026-03-02 | Errors | 00:05 |"),
        ("| Day | Date (2026) | Time (UTC) | Actor | Event |", "| Mon | Mar 2 | 12:05 AM | Dana | Errors |"),
        ("| Date and Time in UTC | Actor | Event |", "| 2026-03-02 00:05 | Dana | Errors |"),
        ("| Time (JST) | UTC | Actor | Event |", "| 09:05 | 2026-03-02 00:05 | Dana | Errors |"),
        ("| Start (UTC) | End | Actor | Event |", "| 2026-03-02 00:05 | 00:10 | Dana | Errors |"),
        ("| Moment | Actor | Something |", "| 2026-03-02 00:05 UTC | Dana | Errors |"),
    ],
)
def test_columns_stand_in_any_order(header: str, row: str) -> None:
    (entry,) = entries(row, header)
    assert (entry.time, entry.actor, entry.event) == (START + timedelta(minutes=600), "Dana", "Errors")


def test_html_table_is_a_timeline() -> None:
    html = "<table>\n<tr><th>Time</th><th>Event</th></tr>\n<tr><td>14:06</td><td>Errors</td></tr>\n</table>"
    assert told(html) == [("14:06", "Errors")]


@pytest.mark.parametrize(
    "box",
    [
        "<details>\n<summary>All of it</summary>\n\n{}\n\n</details>",
        '??? note "All of it"\n\n    {}',
        "!!! info\n\n    {}",
    ],
)
def test_boxes_are_read(box: str) -> None:
    assert told(box.format("- 14:06 Errors")) == [("14:06", "Errors")]


@pytest.mark.parametrize(
    "title",
    [
        "**Timeline:**",
        "**Timeline**",
        "**Timeline** (UTC):",
        "Timeline:",
        "<details><summary>Timeline</summary>",
        '!!! note "Timeline"\n',
        "- **Timeline**:",
    ],
)
def test_timeline_without_a_heading_is_found(title: str) -> None:
    indent = "    " if title.startswith(("!!!", "- ")) else ""
    between = "\n" if indent else "\n\n"
    body = f"## Story\n\nWords.\n\n{title}{between}{indent}- 2026-03-01 14:06 UTC Errors\n{indent}- 14:10 UTC Fix\n"
    body += "\n</details>\n" if title.startswith("<") else ""
    assert whole(f"{body}\n**Impact:** none\n\n- some\n") == [("2026-03-01 14:06 UTC", "Errors"), ("14:10 UTC", "Fix")]


def test_timed_bullets_of_another_section_count_when_there_are_three() -> None:
    items = "- **00:27 UTC:** Connections rise\n- **00:32 UTC:** Alert\n- **06:36 UTC:** Fixed\n- All is well\n"
    assert [stated for stated, _ in whole(f"## Leadup\n\n{items}")] == ["00:27 UTC", "00:32 UTC", "06:36 UTC"]


def test_nested_timed_bullets_below_a_label_count_and_facts_with_times_do_not() -> None:
    facts = "- **Key events**\n  - Detected: 2026-03-01 14:05\n  - Resolved 2026-03-01 15:00\n"
    items = "".join(f"  - 2026-03-01 14:{minute}: Step {minute}\n" for minute in (10, 20, 30))
    assert [event for _, event in whole(f"{facts}\n- **Story**:\n{items}")] == ["Step 10", "Step 20", "Step 30"]


@pytest.mark.parametrize(
    "body",
    [
        "## Leadup\n\n- 14:06 a\n- 14:10 b\n",
        "## Action items\n\n- 14:06 a\n- 14:10 b\n- 14:20 c\n",
        "## Rota\n\n- [ ] 14:06 a\n- [ ] 14:10 b\n- [ ] 14:20 c\n",
        "## Timeline\n\nSee below.\n\n## Leadup\n\n- 14:06 a\n- 14:10 b\n- 14:20 c\n",
        "## Figures\n\n| Time | Load |\n|---|---|\n| 14:06 | 5 |\n| 14:10 | 6 |\n| 14:20 | 7 |\n",
    ],
)
def test_other_lists_and_tables_are_no_timeline(body: str) -> None:
    assert whole(body) == []


def test_two_timelines_are_read_one_after_the_other() -> None:
    body = "## Timeline (UTC)\n\n- 14:06 a\n\n## Follow-up timeline\n\n- 09:00 b\n"
    assert whole(body) == [("14:06", "a"), ("09:00", "b")]


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Timeline", "All times in UTC+1.\n\n- 15:06 a"),
        ("Timeline (all times in CET = UTC+1)", "- 15:06 a"),
        ("Timeline", "_Times are GMT+1_\n\n| Time | Event |\n|---|---|\n| 15:06 | a |"),
        ("Timeline (UTC)", "| Time (Europe/Berlin) | Event |\n|---|---|\n| 15:06 | a |"),
        ("Timeline (UTC)", "- 15:06 Europe/Berlin - a"),
        ("Timeline (UTC) March 1st, 2026", "- 14:06 a"),
    ],
)
def test_zone_is_the_nearest_one_stated(heading: str, content: str) -> None:
    assert clocks(content, heading) == ["03-01 14:06"]


def test_abbreviation_is_understood_when_it_is_the_documents_own_zone() -> None:
    text = with_line("services:", "services: [checkout]\ntimezone: Asia/Tokyo")
    assert clocks("- 23:06 a", "Timeline (JST)", text) == ["03-01 14:06"]


def test_abbreviation_says_which_of_two_hours_is_meant() -> None:
    text = VALID.replace("2026-03-01T14:05Z", "2026-10-25T00:05Z").replace("2026-03-01T14:45Z", "2026-10-25T03:00Z")
    text = with_line("services:", "services: [checkout]\ntimezone: Europe/London", text)
    assert clocks("- 01:30 BST a\n- 01:30 GMT b", "Timeline", text) == ["10-25 00:30", "10-25 01:30"]


@pytest.mark.parametrize("heading", ["Timeline (JST)", "Timeline (all times PST)"])
def test_abbreviation_of_an_unknown_place_leaves_times_unknown(heading: str) -> None:
    text = with_line("services:", "services: [checkout]\ntimezone: Europe/Berlin")
    assert clocks("- 14:06 a", heading, text) == [None]


def test_abbreviation_of_an_unknown_place_in_entries_is_reported_once() -> None:
    assert codes("- 14:06 PST a\n- 14:10 PST b") == ["PM402"]


def test_day_and_month_are_never_guessed() -> None:
    assert (clocks("- 03/04/2026 14:06 a"), codes("- 03/04/2026 14:06 a")) == ([None], ["PM402"])


def test_one_day_over_twelve_settles_the_order_of_the_timeline() -> None:
    assert clocks("- 03-04-2026 2:06 pm - a\n- 03-27-2026 9:00 am - b") == ["03-04 14:06", "03-27 09:00"]
    assert clocks("- 04/03/2026 14:06 a\n- 27/03/2026 09:00 b") == ["03-04 14:06", "03-27 09:00"]


def test_heading_settles_the_order_too() -> None:
    assert clocks("03/04/2026 14:06 a", "Timeline (UTC) 03/04/2026 - 03/27/2026") == ["03-04 14:06"]


def test_stated_start_settles_the_order_of_its_own_date() -> None:
    assert clocks("- 01/03/2026 14:06 a\n- 02/03/2026 14:06 b") == ["03-01 14:06", "03-02 14:06"]


def test_contradicting_orders_settle_nothing() -> None:
    assert clocks("- 13/04/2026 14:06 a\n- 04/14/2026 14:06 b\n- 05/06/2026 10:00 c")[2] is None


def test_year_comes_from_the_heading_when_no_start_is_stated() -> None:
    body = "# 2025-12-30 Cache\n\n## Timeline (UTC)\n\n- Dec 30, 10:18 AM a\n- Dec 31 11:00 PM b\n- Jan 1 1:00 AM c\n"
    times = [entry.time for entry in read(f"---\ntitle: T\n---\n\n{body}").postmortem.timeline]
    assert [time and f"{time:%Y-%m-%d %H:%M}" for time in times] == [
        "2025-12-30 10:18",
        "2025-12-31 23:00",
        "2026-01-01 01:00",
    ]


@pytest.mark.parametrize("stated", ["25:10", "14:75", "23:00 AM", "2026-02-30 14:00", "14:06 +99:99"])
def test_what_stands_in_the_place_of_a_time_and_is_none_is_reported(stated: str) -> None:
    content = f"| Time | Event |\n|--|--|\n| {stated} | Errors |"
    assert (codes(content), clocks(content)) == (["PM402"], [None])


@pytest.mark.parametrize(
    "stated", ["—", "?", "???", "??:??", "13:xx", "2X:XX (not sure)", "2026-03-02", "Mar 2", "", "14:06 Uhr"]
)
def test_unknown_or_missing_time_is_no_problem(stated: str) -> None:
    content = f"| Time | Event |\n|--|--|\n| {stated} | Errors |"
    assert (codes(content), len(timeline(content))) == ([], 1)


def test_list_running_backwards_is_reported_at_its_line() -> None:
    problems = read(with_section("Timeline", "- 14:30 a\n- 14:10 b")).problems
    assert [brief(problem) for problem in problems] == ["24:3 PM401"]


def test_zones_are_compared_as_instants() -> None:
    assert codes("- 14:30 UTC a\n- 15:35 UTC+1 b\n- 14:40 UTC c") == []


def test_rough_time_slightly_before_the_entry_above_it_is_no_problem() -> None:
    assert codes("- 14:10:25 UTC a\n- ~14:10 UTC b") == []


def test_links_of_an_entry_are_kept() -> None:
    (entry,) = timeline("- 14:06 Opened [the board](https://b.example/)")
    assert [(link.label, link.url) for link in entry.links] == [("the board", "https://b.example/")]


def test_entries_keep_their_lines() -> None:
    assert [entry.line for entry in timeline("- 14:06 a\n\n### 14:10\n\nb\n\n14:20 c")] == [23, 25]


@pytest.mark.parametrize(
    "unit",
    [
        "- 14:06 ",
        "14:06 - a\n",
        "### 14:06\n",
        "| 14:06 | a |\n",
        "**14:06**",
        "- 14:06 [a](",
        "  - 14:06 a\n",
        "((((",
        "[14:06] ",
    ],
)
def test_long_content_of_any_kind_is_read_quickly(unit: str) -> None:
    began = time.perf_counter()
    read(with_section("Timeline", unit * (200_000 // len(unit))))
    assert time.perf_counter() - began < 20


def test_dated_headings_without_any_time_below_them_are_the_entries() -> None:
    content = "### March 1, 2026 - Overload\n\n- it was bad\n- it was long\n\n### March 4, 2026 - Again\n\nWords.\n"
    assert told(content) == [("March 1, 2026", "Overload"), ("March 4, 2026", "Again")]


def test_dotted_time_is_read_behind_a_word_and_not_as_a_number() -> None:
    assert told("- kl. 14.06 Errors\n- 14.06 percent failed") == [("kl. 14.06", "Errors"), ("", "14.06 percent failed")]
