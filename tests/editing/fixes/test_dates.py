from __future__ import annotations

import pytest

from tests.editing.fixes.fixing import fixed_lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("published_at: 2026/03/01", "published_at: 2026-03-01"),
        ("published_at: 2026.3.1", "published_at: 2026-03-01"),
        ("published_at: 1 March 2026", "published_at: 2026-03-01"),
        ("published_at: March 1st, 2026", "published_at: 2026-03-01"),
        ("published_at: 1.3.2026", "published_at: 2026-03-01"),
        ("published_at: 25/12/2025", "published_at: 2025-12-25"),
        ("published_at: 12/25/2025", "published_at: 2025-12-25"),
        ("published_at: 2026年3月1日", "published_at: 2026-03-01"),
        ('review_at: "2026/03/01"', "review_at: 2026-03-01"),
        ("started_at: 2026/03/01 14:05 UTC", "started_at: 2026-03-01 14:05 UTC"),
        ("started_at: 2026/03/01T14:05:30+01:00", "started_at: 2026-03-01T14:05:30+01:00"),
        ("started_at: March 1, 2026, 9:05 UTC", "started_at: 2026-03-01 09:05 UTC"),
        ("started_at: 1 March 2026 at 14:05 Europe/Berlin", "started_at: 2026-03-01 14:05 Europe/Berlin"),
        ("action_items: [{title: x, due: 2026/03/31}]", "action_items: [{title: x, due: 2026-03-31}]"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_written_plainly(before: str, after: str) -> None:
    assert fixed_lines(before) == [after]


@pytest.mark.parametrize(
    "line",
    [
        "published_at: 2026-03-01",
        "published_at: 03/04/2026",
        "published_at: 25/12/25",
        "published_at: 1-3 March 2026",
        "published_at: 2026/02/30",
        "published_at: March 2026",
        "published_at: 2026/03/01 or so",
        "published_at: 14.05.",
        "started_at: 2026-03-01T14:05Z",
        "started_at: 2026/03/01",
        "started_at: 2026/03/01 14:05",
        "started_at: 2026/03/01 14:05 CET",
        "started_at: 2026/03/01 25:05 UTC",
        "started_at: 03/04/2026 14:05 UTC",
        "title: 2026/03/01",
        "duration: 2026/03/01",
        "action_items: [{title: x, due: next sprint}]",
    ],
)
def test_what_is_plain_ambiguous_or_no_date_stays(line: str) -> None:
    assert fixed_lines(line) == [line]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC"])
def test_a_time_without_a_zone_takes_the_one_of_the_document(zone: str) -> None:
    assert fixed_lines(f"timezone: {zone}", "started_at: 2026/03/01 14:05") == [
        f"timezone: {zone}",
        "started_at: 2026-03-01 14:05",
    ]
