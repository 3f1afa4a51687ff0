from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.payloads import TEMPLATE_TEXT, payloads
from tests.browser.serving import Watched, served, watched_page
from tests.sites import MATERIAL_EXTENSIONS, Built, build_project, make_project

pytestmark = pytest.mark.browser

PARTS = 2
"""Into how many tests the pages of a site are divided, so that a run can share them among processes."""

_EVERY = 12
"""Of so many pages at ids one is visited."""
_PROBE = Path(__file__).with_name("probe.js")

# The key that opens the search, its field, one result, and a word of payloads as the theme splits words.
_SEARCHES = {
    "material": ("f", ".md-search__input", ".md-search-result__item", "onerror"),
    "mkdocs": ("s", "#mkdocs-search-query", "#mkdocs-search-results article", "img"),
}


@pytest.fixture(scope="session", params=["material", "mkdocs"])
def payload_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Built, str, str]]:
    """Return the site of all payloads, its address and its theme."""
    built = build_payloads(tmp_path_factory.mktemp("payloads"), request.param)
    with served(built.site) as address:
        yield built, address, request.param


def build_payloads(root: Path, theme: str, **options: Any) -> Built:
    """Build the site of all payload documents, as someone would who ignores every problem."""
    material = theme == "material"
    project = make_project(
        root,
        {payload.path: payload.text for payload in payloads()},
        theme={"name": "material", "font": False} if material else {"name": theme, "highlightjs": False},
        options={
            "fail_on": "never",
            "show_problems": "always",
            "required": {"sections": []},
            "fields": [{"name": "note", "facet": True}, {"name": "parts", "type": "list", "facet": True}],
            **options,
        },
        config={"markdown_extensions": list(MATERIAL_EXTENSIONS) if material else ["attr_list", "md_in_html"]},
    )
    built = build_project(project)
    assert built.status == 0, built.failure
    return built


@contextmanager
def probed_page(browser: Browser, address: str) -> Iterator[Watched]:
    """Open a page on which every payload that runs, in it or in a frame, leaves its number in `window.ran`."""
    with watched_page(browser, own=True) as watched:
        watched.page.add_init_script("window.ran = []; window.pwned = number => top.ran.push(number)")
        watched.page.add_init_script(path=_PROBE)
        watched.page.goto(address)
        yield watched


def test_every_payload_has_its_page(payload_site: tuple[Built, str, str]) -> None:
    built, _, _ = payload_site
    assert len(payloads()) >= 150
    for payload in payloads():
        assert built.has(f"postmortems/{payload.number:03d}/index.html"), payload.name


@pytest.mark.parametrize("part", range(PARTS))
def test_no_payload_runs_on_any_page(browser: Browser, payload_site: tuple[Built, str, str], part: int) -> None:
    """All pages: incidents, index, board, owners, services, severities, tags, the page for what is not found.

    Of the pages at ids, which lead on to the incidents and are all alike, some will do: each opens a whole page.
    """
    built, _, _ = payload_site
    named = [name for name in built.files if name.endswith(".html")]
    leading = [name for name in named if 'http-equiv="refresh"' in built.read(name)]
    left_out = {name for number, name in enumerate(leading) if number % _EVERY}
    pages = [name for name in named if name not in left_out]
    assert {"index.html", "404.html", "postmortems/index.html", "postmortems/action-items/index.html"} <= set(pages)
    with served(built.site, search=False) as address, probed_page(browser, f"{address}404.html") as watched:
        assert _visit(watched, (address + name for name in pages[part::PARTS])) == {}
        assert watched.page.evaluate("ran") == []
        assert watched.dialogs == []


def test_no_payload_runs_in_the_results_of_a_search(browser: Browser, payload_site: tuple[Built, str, str]) -> None:
    _, address, theme = payload_site
    key, field, result, word = _SEARCHES[theme]
    with probed_page(browser, f"{address}postmortems/") as watched:
        page = watched.page
        for words in ("payload", "autofocus", word):
            page.reload()
            page.wait_for_load_state("networkidle")  # the themes' search takes no words before it has its index
            page.keyboard.press(key)
            page.locator(field).press_sequentially(words)
            page.locator(result).first.wait_for(state="attached")
            assert page.locator(result).count() >= 2
            assert page.evaluate("activeNodes(document)") == []
            assert page.evaluate("ran") == []
            assert watched.dialogs == []


def test_text_that_is_a_template_stays_text(payload_site: tuple[Built, str, str]) -> None:
    built, _, _ = payload_site
    number = len(payloads())
    assert all("1337" not in built.read(name) for name in built.files if name.endswith((".html", ".json", ".xml")))
    assert TEMPLATE_TEXT.split(" {%", 1)[0] in built.read(f"postmortems/{number:03d}/index.html")


def test_the_check_itself_sees_payloads_that_run(browser: Browser, tmp_path: Path) -> None:
    """Without the sanitiser the same bodies do run: a test that cannot fail would say nothing."""
    built = build_payloads(tmp_path, "mkdocs", html="trusted")
    bodies = [payload for payload in payloads() if payload.name.startswith("body: ")][::2]
    with served(built.site, search=False) as address, probed_page(browser, f"{address}404.html") as watched:
        active = _visit(watched, (f"{address}postmortems/{payload.number:03d}/" for payload in bodies))
        assert len(active) >= 15
        assert len(set(watched.page.evaluate("ran"))) >= 10


def _visit(watched: Watched, addresses: Iterable[str]) -> dict[str, list[str]]:
    """Return what could run a script on each page; empty when nothing could."""
    found: dict[str, list[str]] = watched.page.evaluate("addresses => visitAll(addresses)", list(addresses))
    return found
