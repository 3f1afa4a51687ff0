"""The board: open items by due date, overdue ones so first, closed ones after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.board import BoardView, board_view
from tests.documents import VALID, library_of, with_section

TODAY = date(2026, 4, 15)


def board_of(items: str, today: date = TODAY, **options: Any) -> BoardView:
    """Return the board of one document with these items."""
    library = library_of(with_section("Action items", items), **options)
    return board_view(library, build_addresses(library), today)


TABLE = "| Action item | Owner | Due date | Status | Priority | Completed |\n|---|---|---|---|---|---|\n"


def test_open_items_stand_by_due_date_then_priority_and_undated_ones_last() -> None:
    board = board_of(
        TABLE + "| no date | A | | Open | P0 | |\n"
        "| late | A | 2026-03-01 | Open | P2 | |\n"
        "| soon, low | A | 2026-05-01 | Open | P2 | |\n"
        "| soon, high | A | 2026-05-01 | In progress | P1 | |\n"
    )

    assert [row.title for row in board.open] == ["late", "soon, high", "soon, low", "no date"]
    assert [row.overdue for row in board.open] == [True, False, False, False]
    assert board.overdue == 1


def test_closed_items_stand_newest_first() -> None:
    board = board_of(
        TABLE
        + "| first | A | 2026-03-01 | Done | P1 | 2026-02-01 |\n| second | A | 2026-03-01 | Done | P1 | 2026-03-01 |\n"
    )

    assert [(row.title, row.closed) for row in board.closed] == [("second", "2026-03-01"), ("first", "2026-02-01")]
    assert board.open == ()


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2026, 3, 30), False), (date(2026, 3, 31), False), (date(2026, 4, 1), True)]
)
def test_an_item_is_overdue_from_the_day_after_its_due_date(today: date, overdue: bool) -> None:  # noqa: FBT001  # expected
    library = library_of(VALID)

    assert board_view(library, build_addresses(library), today).open[0].overdue is overdue


def test_an_item_names_its_incident_owner_and_age() -> None:
    library = library_of(VALID)
    (row,) = board_view(library, build_addresses(library), TODAY).open

    assert (row.incident.text, row.incident_title) == ("INC-2026-014", "Checkout failed for 40 minutes")
    assert row.incident.target is not None
    assert (row.incident.target.uri, row.incident.target.anchor) == ("postmortems/a.md", "pm-action-items")
    assert (row.owners, row.due) == ("Dana", "2026-03-31")
    assert row.age.startswith("45")


def test_items_without_owner_are_counted() -> None:
    board = board_of(TABLE + "| a | | 2026-05-01 | Open | P1 | |\n| b | B | 2026-05-01 | Open | P1 | |\n")

    assert board.ownerless == 1


def test_a_due_date_that_could_not_be_read_is_shown_as_written() -> None:
    assert board_of(TABLE + "| a | A | next sprint | Open | P1 | |\n").open[0].due == "next sprint"


def test_only_a_web_address_of_a_tracker_becomes_a_link() -> None:
    head = "| Action item | Owner | Due date | Tracker |\n|---|---|---|---|\n"
    board = board_of(
        head
        + "| a | A | 2026-05-01 | https://tracker.example.org/SHOP-1 |\n| b | A | 2026-05-02 | javascript:alert(1) |\n"
    )

    assert [(row.tracker.text, row.tracker.url) for row in board.open if row.tracker] == [
        ("SHOP-1", "https://tracker.example.org/SHOP-1"),
        ("javascript:alert(1)", None),
    ]


def test_an_empty_library_has_an_empty_board() -> None:
    library = library_of()

    board = board_view(library, build_addresses(library), TODAY)

    assert (board.open, board.closed, board.overdue, board.ownerless) == ((), (), 0, 0)
