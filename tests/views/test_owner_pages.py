"""Pages of people and teams: what each has open and closed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.views import owner_pages
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.owner_pages import OwnerView, owner_views
from tests.documents import VALID, library_of, with_items, with_line
from tests.views.incidents import incident

TODAY = date(2026, 4, 15)
OTHER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03")


def pages_of(*texts: str, **options: Any) -> dict[str, OwnerView]:
    library = library_of(*texts, **options)
    return {target.uri: view for target, view in owner_views(library, build_addresses(library), TODAY)}


def test_everybody_has_a_page_with_what_is_open_and_what_is_closed() -> None:
    pages = pages_of(
        with_items("a / Owner: Dana / Due: 2026-05-01", "b / Owner: Kim", "[x] c / Owner: Dana"),
        with_items("d / Owner: @dana / Due: 2026-03-31", text=OTHER),
    )
    dana = pages["postmortems/owners/dana.md"]

    assert list(pages) == ["postmortems/owners/dana.md", "postmortems/owners/kim.md"]
    assert dana.title == "Owner: Dana"
    assert [row.title for row in dana.open] == ["d", "a"]
    assert [row.title for row in dana.closed] == ["c"]
    assert [(number.label, number.value) for number in dana.numbers] == [
        ("Incidents", "2"),
        ("Last incident", "2026-03-01"),
        ("Open action items", "2"),
        ("Overdue", "1"),
        ("Closed action items", "1"),
    ]


def test_an_item_of_a_person_and_a_team_stands_on_both_pages() -> None:
    pages = pages_of(with_items("a / Owner: Dana / Team: Core"))

    assert {uri: [row.title for row in view.open] for uri, view in pages.items()} == {
        "postmortems/owners/dana.md": ["a"],
        "postmortems/teams/core.md": ["a"],
    }


def test_the_page_lists_the_incidents_of_the_items_newest_first() -> None:
    pages = pages_of(with_items("a / Owner: Kim", text=OTHER), with_items("b / Owner: Kim", "[x] c / Owner: Dana"))

    kim, dana = pages["postmortems/owners/kim.md"], pages["postmortems/owners/dana.md"]
    assert [row.id for row in kim.incidents] == ["INC-2026-014", "INC-2025-001"]
    assert kim.incidents_note == "2 postmortems"
    assert [row.id for row in dana.incidents] == ["INC-2026-014"]


def test_a_team_has_the_incidents_of_its_services_too_and_how_long_they_took() -> None:
    team = {"name": "Shop", "kind": "team", "aliases": ["team-shop"]}
    texts = (incident(1), incident(2), with_items("a / Owner: Shop", text=incident(3, services="[search]")))
    pages = pages_of(*texts, owners=[team], services=[{"name": "checkout", "owner": "Team Shop"}, "search"])
    shop = pages["postmortems/teams/shop.md"]

    assert sorted(row.id for row in shop.incidents) == ["INC-1", "INC-2", "INC-3"]
    assert shop.durations is not None
    assert [(row.name.text, row.stated) for row in shop.durations.groups[0].rows][:2] == [
        ("Time to detect", 3),
        ("Time to mitigate", 3),
    ]


def test_a_person_has_no_lengths_of_time() -> None:
    pages = pages_of(*(with_items("a / Owner: Kim", text=incident(number)) for number in range(6)))

    assert len(pages["postmortems/owners/kim.md"].incidents) == 6
    assert pages["postmortems/owners/kim.md"].durations is None


def test_only_the_newest_incidents_stand_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner_pages, "INCIDENTS_AT_MOST", 2)
    pages = pages_of(*(with_items("a / Owner: Kim", text=incident(day, day=f"2026-03-0{day}")) for day in range(1, 5)))

    assert [row.id for row in pages["postmortems/owners/kim.md"].incidents] == ["INC-4", "INC-3"]
    assert pages["postmortems/owners/kim.md"].incidents_note == "The newest 2 of 4 postmortems"


def test_listed_owners_without_items_have_a_page_too() -> None:
    pages = pages_of(VALID, owners=["Zoe", {"name": "Core", "kind": "team"}])

    assert pages["postmortems/owners/zoe.md"].is_empty
    assert pages["postmortems/teams/core.md"].is_empty
    assert not pages["postmortems/owners/dana.md"].is_empty


def test_a_site_for_others_does_not_tell_who_works_here() -> None:
    public = with_line("status:", "status: published\naudience: public")

    assert list(pages_of(public, owners=["Zoe"], audience="public")) == ["postmortems/owners/dana.md"]


def test_a_long_list_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner_pages, "ROWS_AT_MOST", 2)
    pages = pages_of(with_items("a / Owner: Dana", "b / Owner: Dana", "c / Owner: Dana", "[x] d / Owner: Dana",
                                "[x] e / Owner: Dana"))  # fmt: skip

    assert [
        (uri, [row.title for row in view.open], [row.title for row in view.closed]) for uri, view in pages.items()
    ] == [
        ("postmortems/owners/dana.md", ["a", "b"], []),
        ("postmortems/owners/dana/page-2.md", ["c"], ["d"]),
        ("postmortems/owners/dana/page-3.md", [], ["e"]),
    ]
    assert [part.text for part in pages["postmortems/owners/dana.md"].pages] == ["1", "2", "3"]
    assert pages["postmortems/owners/dana/page-2.md"].title == "Owner: Dana, page 2"
    assert [len(view.incidents) for view in pages.values()] == [1, 0, 0]
