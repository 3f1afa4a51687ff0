"""How much of a library the site's search may find."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.incident import incident_view
from mkdocs_postmortem.views.search import search_mode, searched_facts
from tests.documents import VALID, library_of, settings_of, with_front


@pytest.mark.parametrize(
    ("setting", "documents", "mode"),
    [
        ("auto", 0, "full"),
        ("auto", 200, "full"),
        ("auto", 201, "summary"),
        ("full", 10_000, "full"),
        ("summary", 1, "summary"),
        ("off", 1, "off"),
        (False, 1, "off"),
    ],
)
def test_small_libraries_are_searched_in_full_and_large_ones_by_summary(
    setting: object, documents: int, mode: str
) -> None:
    assert search_mode(settings_of(search=setting), documents) == mode


def test_facts_are_what_people_look_for_without_what_every_document_has() -> None:
    library = library_of(with_front("tags: [pool]\nlinks: [{label: Board, url: 'https://x.example'}]", VALID))
    view = incident_view(library.postmortems[0], library, build_addresses(library), date(2026, 4, 1), ())

    assert list(searched_facts(view)) == ["SEV1 High", "Published", "checkout", "pool"]
