"""PM603: a document is not published within its deadline."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents import VALID, places, with_line, without_line


def waiting(severity: str = "sev1", status: str = "in-review") -> str:
    return with_line("severity:", f"severity: {severity}", with_line("status:", f"status: {status}"))


@pytest.mark.parametrize(
    ("severity", "today", "expected"),
    [
        ("sev0", "2026-03-15", []),
        ("sev0", "2026-03-16", ["5:9"]),
        ("sev1", "2026-03-16", ["5:9"]),
        ("sev2", "2026-03-31", []),
        ("sev3", "2026-04-01", ["5:9"]),
    ],
)
def test_by_default_severe_incidents_have_14_days_and_others_30(severity: str, today: str, expected: list[str]) -> None:
    assert places("PM603", waiting(severity), as_of=today) == expected


@pytest.mark.parametrize(
    ("deadlines", "last_day"),
    [
        ("google", "2026-03-08"),
        ("pagerduty", "2026-03-04"),
        ("gitlab", "2026-03-15"),
        ({"review": "5d"}, "2026-03-06"),
        ({"preset": "google", "review": {"high": "2d", "default": "9d"}}, "2026-03-03"),
    ],
)
def test_deadline_is_a_setting(deadlines: Any, last_day: str) -> None:
    assert places("PM603", waiting(), as_of=last_day, deadlines=deadlines) == []
    day_after = f"{last_day[:-2]}{int(last_day[-2:]) + 1:02}"
    assert places("PM603", waiting(), as_of=day_after, deadlines=deadlines) == ["5:9"]


def test_draft_is_late_until_it_is_stale() -> None:
    draft = waiting(status="draft")
    assert (places("PM603", draft, as_of="2026-03-31"), places("PM605", draft, as_of="2026-03-31")) == (["5:9"], [])
    assert (places("PM603", draft, as_of="2026-04-01"), places("PM605", draft, as_of="2026-04-01")) == ([], ["5:9"])


def test_published_document_is_never_late() -> None:
    assert places("PM603", VALID, as_of="2030-01-01") == []


def test_severity_without_a_deadline_has_none() -> None:
    assert places("PM603", waiting("sev3"), as_of="2030-01-01", deadlines="pagerduty") == []


def test_nothing_is_late_without_a_day_to_compare_with_or_a_day_of_the_incident() -> None:
    assert places("PM603", waiting()) == []
    timeless = without_line("started_at:", without_line("resolved_at:", waiting()))
    assert places("PM603", timeless, as_of="2030-01-01") == []
