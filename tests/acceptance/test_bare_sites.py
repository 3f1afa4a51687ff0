"""Five lines of mkdocs.yml are enough, in every theme, with either form of addresses and of navigation."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.documents import VALID, with_front, with_line
from tests.sites import Built, build_project, make_project, write

THEMES = ("mkdocs", "readthedocs", "material")
FIVE_LINES = """\
site_name: My site
theme: {theme}
plugins:
  - search
  - postmortem
"""
DOCUMENTS = {
    "2026/2026-03-01-checkout.md": with_front("tags: [pool, Größe]\nrelated: [INC-2025-001]"),
    "2025/search.md": VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03"),
    "top.md": with_line("id:", "id: INC-2024-001").replace("2026-03", "2024-03"),
}


@pytest.fixture(scope="module", params=[(t, d) for t in THEMES for d in (True, False)], ids=lambda p: f"{p[0]}-{p[1]}")
def bare(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a site of five lines (six without directory addresses), strictly."""
    theme, as_folders = request.param
    root = make_project(tmp_path_factory.mktemp("bare"), DOCUMENTS)
    more = "" if as_folders else "use_directory_urls: false\n"
    write(root / "mkdocs.yml", FIVE_LINES.format(theme=theme) + more)
    return build_project(root, strict=True)


def page_of(built: Built, address: str) -> str:
    """Return the file of a page, in whichever form of addresses the site has."""
    return f"{address}/index.html" if built.has(f"{address}/index.html") else f"{address}.html"


class _References(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        self.anchors |= {value for name, value in attrs if name in ("id", "name") and value}


def references(html: str) -> _References:
    """Return all addresses and anchors of a page."""
    reader = _References()
    reader.feed(html)
    return reader


def broken_links(built: Built) -> list[str]:
    """Return "page -> address" for every relative address of a page of ours that leads nowhere in the site."""
    pages = {name: references(built.read(name)) for name in built.files if name.endswith(".html")}
    broken = []
    for name, page in pages.items():
        for address in page.found if name.startswith("postmortems/") else ():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            path = parts.path or posixpath.basename(name)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
            target = posixpath.join(target, "index.html") if (built.site / target).is_dir() else target
            known = pages.get(target.removeprefix("./"))
            if not built.has(target) or (parts.fragment and known and unquote(parts.fragment) not in known.anchors):
                broken.append(f"{name} -> {address}")
    return broken


def test_it_builds_strictly_without_a_warning(bare: Built) -> None:
    assert bare.status == 0, bare.log
    assert bare.warnings() == ()


@pytest.mark.parametrize(
    "address",
    [
        "postmortems/2026-03-01-checkout",
        "postmortems/search",
        "postmortems/top",
        "postmortems/action-items",
        "postmortems/services/checkout",
        "postmortems/severities/sev1",
        "postmortems/tags/pool",
    ],
)
def test_every_page_is_there(address: str, bare: Built) -> None:
    assert bare.has(page_of(bare, address))


def test_the_index_lists_every_incident(bare: Built) -> None:
    index = bare.read("postmortems/index.html")

    assert all(identity in index for identity in ("INC-2026-014", "INC-2025-001", "INC-2024-001"))


def test_no_relative_link_of_our_pages_is_broken(bare: Built) -> None:
    assert broken_links(bare) == []


def test_the_walk_over_links_finds_a_broken_one(tmp_path: Path) -> None:
    pages = {"postmortems/by-hand.md": "[x](../nowhere/)\n[y](#nothing)\n"}
    built = build_project(make_project(tmp_path, pages=pages))

    broken = [f"postmortems/by-hand/index.html -> {where}" for where in ("../nowhere/", "#nothing")]
    assert broken_links(built) == broken


def test_the_catalog_parses_and_its_addresses_exist(bare: Built) -> None:
    catalog = json.loads(bare.read("postmortems/catalog.json"))

    assert [incident["id"] for incident in catalog["incidents"]] == ["INC-2026-014", "INC-2025-001", "INC-2024-001"]
    for incident in catalog["incidents"]:
        where = posixpath.normpath(posixpath.join("postmortems", incident["url"]))
        assert bare.has(where) or bare.has(f"{where}/index.html")


def test_search_finds_an_incident_by_its_title_and_listings_do_not_crowd_it_out(bare: Built) -> None:
    index = json.loads(bare.read("search/search_index.json"))

    found = [entry for entry in index["docs"] if "Checkout failed for 40 minutes" in entry["title"] + entry["text"]]

    assert any(entry["location"].startswith("postmortems/2026-03-01-checkout") for entry in found)


def test_incidents_and_groups_are_not_in_the_navigation_and_index_and_board_are(bare: Built) -> None:
    links = references(bare.read("index.html")).found

    assert [link for link in links if re.search(r"postmortems/(services|tags|severities|top|search)\b", link)] == []
    assert any(re.fullmatch(r"(\./)?postmortems/(index\.html)?", link) for link in links)
    assert any("postmortems/action-items" in link for link in links)


def test_our_stylesheet_is_linked_and_there(bare: Built) -> None:
    links = references(bare.read(page_of(bare, "postmortems/top"))).found

    assert [link for link in links if link.endswith("assets/postmortem/postmortem.css")]
    assert ".pm-badge" in bare.read("assets/postmortem/postmortem.css")


def test_an_explicit_navigation_builds_strictly_and_holds_what_it_names(tmp_path: Path) -> None:
    nav = [{"Home": "index.md"}, {"Incidents": ["postmortems/index.md", {"To do": "postmortems/action-items.md"}]}]
    root = make_project(tmp_path, DOCUMENTS, theme="material", config={"nav": nav})

    built = build_project(root, strict=True)

    assert built.status == 0, built.log
    assert not [line for line in built.log if "not included in the" in line]
    assert "To do" in built.read("index.html")
    assert "postmortems/insights/" not in built.read("index.html")
    assert "insights/" in built.read("postmortems/index.html")
    assert built.has("postmortems/health/index.html")
    assert broken_links(built) == []


def test_a_navigation_that_leaves_the_library_out_builds_without_a_warning(tmp_path: Path) -> None:
    root = make_project(tmp_path, DOCUMENTS, config={"nav": ["index.md"]})

    built = build_project(root, strict=True)

    assert built.status == 0, built.log
    assert built.has("postmortems/top/index.html")


@pytest.mark.parametrize(
    ("edit_uri", "expected"),
    [
        ("edit/main/docs/", "https://github.com/acme/site/edit/main/postmortems/2026/2026-03-01-checkout.md"),
        ("blob/main/site/docs/", "https://github.com/acme/site/blob/main/site/postmortems/2026/2026-03-01-checkout.md"),
        ("?query=root/path/docs/", "https://github.com/acme/site?query=root/path/postmortems/2026/2026-03-01-checkout.md"),
    ],
)  # fmt: skip
def test_edit_links_lead_to_the_real_file(edit_uri: str, expected: str, tmp_path: Path) -> None:
    theme = {"name": "material", "features": ["content.action.edit"]}
    config = {"repo_url": "https://github.com/acme/site", "edit_uri": edit_uri}
    built = build_project(make_project(tmp_path, DOCUMENTS, theme=theme, config=config))

    assert expected in references(built.read("postmortems/2026-03-01-checkout/index.html")).found
    listing = references(built.read("postmortems/services/checkout/index.html")).found
    assert not [link for link in listing if "acme/site/edit" in link or "acme/site/blob" in link]


def test_a_hand_written_page_at_our_address_wins(tmp_path: Path) -> None:
    root = make_project(tmp_path, DOCUMENTS, pages={"postmortems/index.md": "# By hand\n"})

    assert "By hand" in build_project(root).read("postmortems/index.html")


def test_another_path_moves_every_page(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, DOCUMENTS, options={"path": "ops/incidents"}))

    assert built.has("ops/incidents/top/index.html")
    assert not [name for name in built.files if name.startswith("postmortems/")]


def test_templates_of_the_theme_go_before_ours(tmp_path: Path) -> None:
    root = make_project(tmp_path, theme={"name": "mkdocs", "custom_dir": "overrides"})
    write(root / "overrides/postmortem/board.html.jinja", "<h1>Our own board of {{ view.rows | length }}</h1>")

    assert "Our own board of 1" in build_project(root).read("postmortems/action-items/index.html")


def test_two_builds_of_the_same_day_are_the_same_bytes(tmp_path: Path) -> None:
    root = make_project(tmp_path, DOCUMENTS)

    first = build_project(root, site=tmp_path / "one")
    second = build_project(root, site=tmp_path / "two")

    ours = [name for name in first.files if name.startswith("postmortems/")]
    assert {name: first.read(name) for name in ours if name.endswith((".json", ".css"))} == {
        name: second.read(name) for name in ours if name.endswith((".json", ".css"))
    }
    assert first.files == second.files
