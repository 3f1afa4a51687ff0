"""How long texts may be on the page of a large library."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.views.room import Room, room_for, shorten


@pytest.mark.parametrize(
    ("items", "incidents", "room"),
    [(0, 0, Room(300, 160, 160)), (4_000, 1_000, Room(300, 150, 160)), (40_000, 10_000, Room(40, 0, 0))],
)
def test_a_long_list_has_shorter_texts_or_none(items: int, incidents: int, room: Room) -> None:
    assert room_for(items, incidents) == room


def test_a_text_without_room_ends_with_a_sign() -> None:
    assert shorten("Raise the\n limit", 40) == "Raise the limit"
    assert shorten("Raise the limit", 10) == "Raise the…"
    assert shorten("Raise the limit", 0) == ""
