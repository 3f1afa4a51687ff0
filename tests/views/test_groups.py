"""Pages of groups and saved views: what they list, and how long lists go on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.views import groups
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.facet_table import incident_facets
from mkdocs_postmortem.views.listing import ListingView
from tests.documents import VALID, library_of, with_front, with_items, with_line, without_line

TODAY = date(2026, 4, 15)
DRILL = with_front("kind: drill").replace("INC-2026-014", "DRILL-1")
OLDER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")


def pages_of(*texts: str, problems: dict[str, int] | None = None, **options: Any) -> dict[str, ListingView]:
    """Return all pages of groups and views by their source path below postmortems/."""
    library = library_of(*texts, **options)
    standpoint = Standpoint(library.settings, TODAY, problems or {})
    addresses = build_addresses(library)
    table = incident_facets(library, addresses, standpoint) if texts else None
    views = groups.list_views(library, addresses, standpoint, table)
    return {target.uri.removeprefix("postmortems/").removesuffix(".md"): view for target, view in views}


def ids(view: ListingView) -> list[str]:
    return [row.id for row in view.rows]


def test_every_year_has_a_page() -> None:
    pages = pages_of(VALID, OLDER, without_line("started_at:").replace("014", "016"))

    assert (pages["years/2026"].title, ids(pages["years/2026"])) == ("Year: 2026", ["INC-2026-014"])
    assert ids(pages["years/2025"]) == ["INC-2025-001"]
    assert (pages["years/undated"].title, ids(pages["years/undated"])) == ("Year: not stated", ["INC-2026-016"])


def test_every_contributing_factor_has_a_page() -> None:
    factors = "contributing_factors: [{category: on-call, text: Alone}, {category: own-one, text: x}]"

    pages = pages_of(with_front(factors), factor_categories=["on-call", "own-one"])

    assert pages["factors/on-call"].title == "Contributing factor: On call"
    assert pages["factors/own-one"].title == "Contributing factor: Own one"
    assert ids(pages["factors/on-call"]) == ["INC-2026-014"]


def test_a_long_group_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "ROWS_AT_MOST", 2)
    pages = pages_of(*(VALID.replace("INC-2026-014", f"INC-{number}") for number in range(5)))

    assert [ids(pages[f"years/2026{end}"]) for end in ("", "/page-2", "/page-3")] == [
        ["INC-0", "INC-1"],
        ["INC-2", "INC-3"],
        ["INC-4"],
    ]
    assert pages["years/2026/page-3"].title == "Year: 2026, page 3"
    assert [(part.text, part.target and part.target.uri) for part in pages["years/2026/page-2"].pages] == [
        ("1", "postmortems/years/2026.md"),
        ("2", None),
        ("3", "postmortems/years/2026/page-3.md"),
    ]
    assert pages["services/checkout"].items
    assert pages["services/checkout/page-2"].items == ()
    assert pages["services/checkout/page-2"].numbers == pages["services/checkout"].numbers


def test_a_group_that_fits_has_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "ROWS_AT_MOST", 2)
    pages = pages_of(VALID, OLDER)

    assert pages["services/checkout"].pages == ()
    assert "services/checkout/page-2" not in pages


def test_only_the_most_urgent_items_of_a_group_stand_on_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "ITEMS_AT_MOST", 2)
    items = with_items("late / Due: 2026-03-02", "never", "soon / Due: 2026-05-01")

    view = pages_of(items)["services/checkout"]

    assert [item.title for item in view.items] == ["late", "soon"]
    assert view.items_note == "The 2 most urgent of 3"


VIEW = {
    "name": "severe",
    "title": "Severe",
    "description": "Look here.",
    "where": {"severity": ["High"]},
    "sort": "date",
}


def test_a_saved_view_lists_what_it_chooses_in_its_order() -> None:
    newer = with_line("id:", "id: NEWER").replace("2026-03-01", "2026-03-05")

    view = pages_of(VALID, OLDER, newer, views=[VIEW])["views/severe"]

    assert (view.title, view.lead, view.rows_note) == ("Severe", "Look here.", "2 postmortems")
    assert ids(view) == ["INC-2026-014", "NEWER"]
    assert view.table is not None
    assert (dict(view.table.where), view.table.sort) == ({"severity": ("sev1",)}, "date")
    assert len(view.table.targets) == 3, "scripts can widen the choice"


def test_a_saved_view_may_ask_for_problems() -> None:
    view = {**VIEW, "where": {"has": "problems"}}

    assert ids(pages_of(VALID, OLDER, problems={"b.md": 1}, views=[view])["views/severe"]) == ["INC-2025-001"]


def test_a_value_of_a_view_that_no_document_has_is_named_all_the_same() -> None:
    views = [{**VIEW, "where": {"severity": "sev0", "service": "Gone"}}]

    view = pages_of(VALID, views=views, services=["checkout", {"name": "gone", "title": "Gone for good"}])[
        "views/severe"
    ]

    assert view.is_empty
    assert view.table is not None
    named = {column.key: {value.name: value.label for value in column.values} for column in view.table.facets}
    assert named["severity"]["sev0"] == "SEV0 Critical"
    assert named["service"]["gone"] == "Gone for good"


def test_a_view_of_an_empty_library_is_an_empty_page() -> None:
    view = pages_of(views=[VIEW])["views/severe"]

    assert (view.is_empty, view.table) == (True, None)


def test_a_group_of_two_incidents_shows_how_long_they_took_and_one_does_not() -> None:
    two = pages_of(VALID, OLDER)["services/checkout"]
    one = pages_of(VALID, DRILL)["services/checkout"]

    assert two.durations is not None
    (group,) = two.durations.groups
    assert [(row.name.text, row.stated, row.total) for row in group.rows] == [
        ("Time to detect", 0, 2),
        ("Time to mitigate", 0, 2),
        ("Time to resolve", 2, 2),
    ]
    assert one.durations is None
