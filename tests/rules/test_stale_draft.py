"""PM605: a document has been a draft for too long."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, problems_of, with_line

DRAFT = with_line("status:", "status: draft")


@pytest.mark.parametrize(("today", "expected"), [("2026-03-31", []), ("2026-04-01", ["5:9"])])
def test_draft_may_last_30_days_from_the_end_of_the_incident(today: str, expected: list[str]) -> None:
    assert places("PM605", DRAFT, as_of=today) == expected


def test_time_is_a_setting() -> None:
    assert places("PM605", DRAFT, as_of="2026-03-16", deadlines={"draft": "14d"}) == ["5:9"]


def test_message_says_how_old_it_is() -> None:
    stale = [p for p in problems_of(DRAFT, as_of="2026-05-01") if p.kind.name == "stale-draft"]
    assert [problem.message for problem in stale] == ["the document is still a draft 61 days after the incident"]


def test_other_documents_and_a_day_that_is_not_known_are_fine() -> None:
    assert places("PM605", VALID, as_of="2030-01-01") == []
    assert places("PM605", DRAFT) == []
