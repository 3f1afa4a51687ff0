"""The board: open items by due date, overdue ones so first; closed ones stand on a page of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.board import MOST_URGENT, BoardView, board_view, closed_items_view
from tests.documents import VALID, library_of, with_items, with_section

TODAY = date(2026, 4, 15)


def board_of(items: str, today: date = TODAY, **options: Any) -> BoardView:
    """Return the board of one document with these items."""
    library = library_of(with_section("Action items", items), **options)
    return board_view(library, build_addresses(library), today)


def closed_of(items: str) -> BoardView:
    """Return the page of closed items of one document with these items."""
    library = library_of(with_section("Action items", items))
    return closed_items_view(library, build_addresses(library), TODAY)


def numbers(board: BoardView) -> dict[str, str]:
    return {number.label: number.value for number in board.numbers}


TABLE = "| Action item | Owner | Due date | Status | Priority | Completed |\n|---|---|---|---|---|---|\n"


def test_open_items_stand_by_due_date_then_priority_and_undated_ones_last() -> None:
    board = board_of(
        TABLE + "| no date | A | | Open | P0 | |\n"
        "| late | A | 2026-03-01 | Open | P2 | |\n"
        "| soon, low | A | 2026-05-01 | Open | P2 | |\n"
        "| soon, high | A | 2026-05-01 | In progress | P1 | |\n"
        "| done | A | 2026-05-01 | Done | P1 | 2026-03-01 |\n"
    )

    assert [row.title for row in board.rows] == ["late", "soon, high", "soon, low", "no date"]
    assert [row.overdue for row in board.rows] == [True, False, False, False]


def test_the_numbers_count_what_is_open_overdue_due_soon_ownerless_and_closed() -> None:
    board = board_of(
        TABLE + "| a | A | 2026-04-14 | Open | P2 | |\n"
        "| b | A | 2026-04-15 | Open | P2 | |\n"
        "| c | | 2026-04-22 | Open | P2 | |\n"
        "| d | A | 2026-04-23 | Open | P2 | |\n"
        "| e | A | 2026-04-23 | Done | P2 | 2026-03-01 |\n"
    )

    assert numbers(board) == {
        "Open": "4",
        "Overdue": "1",
        "Due within 7 days": "2",
        "Without owner": "1",
        "Closed": "1",
    }
    assert [number.name for number in board.numbers] == ["", "deadline=overdue", "deadline=due-soon", "", ""]


def test_closed_items_stand_newest_first_with_why_they_were_closed() -> None:
    page = closed_of(
        "| Action item | Owner | Status | Completed | Reason |\n|---|---|---|---|---|\n"
        "| first | A | Done | 2026-02-01 | |\n"
        "| never | A | Won\u2019t do | | Too dear |\n"
        "| second | A | Done | 2026-03-01 | |\n"
        "| open | A | Open | | |\n"
    )

    assert [(row.title, row.closed, row.details) for row in page.rows] == [
        ("second", "2026-03-01", ""),
        ("first", "2026-02-01", ""),
        ("never", "", "Too dear"),
    ]
    assert numbers(page) == {"Done": "2", "Won't do": "1"}


def test_the_board_and_the_closed_items_lead_to_each_other() -> None:
    board, closed = board_of(""), closed_of("")

    assert board.other.target is not None
    assert closed.other.target is not None
    assert (board.other.target.uri, closed.other.target.uri) == (
        "postmortems/action-items/closed.md",
        "postmortems/action-items.md",
    )


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2026, 3, 30), False), (date(2026, 3, 31), False), (date(2026, 4, 1), True)]
)
def test_an_item_is_overdue_from_the_day_after_its_due_date(today: date, overdue: bool) -> None:  # noqa: FBT001  # expected
    library = library_of(VALID)

    assert board_view(library, build_addresses(library), today).rows[0].overdue is overdue


def test_an_item_names_its_incident_owner_age_and_how_far_the_incident_is() -> None:
    library = library_of(with_items("a / Owner: Dana / Due: 2026-03-31", "[x] b", "[x] c"))
    (row,) = board_view(library, build_addresses(library), TODAY).rows

    assert (row.incident.text, row.incident_title) == ("INC-2026-014", "Checkout failed for 40 minutes")
    assert row.incident.target is not None
    assert (row.incident.target.uri, row.incident.target.anchor) == ("postmortems/a.md", "pm-action-items")
    assert [(owner.text, owner.target and owner.target.uri) for owner in row.owners] == [
        ("Dana", "postmortems/owners/dana.md")
    ]
    assert (row.due, row.age) == ("2026-03-31", "45 d")
    assert (row.progress.done, row.progress.total, row.progress.percent) == (2, 3, 66)


def test_a_due_date_that_could_not_be_read_is_shown_as_written() -> None:
    assert board_of(TABLE + "| a | A | next sprint | Open | P1 | |\n").rows[0].due == "next sprint"


def test_only_a_web_address_of_a_tracker_becomes_a_link() -> None:
    head = "| Action item | Owner | Due date | Tracker |\n|---|---|---|---|\n"
    board = board_of(
        head
        + "| a | A | 2026-05-01 | https://tracker.example.org/SHOP-1 |\n| b | A | 2026-05-02 | javascript:alert(1) |\n"
        "| c | A | 2026-05-03 | PAY-7 |\n",
        trackers=[{"prefix": "PAY-", "url": "https://jira.example.com/browse/{key}"}],
    )

    assert [(row.tracker.text, row.tracker.url) for row in board.rows if row.tracker] == [
        ("SHOP-1", "https://tracker.example.org/SHOP-1"),
        ("javascript:alert(1)", None),
        ("PAY-7", "https://jira.example.com/browse/PAY-7"),
    ]


def test_the_most_urgent_hundred_stand_on_the_page_and_all_in_its_data() -> None:
    items = "".join(f"| item {number} | A | 2026-05-01 | Open | P1 | |\n" for number in range(103))
    board = board_of(TABLE + items)

    assert (len(board.rows), board.rows_note) == (MOST_URGENT, "The 100 most urgent of 103")
    assert board.table is not None
    assert len(board.table.columns["title"]) == 103


def test_owners_teams_and_services_lead_to_their_pages_by_name() -> None:
    board = board_of(
        "| Action item | Owner | Team |\n|---|---|---|\n| a | Zoe | Payments |\n| b | Adam, Zoe | |\n| c | zoe | |\n"
    )

    assert [
        (tallies.title, [(each.name, each.count, each.target.uri) for each in tallies.first])
        for tallies in board.tallies
    ] == [
        ("Owner", [("Adam", 1, "postmortems/owners/adam.md"), ("Zoe", 3, "postmortems/owners/zoe.md")]),
        ("Team", [("Payments", 1, "postmortems/teams/payments.md")]),
        ("Service", [("checkout", 3, "postmortems/services/checkout.md")]),
    ]


def test_an_empty_library_has_an_empty_board() -> None:
    library = library_of()

    board = board_view(library, build_addresses(library), TODAY)

    assert (board.rows, board.tallies, board.table) == ((), (), None)
    assert numbers(board)["Open"] == "0"
