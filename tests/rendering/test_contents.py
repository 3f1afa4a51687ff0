"""The headings of our parts, for the table of contents."""

from __future__ import annotations

from datetime import date

from mkdocs_postmortem.rendering.contents import contents_of
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.board import board_view
from mkdocs_postmortem.views.incident import incident_view
from mkdocs_postmortem.views.listing import index_view
from mkdocs_postmortem.views.owner_pages import owner_views
from tests.documents import VALID, library_of, with_front

TODAY = date(2026, 4, 15)


def test_the_contents_name_the_headings_that_the_page_has() -> None:
    front = with_front("related: [INC-2026-015]\naction_items: [{title: Do it, owners: [Dana], due: 2026-05-01}]")
    library = library_of(front, VALID.replace("014", "015"))
    addresses = build_addresses(library)
    views = {
        p.relative_path: incident_view(p, library, addresses, TODAY, ()) for p in library.postmortems
    }  # fmt: skip

    assert [anchor for anchor, _ in contents_of(views["a.md"])] == ["pm-tracked-items", "pm-related"]
    assert [anchor for anchor, _ in contents_of(views["b.md"])] == ["pm-related"]
    index = index_view(library, addresses, TODAY, ())
    assert [anchor for anchor, _ in contents_of(index)] == ["pm-incidents", "pm-browse"]
    assert contents_of(board_view(library, addresses, TODAY)) == (
        ("pm-open", "Open"),
        ("pm-browse", "Action items by owner, team and service"),
    )


def test_the_contents_speak_the_language_of_the_page() -> None:
    library = library_of(VALID, language="de")
    addresses = build_addresses(library)

    assert contents_of(index_view(library, addresses, TODAY, ()))[0] == ("pm-incidents", "Vorfälle")
    assert contents_of(board_view(library, addresses, TODAY))[0] == ("pm-open", "Offen")


def test_the_page_of_an_owner_names_the_headings_that_it_has() -> None:
    library = library_of(VALID)
    ((_, owner),) = owner_views(library, build_addresses(library), TODAY)

    assert contents_of(owner) == (("pm-open", "Open"), ("pm-incidents", "Incidents"))
