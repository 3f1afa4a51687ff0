"""Where the links of a text lead, as its page shows them."""

from __future__ import annotations

from mkdocs_postmortem.rendering.finding import finder_for
from mkdocs_postmortem.rendering.links import Finder
from mkdocs_postmortem.views.address import Target, build_addresses
from tests.documents import VALID, library_of


def finder(shown: str = "") -> Finder:
    """Return the finder of a text on `a.md`; the site has no page but those that begin with `shown`."""

    def link(target: Target) -> str:
        return f"/{target.uri}" if target.uri.startswith(shown) else ""

    library = library_of(VALID, VALID.replace("014", "015"))
    addresses = build_addresses(library)
    first = next(p for p in library.postmortems if p.relative_path == "a.md")
    return finder_for(first.path, addresses.incident(first).uri, library, addresses, link)


def test_another_document_leads_to_its_page_and_the_own_id_nowhere() -> None:
    found = finder().word("INC-2026-015")

    assert found is not None
    assert found.address == "/postmortems/b.md"
    assert finder().word("INC-2026-014") is None


def test_what_lies_outside_and_on_the_page_itself_stays_as_it_is_written() -> None:
    assert finder().file("https://example.com/a") == "https://example.com/a"
    assert finder().file("#impact") == "#impact"


def test_what_the_site_does_not_have_has_no_address() -> None:
    assert finder("nowhere").file("b.md") is None
    assert finder("nowhere").word("INC-2026-015") is None
