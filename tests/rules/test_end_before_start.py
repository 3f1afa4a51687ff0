"""PM111: the incident's times are not in order."""

from __future__ import annotations

import pytest

from tests.documents import report, with_front, with_line


def test_times_in_order_are_fine() -> None:
    text = with_front(
        "detected_at: 2026-03-01T14:06Z\nacknowledged_at: 2026-03-01T14:07Z\nmitigated_at: 2026-03-01T14:30Z"
    )
    assert report(text) == []


def test_end_equal_to_the_start_is_fine() -> None:
    assert report(with_line("resolved_at:", "resolved_at: 2026-03-01T14:05Z")) == []


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("detected_at: 2026-03-01T14:04Z", "9:14 PM111"),
        ("acknowledged_at: 2026-03-01T14:04Z", "9:18 PM111"),
        ("mitigated_at: 2026-03-01T14:04Z", "9:15 PM111"),
        ("mitigated_at: 2026-03-01T14:50Z", "7:14 PM111"),
        ("detected_at: 2026-03-01T14:10Z\nacknowledged_at: 2026-03-01T14:09Z", "10:18 PM111"),
    ],
)
def test_time_before_the_one_it_must_follow_is_reported(front: str, place: str) -> None:
    assert report(with_front(front)) == [place]


def test_first_of_several_is_reported() -> None:
    assert report(
        with_line("started_at:", "started_at: 2026-04-01T14:05Z", with_front("detected_at: 2026-03-01T14:04Z"))
    ) == ["9:14 PM111"]


def test_zones_are_compared_as_instants() -> None:
    assert report(with_line("resolved_at:", "resolved_at: 2026-03-01T10:00-05:00")) == []
