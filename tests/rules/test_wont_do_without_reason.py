"""PM314: a dropped action item gives no reason."""

from __future__ import annotations

import pytest

from tests.documents import places, with_items


@pytest.mark.parametrize("status", ["won't do", "rejected", "deferred"])
def test_dropped_item_without_a_reason_is_reported(status: str) -> None:
    assert places("PM314", with_items(f"Cap the pool / Owner: Dana / Status: {status}")) == ["34:1"]


@pytest.mark.parametrize(
    "item", ["Cap the pool / Status: won't do / Reason: retired in May", "**Cap the pool:** retired / Status: won't do"]
)
def test_reason_or_words_behind_the_title_are_enough(item: str) -> None:
    assert places("PM314", with_items(item)) == []


@pytest.mark.parametrize("status", ["open", "done", "superseded"])
def test_other_items_need_no_reason(status: str) -> None:
    assert places("PM314", with_items(f"{'[x] ' * (status == 'done')}Cap the pool / Status: {status}")) == []
