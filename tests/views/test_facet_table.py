"""The table that scripts read: facets, columns and orders of all incidents."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.settings.saved_view import SORTS
from mkdocs_postmortem.views import facet_table
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.facet_table import FacetColumn, FacetTable, incident_facets
from tests.documents import VALID, library_of, with_front, with_items, with_line, without_line

TODAY = date(2026, 4, 15)
OLDER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")


def table_of(*texts: str, **options: Any) -> FacetTable:
    library = library_of(*texts, **options)
    return incident_facets(library, build_addresses(library), Standpoint(library.settings, TODAY, {"a.md": 2}))


def column(table: FacetTable, key: str) -> FacetColumn:
    return next(column for column in table.facets if column.key == key)


def names(table: FacetTable, key: str) -> list[str]:
    return [value.name for value in column(table, key).values]


def test_cells_hold_the_places_of_the_rows_values() -> None:
    table = table_of(
        with_front("tags: [a, b]"), with_front("tags: [b]", OLDER), without_line("severity:").replace("014", "001")
    )

    assert names(table, "tag") == ["b", "a"]
    assert dict(zip(table.columns["id"], column(table, "tag").cells, strict=True)) == {
        "INC-2026-014": (1, 0),
        "INC-2025-001": (0,),
        "INC-2026-001": (),
    }
    assert () in column(table, "severity").cells


def test_values_stand_in_the_order_of_their_scale_or_by_number() -> None:
    table = table_of(OLDER, VALID, with_front("tags: [z]"), with_front("tags: [b, z]"))

    assert names(table, "severity") == ["sev1", "sev3"]
    assert names(table, "year") == ["2026", "2025"]
    assert names(table, "tag") == ["z", "b"]


def test_choices_of_a_field_keep_their_order_and_yes_comes_before_no() -> None:
    fields = [
        {"name": "tier", "choices": ["gold", "silver"], "facet": True, "label": "Region tier"},
        {"name": "was_live", "type": "yes-no", "facet": True},
    ]
    table = table_of(
        with_front("tier: silver\nwas_live: no"), with_front("tier: gold\nwas_live: yes", OLDER), fields=fields
    )

    assert (column(table, "tier").title, names(table, "tier")) == ("Region tier", ["gold", "silver"])
    assert column(table, "was_live").title == "Was live"
    assert [value.label for value in column(table, "was_live").values] == ["Yes", "No"]


def test_severities_and_services_lead_to_their_pages() -> None:
    table = table_of(VALID)
    (severity,), (service,) = column(table, "severity").values, column(table, "service").values

    assert (severity.style, severity.target and severity.target.uri) == (
        "severity-sev1",
        "postmortems/severities/sev1.md",
    )
    assert service.target is not None
    assert service.target.uri == "postmortems/services/checkout.md"


def test_columns_hold_what_a_row_shows() -> None:
    table = table_of(with_items("a / Due: 2026-05-02", "b / Due: 2026-05-01", "[x] c"))

    row = {name: cells[0] for name, cells in table.columns.items()}
    assert (row["id"], row["title"], row["date"]) == ("INC-2026-014", "Checkout failed for 40 minutes", "2026-03-01")
    assert (row["length"], row["seconds"]) == ("40 min", 2400)
    assert (row["open"], row["done"], row["items"], row["problems"]) == (2, 1, 3, 2)
    assert row["due"] == [20574, 20575], "days since 1970, rising"
    assert row["summary"] == "A full connection pool stopped checkout for 40 minutes."


def test_every_order_of_the_settings_is_one() -> None:
    assert {order.key for order in table_of(VALID).sorts} == set(SORTS)


def test_the_day_comes_on_which_an_item_is_overdue() -> None:
    table = table_of(with_items("a / Due: 2026-05-02"))

    assert names(table, "has")[-1] == "overdue-items"
    assert table.ageing is not None
    assert table.is_live
    assert not table_of(VALID, as_of="2026-04-15").is_live


def test_summaries_of_a_large_library_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    long = with_line("title:", f"title: x\nsummary: {'word ' * 100}")
    assert len(str(table_of(long).columns["summary"][0])) == 300

    monkeypatch.setattr(facet_table, "SUMMARIES_AT_MOST", 100)
    assert [len(str(text)) for text in table_of(long, long.replace("014", "015")).columns["summary"]] == [50, 50]


def test_what_an_audience_may_not_see_is_not_in_the_table() -> None:
    library = library_of(
        with_front("tags: [hidden]"), with_front("audience: public", OLDER), audience="public"
    ).visible()

    table = incident_facets(library, build_addresses(library), Standpoint(library.settings, TODAY))

    assert table.columns["id"] == ["INC-2025-001"]
    assert names(table, "tag") == []
