"""Spellings of times in lists and paragraphs, and days without a year."""

from __future__ import annotations

import pytest

from tests.documents import read

HEADER = "---\ntitle: T\n---\n\n"


def told(body: str) -> list[tuple[str, str | None, str | None]]:
    timeline = read(HEADER + body).postmortem.timeline
    return [(entry.stated, entry.local, entry.event) for entry in timeline]


def test_time_may_stand_in_square_brackets() -> None:
    found = told(
        "Date: 2026-05-06\n\n## Timeline\n\n- [09:05] Deploy\n- [~09:10]: Errors\n- [Kim](https://x.example) fixed it\n"
    )
    assert found == [
        ("09:05", "2026-05-06 09:05", "Deploy"),
        ("~09:10", "2026-05-06 09:10", "Errors"),
        ("", None, "Kim fixed it"),
    ]


def test_dotted_times_count_where_all_of_a_list_are_and_one_is_no_day() -> None:
    assert told("## Timeline\n\n- 06.12 - Deploy\n- 08.05 - Errors\n- 08.30 - Fixed\n") == [
        ("06.12", None, "Deploy"), ("08.05", None, "Errors"), ("08.30", None, "Fixed")
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["- 08.31.1 - Fixed", "- 24.30 - Fixed", "- 08.12 - Fixed", "- Fixed"])
def test_dotted_numbers_are_no_times_where_the_list_does_not_prove_it(line: str) -> None:
    assert [stated for stated, _, _ in told(f"## Timeline\n\n- 06.12 - Deploy\n- 08.05 - Errors\n{line}\n")][:1] != [
        "06.12"
    ]


def test_dotted_times_make_a_timeline_without_its_heading() -> None:
    found = told("Date: 2026-05-06\n\n## Story\n\n* 06.12 - Deploy\n* 08.05 - Errors\n* 08.30 - Fixed\n")
    assert [local for _, local, _ in found] == ["2026-05-06 06:12", "2026-05-06 08:05", "2026-05-06 08:30"]


def test_start_itself_is_a_relative_time() -> None:
    front = "---\nstarted_at: 2026-05-06T09:00Z\n---\n\n"
    found = read(f"{front}## Timeline\n\nT0 is the first error.\n\n- T0: Errors\n- T+5m: Fixed\n").postmortem.timeline
    assert [(entry.stated, str(entry.time), entry.event) for entry in found] == [
        ("T0", "2026-05-06 09:00:00+00:00", "Errors"), ("T+5m", "2026-05-06 09:05:00+00:00", "Fixed")
    ]  # fmt: skip


def test_bullet_that_is_only_a_link_is_no_entry() -> None:
    links = "- https://x.example/1\n- [chat](https://x.example/2)\n"
    found = told(f"## Timeline\n\n{links}- 2026-05-06 09:00 Deploy\n- 09:10 Fixed\n")
    assert [event for _, _, event in found] == ["Deploy", "Fixed"]


def test_day_with_a_remark_in_brackets_is_a_day() -> None:
    body = "## Timeline\n\n2026-05-06 (*all times UTC*)\n\n- 09:00 Deploy\n- 09:10 Fixed\n"
    timeline = read(HEADER + body).postmortem.timeline
    assert [(str(entry.time), entry.event) for entry in timeline] == [
        ("2026-05-06 09:00:00+00:00", "Deploy"),
        ("2026-05-06 09:10:00+00:00", "Fixed"),
    ]


@pytest.mark.parametrize(
    "line", ["07:55 Uhr – Deploy", "07:55 Uhr: Deploy", "**07:55 Uhr** – Deploy", "07:55 hrs - Deploy"]
)
def test_word_behind_a_time_is_no_part_of_the_event(line: str) -> None:
    assert told(f"## Timeline\n\n- {line}\n")[0][2] == "Deploy"


def test_days_without_a_year_get_none_from_each_other() -> None:
    days = "## Timeline\n\n### Saturday, January 21\n\n- 19:30 Copy\n\n### Sunday, January 22\n\n- 08:00 Again\n"
    assert [local for _, local, _ in told(days)] == [None, None]
    assert read(HEADER + days).postmortem.stated_in_body == {}


def test_days_without_a_year_get_the_only_year_of_the_text_above() -> None:
    days = "## Timeline\n\n### January 21\n\n- 19:30 Copy\n\n### January 22\n\n- 08:00 Again\n"
    assert [local for _, local, _ in told(f"It began on 2026-01-21.\n\n{days}")] == [
        "2026-01-21 19:30",
        "2026-01-22 08:00",
    ]
    assert [local for _, local, _ in told(f"From 2025-12-31 to 2026-01-21.\n\n{days}")] == [None, None]
    assert [local for _, local, _ in told(f"{days}\n## Later\n\nReviewed on 2026-01-25.\n")] == [None, None]
