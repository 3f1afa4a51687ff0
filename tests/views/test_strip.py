"""The drawn timeline: moments to scale, numbers that do not lie upon each other, and what is not stated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.strip import Strip, strip_of
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import postmortem_of

NARROWEST = 280
"""Pixels that the drawing has on a phone of 390 pixels, within card and margins."""
WIDTH_OF_A_NUMBER = 20


def strip(*moments: str) -> Strip:
    """Return the strip of an incident that states these moments of 1 March 2026."""
    lines = (line.replace(": ", ": 2026-03-01T").replace("@", "") + "Z" for line in moments)
    return strip_of(postmortem_of("---\n" + "\n".join(lines) + "\n---\n# It broke\n"), words_for(Settings()))


ALL = ("started_at: 14:00", "detected_at: 14:30", "acknowledged_at: 14:40", "mitigated_at: 15:00", "resolved_at: 16:00")


def test_moments_stand_to_scale() -> None:
    marks = strip(*ALL).marks

    assert [mark.label for mark in marks] == ["Started", "Detected", "Acknowledged", "Mitigated", "Resolved"]
    first, last = marks[0].at, marks[-1].at
    shares = [round((mark.at - first) / (last - first), 3) for mark in marks]
    assert shares == pytest.approx([0, 0.25, 0.333, 0.5, 1], abs=0.001)


def test_every_moment_says_how_long_after_the_start_it_was() -> None:
    assert [mark.after for mark in strip(*ALL).marks] == ["", "after 30 min", "after 40 min", "after 1 h", "after 2 h"]


def test_stretches_fill_the_time_between() -> None:
    found = strip(*ALL)

    assert [stretch.since for stretch in found.stretches] == ["started", "detected", "acknowledged", "mitigated"]
    for one, following in pairwise(found.stretches):
        assert one.at + one.width == pytest.approx(following.at)


@pytest.mark.parametrize(
    "moments",
    [
        ALL,
        (
            "started_at: 14:00",
            "detected_at: 14:00",
            "acknowledged_at: 14:00",
            "mitigated_at: 14:00",
            "resolved_at: 16:00",
        ),
        (
            "started_at: 00:00",
            "detected_at: 00:02",
            "acknowledged_at: 00:04",
            "mitigated_at: 00:06",
            "resolved_at: 23:59",
        ),
        ("started_at: 00:00", "mitigated_at: 23:58", "resolved_at: 23:59"),
    ],
)
def test_numbers_in_one_row_have_room_on_a_phone(moments: tuple[str, ...]) -> None:
    found = strip(*moments)

    for row in range(found.rows):
        places = [mark.at for mark in found.marks if mark.row == row]
        assert places
        assert all((later - earlier) / 100 * NARROWEST >= WIDTH_OF_A_NUMBER for earlier, later in pairwise(places))
    assert all(8 <= mark.at / 100 * NARROWEST <= NARROWEST - 8 for mark in found.marks)


def test_a_moment_that_is_not_stated_is_named_and_not_drawn() -> None:
    found = strip("started_at: 14:00", "resolved_at: 16:00")

    assert [mark.name for mark in found.marks] == ["started", "resolved"]
    assert found.missing == ("Detected", "Mitigated"), "nobody misses an acknowledgement"
    assert [stretch.since for stretch in found.stretches] == ["started"]


@pytest.mark.parametrize(
    "moments",
    [
        (),
        ("started_at: 14:00",),
        ("started_at: 14:00", "resolved_at: 14:00"),
        ("started_at: 14:00", "resolved_at: 13:00"),
    ],
)
def test_what_cannot_be_drawn_is_listed_all_the_same(moments: tuple[str, ...]) -> None:
    found = strip(*moments)

    assert found.stretches == ()
    assert len(found.marks) == len(moments)
    assert all(mark.after == "" for mark in found.marks)


def test_without_a_start_nothing_is_counted_from_it() -> None:
    found = strip("detected_at: 14:30", "resolved_at: 16:00")

    assert [mark.after for mark in found.marks] == ["", ""]
    assert len(found.stretches) == 1
