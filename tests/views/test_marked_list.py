"""Lists in hand-written pages: which entries they show, in which order, and where all of them are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.reading.marker_words import read_marker
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.marked_list import MarkedList, marked_list
from tests.documents import VALID, library_of, with_items

TODAY = date(2026, 4, 15)
OLDER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")
ITEMS = with_items(
    "First / Owner: Dana / Due: 2026-12-01", "Second / Owner: Kim / Due: 2026-03-20", "Third / Status: done"
)


def asked(text: str, *documents: str, **options: Any) -> MarkedList:
    library = library_of(*documents, **options)
    marker, faults = read_marker(text, library.settings)
    assert faults == ()
    return marked_list(marker, library, build_addresses(library), TODAY)


def ids(text: str, *documents: str, **options: Any) -> list[str]:
    return [row.id for row in asked(text, *documents, **options).rows]


def test_the_newest_come_first_unless_another_order_is_asked_for() -> None:
    assert ids("postmortems", OLDER, VALID) == ["INC-2026-014", "INC-2025-001"]
    assert ids("postmortems sort=date", OLDER, VALID) == ["INC-2025-001", "INC-2026-014"]


def test_words_and_a_saved_view_narrow_the_list_down_together() -> None:
    views = [{"name": "old", "title": "Old", "where": {"year": 2025}, "sort": "date"}]

    assert ids("postmortems view=old", OLDER, VALID, views=views) == ["INC-2025-001"]
    assert ids("postmortems view=old severity=sev1", OLDER, VALID, views=views) == []
    assert ids("postmortems severity=sev3,sev0", OLDER, VALID) == ["INC-2025-001"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("postmortems limit=1", "Showing 1 of 2"),
        ("postmortems", "2 postmortems"),
        ("postmortems year=1999", "0 postmortems"),
        ("action-items all limit=2", "Showing 2 of 4"),
        ("action-items closed", "1 action item"),
    ],
)
def test_a_list_says_how_many_there_are(text: str, note: str) -> None:
    assert asked(text, ITEMS, OLDER).note == note


def test_action_items_come_by_urgency_and_lead_to_the_board() -> None:
    view = asked("action-items incident=INC-2026-014", ITEMS, OLDER)

    assert [row.title for row in view.items] == ["Second", "First"]
    assert view.more.target is not None
    assert view.more.target.uri == "postmortems/action-items.md"
