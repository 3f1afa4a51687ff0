"""Pages of people and teams: what each has open and closed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.views import owner_pages
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.owner_pages import OwnerView, owner_views
from tests.documents import VALID, library_of, with_items, with_line

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
        ("Open", "2"),
        ("Overdue", "1"),
        ("Closed", "1"),
    ]


def test_an_item_of_a_person_and_a_team_stands_on_both_pages() -> None:
    pages = pages_of(with_items("a / Owner: Dana / Team: Core"))

    assert {uri: [row.title for row in view.open] for uri, view in pages.items()} == {
        "postmortems/owners/dana.md": ["a"],
        "postmortems/teams/core.md": ["a"],
    }


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
