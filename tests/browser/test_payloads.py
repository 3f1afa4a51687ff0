from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.payloads import TEMPLATE_TEXT, payloads
from tests.browser.serving import Watched, served, watched_page
from tests.sites import MATERIAL_EXTENSIONS, Built, build_project, make_project

pytestmark = pytest.mark.browser

PARTS = 4
"""Into how many tests the pages of a site are divided, so that a run can share them among processes."""

_ACTIVE = r"""() => {
  const address = /^(href|src|action|formaction|data|xlink:href|to|values|background|poster)$/
  const foreign = 'iframe, object, embed, base, form, math, style, script, template, link, meta[http-equiv]'
  const runs = value => {  // as the browser itself reads the address
    try { return /^(javascript|vbscript|data):$/.test(new URL(value, location.href).protocol) && !/^data:image/.test(value) }
    catch { return false }
  }
  const isActive = node => [...node.attributes].some(({name, value}) =>
      name.startsWith('on') || name === 'srcdoc' || address.test(name) && runs(value))
    || node.matches(foreign) && node.outerHTML.includes('pwned(')
  const all = root => [...root.querySelectorAll('*')]
    .flatMap(node => node instanceof HTMLTemplateElement ? [node, ...all(node.content)] : [node])
  return all(document).filter(isActive).map(node => node.outerHTML.slice(0, 200))
}"""

_CLICK_THE_FIRST_LINKS = """() => {
  addEventListener('click', event => {  // stay on the page, but let a script address run
    const link = event.target.closest('a')
    if (!link || /^(https?|mailto):$/.test(new URL(link.href, location.href).protocol)) event.preventDefault()
  })
  const content = document.querySelector('article, [role=main]') ?? document.body
  for (const link of [...content.querySelectorAll('a, button, summary, input')].slice(0, 12)) {
    link.focus()
    for (const event of ['mouseover', 'click'])
      link.dispatchEvent(new MouseEvent(event, {bubbles: true, cancelable: true}))
  }
}"""


@pytest.fixture(scope="session", params=["material", "mkdocs"])
def payload_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Built, str]]:
    """Return the site of all payloads in a theme, and its address."""
    built = build_payloads(tmp_path_factory.mktemp("payloads"), request.param)
    with served(built.site) as address:
        yield built, address


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
            "fields": [{"name": "note"}, {"name": "parts", "type": "list"}],
            **options,
        },
        config={"markdown_extensions": list(MATERIAL_EXTENSIONS) if material else ["attr_list", "md_in_html"]},
    )
    built = build_project(project)
    assert built.status == 0, built.failure
    return built


@contextmanager
def payload_page(browser: Browser) -> Iterator[Watched]:
    """Open a page on which every payload that runs leaves its number in `window.ran`."""
    with watched_page(browser) as watched:
        watched.page.add_init_script("window.ran = []; window.pwned = number => top.ran.push(number)")
        yield watched


def test_every_payload_has_its_page(payload_site: tuple[Built, str]) -> None:
    built, _ = payload_site
    assert len(payloads()) >= 150
    for payload in payloads():
        assert built.has(f"postmortems/{payload.number:03d}/index.html"), payload.name


@pytest.mark.parametrize("part", range(PARTS))
def test_no_payload_runs_on_any_page(browser: Browser, payload_site: tuple[Built, str], part: int) -> None:
    built, address = payload_site
    pages = [name for name in built.files if name.endswith(".html")]
    assert {"index.html", "404.html", "postmortems/index.html", "postmortems/action-items/index.html"} <= set(pages)
    with payload_page(browser) as watched:
        faults = {name: fault for name in pages[part::PARTS] if (fault := _fault_of(watched, f"{address}{name}"))}
        assert faults == {}
        assert watched.dialogs == []


def test_no_payload_runs_in_the_results_of_a_search(browser: Browser, payload_site: tuple[Built, str]) -> None:
    built, address = payload_site
    is_material = 'class="md-search' in built.read("index.html")
    key, field, result = ("f", ".md-search__input", ".md-search-result__item") if is_material else _SEARCH_OF_MKDOCS
    with payload_page(browser) as watched:
        page = watched.page
        for words in ("payload", "onerror", "script"):
            page.goto(f"{address}postmortems/")
            page.keyboard.press(key)
            page.locator(field).press_sequentially(words)
            page.locator(result).first.wait_for(state="attached")
            assert page.locator(result).count() >= 5
            assert _active(page) == []
            assert page.evaluate("window.ran") == []
        assert watched.dialogs == []


_SEARCH_OF_MKDOCS = ("s", "#mkdocs-search-query", "#mkdocs-search-results article")


def test_text_that_is_a_template_stays_text(payload_site: tuple[Built, str]) -> None:
    built, _ = payload_site
    number = len(payloads())
    assert all("1337" not in built.read(name) for name in built.files if name.endswith((".html", ".json", ".xml")))
    assert TEMPLATE_TEXT.split(" {%", 1)[0] in built.read(f"postmortems/{number:03d}/index.html")


def test_the_check_itself_sees_a_payload_that_runs(browser: Browser, tmp_path: Path) -> None:
    """Without the sanitiser the same documents do run: a test that cannot fail would say nothing."""
    built = build_payloads(tmp_path, "mkdocs", html="trusted")
    body = [payload for payload in payloads() if payload.name.startswith("body: ")]
    with served(built.site) as address, payload_page(browser) as watched:
        faults = [_fault_of(watched, f"{address}postmortems/{payload.number:03d}/") for payload in body]
    ran = sum("ran" in fault for fault in faults)
    assert ran >= 25
    assert sum(bool(fault) for fault in faults) >= 50


def _fault_of(watched: Watched, address: str) -> str:
    """Return what is wrong with a page: a payload that ran, or one that could; empty when nothing is."""
    page = watched.page
    page.goto(address, wait_until="load")
    active = _active(page)
    page.evaluate(_CLICK_THE_FIRST_LINKS)
    ran = page.evaluate("window.ran")
    return f"payloads {ran} ran" if ran else "; ".join(active)


def _active(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_ACTIVE)
    return found
