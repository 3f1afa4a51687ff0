"""PM309: nothing tells when an open-ended action item will be done."""

from __future__ import annotations

import pytest

from tests.documents import places, with_items, with_line


@pytest.mark.parametrize(
    "title",
    ["Make the pool more robust", "Review limits regularly", "Add tests where possible", "Besser dokumentieren"],
)
def test_open_ended_word_is_reported(title: str) -> None:
    assert places("PM309", with_items(f"{title} / Owner: Dana / Due: 2026-03-31")) == ["34:1"]


@pytest.mark.parametrize(
    "item",
    [
        "Add 3 more robust retries",
        "Review limits regularly / Verification: an entry in the calendar",
        "**Review limits regularly:** on the first Monday of a month",
        "Review limits regularly / Status: done",
        "Add a betterment clause",
    ],
)
def test_item_with_a_measure_is_fine(item: str) -> None:
    assert places("PM309", with_items(f"{item} / Owner: Dana / Due: 2026-03-31")) == []


def test_vague_item_is_not_reported_twice() -> None:
    text = with_items("Improve limits regularly / Owner: Dana / Due: 2026-03-31")
    assert (places("PM308", text), places("PM309", text)) == (["34:1"], [])


def test_draft_may_be_open_ended() -> None:
    text = with_items("Review limits regularly / Owner: Dana", text=with_line("status:", "status: draft"))
    assert places("PM309", text) == []
