"""PM313: a done action item does not say when it was done."""

from __future__ import annotations

from tests.documents import places, with_items

ON = {"levels": {"done-without-date": "warning"}}


def test_done_item_without_a_date_is_reported_when_the_rule_is_on() -> None:
    assert places("PM313", with_items("[x] Cap the pool"), **ON) == ["34:1"]
    assert places("PM313", with_items("[x] Cap the pool")) == []


def test_done_item_with_a_date_and_open_items_are_fine() -> None:
    assert places("PM313", with_items("[x] Cap the pool / Completed: 2026-03-09"), **ON) == []
    assert places("PM313", with_items("Cap the pool"), **ON) == []


def test_dropped_item_needs_no_date() -> None:
    assert places("PM313", with_items("Cap the pool / Status: won't do"), **ON) == []
