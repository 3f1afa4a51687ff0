"""PM604: the follow-up review has not been held."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, with_front, with_items, with_line


@pytest.mark.parametrize(("today", "expected"), [("2026-04-10", []), ("2026-04-11", ["9:12"])])
def test_stated_day_that_passed_is_reported(today: str, expected: list[str]) -> None:
    assert places("PM604", with_front("review_at: 2026-04-10"), as_of=today) == expected


@pytest.mark.parametrize(("today", "expected"), [("2026-04-04", []), ("2026-04-05", ["9:15"])])
def test_without_a_stated_day_it_is_due_30_days_after_publication(today: str, expected: list[str]) -> None:
    assert places("PM604", with_front("published_at: 2026-03-05"), as_of=today) == expected


def test_time_after_publication_is_a_setting() -> None:
    text = with_front("published_at: 2026-03-05")
    assert places("PM604", text, as_of="2026-03-20", deadlines={"follow_up": "2w"}) == ["9:15"]


@pytest.mark.parametrize(
    "text",
    [
        with_front("review_at: 2026-04-10\nreview_attendees: [Dana]"),
        with_front("review_at: 2026-04-10") + "\n## Follow-up\n\nAll items work.\n",
        with_items("[x] Cap", text=with_front("review_at: 2026-04-10")),
        with_line("status:", "status: in-review", with_front("review_at: 2026-04-10")),
        VALID,
    ],
    ids=["attendees", "section", "nothing open", "not published", "no day"],
)
def test_review_that_was_held_or_is_not_needed_is_fine(text: str) -> None:
    assert places("PM604", text, as_of="2026-05-01") == []
