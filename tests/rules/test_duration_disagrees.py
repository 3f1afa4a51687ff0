"""PM112: the stated duration is not the time between start and resolution."""

from __future__ import annotations

import pytest

from tests.documents import report, with_front, without_line


@pytest.mark.parametrize("duration", ["40 min", "41 min", "39 min", "0:40:00", "1 h", "PT40M", "0.7 h"])
def test_duration_right_to_its_smallest_unit_is_fine(duration: str) -> None:
    assert report(with_front(f"duration: {duration}")) == []


@pytest.mark.parametrize("duration", ["42 min", "38 min", "0:40:02", "2 h", "1 h 34 min"])
def test_other_duration_is_reported(duration: str) -> None:
    assert report(with_front(f"duration: {duration}")) == ["9:11 PM112"]


def test_duration_without_an_end_cannot_disagree() -> None:
    assert report(with_front("duration: 5 d", without_line("resolved_at:"))) == []
