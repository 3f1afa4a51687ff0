"""PM317: an open action item is past the deadline of its priority."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents import places, with_items, with_line, without_line

FAR = "Owner: Dana / Due: 2027-12-31 / Verification: a load test"


def item(priority: str) -> str:
    return with_items(f"Cap / {FAR}" + (f" / Priority: {priority}" if priority else ""))


@pytest.mark.parametrize(
    ("priority", "today", "expected"),
    [
        ("P0", "2026-03-31", []),
        ("P0", "2026-04-01", ["34:1"]),
        ("P1", "2026-05-30", []),
        ("P1", "2026-05-31", ["34:1"]),
        ("P2", "2027-06-01", []),
        ("", "2027-06-01", []),
    ],
)
def test_by_default_p0_has_30_days_and_p1_has_90(priority: str, today: str, expected: list[str]) -> None:
    assert places("PM317", item(priority), as_of=today) == expected


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        ("pagerduty", ["34:1"]),
        ("gitlab", ["34:1"]),
        ("google", []),
        ({"items": "10d"}, ["34:1"]),
        ({"items": {"sev1": "10d"}}, ["34:1"]),
        ({"items": {"high": "2w"}}, ["34:1"]),
        ({"items": {"sev0": "10d"}}, []),
        ({"items": {"P3": "90d", "sev1": "10d"}}, ["34:1"]),
    ],
)
def test_deadline_may_hang_on_the_severity(deadlines: Any, expected: list[str]) -> None:
    assert places("PM317", item("P3"), as_of="2026-03-20", deadlines=deadlines) == expected


def test_overdue_item_is_not_reported_twice() -> None:
    text = with_items("Cap / Owner: Dana / Due: 2026-03-20 / Priority: P0 / Verification: a load test")
    assert places("PM317", text, as_of="2026-05-01") == []
    assert places("PM316", text, as_of="2026-05-01") == ["34:1"]


def test_time_counts_from_the_start_where_no_end_is_stated() -> None:
    text = with_line("started_at:", "started_at: 2026-02-20T14:05Z", without_line("resolved_at:", item("P0")))
    assert places("PM317", text, as_of="2026-03-25") == ["33:1"]


def test_closed_item_has_no_deadline() -> None:
    assert places("PM317", with_items("[x] Cap / Priority: P0"), as_of="2030-01-01") == []
