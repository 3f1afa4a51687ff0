"""The table that scripts read of the board: facets, columns and orders of all action items."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.facet_table import DayScale, FacetColumn, FacetTable
from mkdocs_postmortem.views.item_facets import ItemList, item_facets
from tests.documents import VALID, library_of, with_front, with_items, without_line

TODAY = date(2026, 4, 15)
OTHER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")


def table_of(*texts: str, closed: bool = False, **options: Any) -> FacetTable:
    library = library_of(*texts, **options)
    listed = tuple((item, p) for p in library.postmortems for item in p.action_items if item.is_open is not closed)
    standpoint = Standpoint(library.settings, TODAY)
    return item_facets(ItemList(listed, library, build_addresses(library), standpoint, is_closed=closed))


def column(table: FacetTable, key: str) -> FacetColumn:
    return next(column for column in table.facets if column.key == key)


def labels(table: FacetTable, key: str) -> list[str]:
    return [value.label for value in column(table, key).values]


def test_rows_stand_with_their_incidents_and_incidents_without_items_are_left_out() -> None:
    table = table_of(with_items("[x] done"), with_items("a", "b", text=OTHER), with_items("c", text=OTHER))

    assert (table.parents, table.shared["id"]) == ((2, 1), ["INC-2025-001", "INC-2025-001"])
    assert table.columns["title"] == ["a", "b", "c"]
    assert [target.anchor for target in table.targets] == ["pm-action-items", "pm-action-items"]


def test_service_and_severity_are_those_of_the_incidents() -> None:
    table = table_of(with_items("a", "b"), with_items("c", text=OTHER))

    assert (labels(table, "severity"), column(table, "severity").cells) == (["SEV1 High", "SEV3 Low"], ((0,), (1,)))
    assert column(table, "service").is_shared
    assert not column(table, "owner").is_shared


def test_people_and_teams_are_facets_of_their_own_and_stand_by_name() -> None:
    table = table_of(
        with_items("a / Owner: Zoe", "b / Owner: Adam / Team: Core", "c / Owner: zoe, Payments"),
        owners=["Zoe", {"name": "Payments", "kind": "team"}],
    )

    assert (labels(table, "owner"), column(table, "owner").cells) == (["Adam", "Zoe"], ((1,), (0,), (1,)))
    assert (labels(table, "team"), column(table, "team").cells) == (["Core", "Payments"], ((), (0,), (1,)))
    assert [value.target and value.target.uri for value in column(table, "team").values] == [
        "postmortems/teams/core.md",
        "postmortems/teams/payments.md",
    ]


def test_deadline_and_age_follow_from_the_day_of_whoever_reads() -> None:
    table = table_of(with_items("a / Due: 2026-04-20", "b", "c / Due: next sprint"))

    assert column(table, "deadline").scale == DayScale("due", (0, 8))
    assert labels(table, "deadline") == ["Overdue", "Due within 7 days", "Due later"]
    assert column(table, "age").scale == DayScale("started", (30, 90, 180, 365), is_past=True)
    assert len(column(table, "age").values) == 5
    assert table.columns["due"] == [50, None, None], "days after the start"
    assert table.columns["said"] == ["", "", "next sprint"]
    assert table.shared["started"] == [20513]


def test_an_incident_without_a_start_has_no_age() -> None:
    table = table_of(without_line("started_at:", without_line("resolved_at:")))

    assert table.shared["started"] == [None]
    assert table.columns["due"] == [20543], "days since 1970"


def test_what_an_open_item_lacks_is_a_facet() -> None:
    table = table_of(with_items("a", "b / Owner: Kim / Tracker: PAY-1", "c / Team: Core / Due: 2026-05-01"))

    assert labels(table, "missing") == ["Owner", "Due date", "Tracker"]
    assert column(table, "missing").cells == ((0, 1, 2), (1,), (2,))


def test_closed_items_have_a_year_and_no_deadline() -> None:
    text = with_front(
        "action_items:\n- {title: a, status: done, completed_at: 2026-03-01}\n- {title: b, status: done}\n"
        "- {title: c, status: done, completed_at: 2025-03-01}\n- {title: d, status: wont-do, reason: Too dear}"
    )
    table = table_of(without_section(text), closed=True)

    assert (table.kind, table.sort) == ("closed-item", "-closed")
    assert labels(table, "year") == ["2026", "2025", "not stated"]
    assert labels(table, "status") == ["Done", "Won't do"]
    assert [column.key for column in table.facets if column.scale] == []
    assert table.columns["details"] == ["", "", "", "Too dear"]


def without_section(text: str) -> str:
    return text.partition("## Action items")[0]


def test_addresses_of_tickets_are_kept_once_without_their_numbers() -> None:
    table = table_of(
        with_items(
            "a / Tracker: PAY-12", "b / Tracker: PAY-7", "c / Tracker: https://x.example/issues/12", "d",
            "e / Tracker: in the minutes", "f / Tracker: https://x.example/a?b=c",
        ),
        trackers=[{"kind": "jira", "url": "https://jira.example.com"}],
    )  # fmt: skip

    assert table.lookups["tickets"] == (
        ("https://jira.example.com/browse/PAY-", ""),
        ("https://x.example/issues/", ""),
        ("https://x.example/a?b=c",),
    )
    assert table.columns["ticket"] == [0, 0, 1, None, None, 2]
    assert table.columns["tracker"] == ["PAY-12", "PAY-7", "12", "", "in the minutes", "a?b=c"]


@pytest.mark.parametrize("closed", [False, True])
def test_every_column_of_the_page_sorts(closed: bool) -> None:  # noqa: FBT001  # expected
    table = table_of(VALID, closed=closed)

    assert [order.heading for order in table.sorts] == [0, 1, 2, 3, 4, 5]
    assert table.sort.removeprefix("-") in {order.key for order in table.sorts}
    facets = {column.key for column in table.facets}
    assert {order.facet for order in table.sorts if order.facet} <= facets
    assert {order.column for order in table.sorts if order.column} <= {*table.columns, *table.shared}
