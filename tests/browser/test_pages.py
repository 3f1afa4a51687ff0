from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Scheme, watched_page

pytestmark = pytest.mark.browser

PAGES = {
    "index": "postmortems/",
    "incident with a checklist": "postmortems/2026-11-12-feature-file-doubled/",
    "incident with a table of items": "postmortems/2026-09-15-payments-pool-exhausted/",
    "incident with items in front matter": "postmortems/2026-10-27-identity-retry-storm/",
    "service": "postmortems/services/edge/",
    "severity": "postmortems/severities/sev1/",
    "tag": "postmortems/tags/capacity/",
    "year": "postmortems/years/2026/",
    "factor": "postmortems/factors/capacity/",
    "saved view": "postmortems/views/late-action-items/",
    "board": "postmortems/action-items/",
    "insights": "postmortems/insights/",
    "health": "postmortems/health/",
    "closed items": "postmortems/action-items/closed/",
    "team": "postmortems/teams/team-edge/",
}

THEME_FAULTS = {
    "aria-dialog-name": ".md-search",
    "color-contrast": ".md-tabs__link, .md-copyright",
    "landmark-unique": ".md-nav",
    "link-in-text-block": ".md-typeset :not([class*='pm-']) > a:not([class])",
    "scrollable-region-focusable": ".md-typeset__scrollwrap",
}
"""What axe finds in Material's own nodes: the rule, and which nodes. Material does not underline links in a text,
gives sections with an index page an empty label, and wraps an author's wide table in a region that the keyboard cannot
reach."""

_WITHOUT_FURTHER_ROWS = {"exclude": [[".pm-table tbody tr:nth-child(n + 13)"]]}
"""The board has 150 rows alike, and axe takes 4 seconds for them."""

_NODES_OF_THE_THEME = """([selector, nodes]) => nodes.filter(node =>
  document.querySelector(node)?.matches(selector) && !document.querySelector(node).closest('[class*="pm-"]'))"""

_WIDER_THAN_THE_WINDOW = """() => [...document.querySelectorAll('*')]
  .filter(node => document.documentElement.scrollWidth > innerWidth && node.getBoundingClientRect().right > innerWidth)
  .map(node => node.outerHTML.slice(0, 120))"""

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
pages = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())


LOOKS: list[tuple[Scheme, int]] = [("light", 1280), ("dark", 390)]
"""Both schemes and both widths, each once: what a scheme does to a page does not depend on its width."""


@pages
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_page_is_sound(browser: Browser, sample_site: str, address: str, scheme: Scheme, width: int) -> None:
    """No console error, no horizontal scroll, no request elsewhere, and nothing that axe objects to in our markup."""
    with watched_page(browser, scheme=scheme, width=width) as watched:
        watched.page.goto(sample_site + address)
        assert (
            watched.page.locator("body").get_attribute("data-md-color-scheme")
            == {
                "light": "default",
                "dark": "slate",
            }[scheme]
        )
        assert watched.page.evaluate("document.documentElement.scrollWidth") == width, watched.page.evaluate(
            _WIDER_THAN_THE_WINDOW
        )
        assert _axe_violations(watched.page) == []
        assert watched.errors == []
        assert watched.foreign == []


@pages
def test_page_reads_without_scripts(browser: Browser, sample_site: str, address: str) -> None:
    with watched_page(browser, scripts=False, width=390) as watched:
        watched.page.goto(sample_site + address)
        assert watched.page.locator("article h1").is_visible()
        figures = watched.page.locator("article .pm-figures dd")
        assert figures.count() >= 2
        assert all(figure.is_visible() for figure in figures.all())
        rows = watched.page.locator("article .pm-table tbody tr, article .pm-facts > div").all()
        shown = [row for row in rows if row.is_visible()]
        assert len(shown) >= 5
        assert watched.page.locator("html.no-js").count() == 1, "the theme's script did not run"


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_an_open_facet_is_sound(browser: Browser, sample_site: str, scheme: Scheme, width: int) -> None:
    with watched_page(browser, scheme=scheme, width=width) as watched:
        page = watched.page
        page.goto(f"{sample_site}{PAGES['index']}?severity=sev1&tag=gone")
        if width == 390:
            page.locator(".pm-controls__toggle").click()
        page.locator(".pm-facet > summary", has_text="Service").click()
        page.locator(".pm-facet[open] .pm-option").first.wait_for()
        assert _axe_violations(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Remove the filter Tag: gone").click()
        page.locator(".pm-facet > summary", has_text="Severity").click()
        page.locator(".pm-facet[open] .pm-option").first.wait_for()
        assert _axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_facts_behind_a_click_open_without_scripts(browser: Browser, sample_site: str) -> None:
    with watched_page(browser, scripts=False) as watched:
        watched.page.goto(sample_site + PAGES["incident with a checklist"])
        hidden = watched.page.locator(".pm-group__title", has_text="Detection")
        assert not hidden.is_visible()
        watched.page.locator(".pm-more > summary", has_text="All facts").click()
        assert hidden.is_visible()


@pytest.mark.parametrize("incident", ["INC-2026-012", "INC-2026-014", "INC-2026-015"])
def test_click_on_the_board_lands_on_the_action_items_of_that_incident(
    browser: Browser, sample_site: str, incident: str
) -> None:
    """The three forms: a table of items, items in the front matter, a checklist."""
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(sample_site + PAGES["board"])
        row = page.locator("article .pm-list tbody tr", has_text=incident).first
        title = re.sub(r"\s+", " ", row.locator(".pm-cell--title").inner_text()).split(" LARK-")[0]
        row.get_by_role("link", name=incident, exact=True).click()
        page.wait_for_url("**#pm-action-items")
        assert page.locator("article .pm-card .pm-id").inner_text() == incident
        anchor = page.locator("#pm-action-items")
        assert page.locator("#pm-action-items ~ h2").first.is_visible()
        page.wait_for_function("() => document.querySelector('#pm-action-items').getBoundingClientRect().top < 200")
        top = anchor.evaluate("node => node.getBoundingClientRect().top")
        assert 0 <= top < 200, "the anchor stands below the sticky header, near the top of the window"
        assert title.split("\n")[0][:30] in re.sub(r"\s+", " ", page.locator("article").inner_text())
        assert watched.errors == []


def test_badges_of_the_index_lead_to_their_pages(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(sample_site + PAGES["index"])
        page.locator(".pm-tally a", has_text="SEV1 High").click()
        page.wait_for_url("**/severities/sev1/")
        assert page.locator("article h1").inner_text() == "Severity: SEV1 High"
        page.get_by_role("link", name="All postmortems").click()
        page.wait_for_url("**/postmortems/")


def test_search_finds_an_incident_by_its_title(browser: Browser, searchable_site: str) -> None:
    # In a window that other tests had used, the theme's results stayed hidden at times.
    with watched_page(browser, own=True) as watched:
        page = watched.page
        page.goto(searchable_site)
        page.keyboard.press("f")
        expect(page.locator(".md-search__input")).to_be_focused()
        page.keyboard.type("bot-score file doubled", delay=5)
        page.locator(".md-search-result__link h1", has_text="Book covers failed to load").first.click()
        page.wait_for_url("**/2026-11-12-feature-file-doubled/**")
        assert watched.foreign == []


@schemes
def test_every_badge_has_the_contrast_that_small_text_needs(browser: Browser, sample_site: str, scheme: Scheme) -> None:
    """Axe looks only at badges that the samples happen to use, so this page shows all of them."""
    with watched_page(browser, scheme=scheme) as watched:
        page = watched.page
        page.goto(sample_site + PAGES["index"])
        page.evaluate(_SHOW_EVERY_BADGE, _styles_of_badges())
        badges = page.locator("#every-badge .pm-badge")
        assert badges.count() == 2 * len(_styles_of_badges())
        found = Axe().run(page, "#every-badge", {"runOnly": ["color-contrast"], "resultTypes": ["violations"]})
        assert found.response["violations"] == []


_SHOW_EVERY_BADGE = """styles => {
  const box = document.createElement('div')
  box.id = 'every-badge'
  for (const place of ['pm-card', 'pm-scroll']) {
    const part = box.appendChild(document.createElement('div'))
    part.className = place
    for (const style of styles) {
      const badge = part.appendChild(document.createElement('span'))
      badge.className = `pm-badge pm-badge--${style}`
      badge.textContent = style
    }
  }
  document.querySelector('article').prepend(box)
}"""


def _styles_of_badges() -> list[str]:
    severities = [f"severity-sev{number}" for number in range(4)]
    statuses = [f"status-{word}" for word in ("draft", "in-review", "published")]
    items = [f"item-{word}" for word in ("open", "in-progress", "done", "wont-do", "superseded", "overdue")]
    return [*severities, *statuses, *items, "none", "plain", "kind"]


def _axe_violations(page: Page) -> list[str]:
    """Return "rule selector: what is wrong" for every node that axe objects to and that is not the theme's."""
    found = []
    for violation in Axe().run(page, _WITHOUT_FURTHER_ROWS).response["violations"]:
        nodes = {str(node["target"][0]): node for node in violation["nodes"]}
        selector = THEME_FAULTS.get(violation["id"])
        if selector is not None:
            for target in page.evaluate(_NODES_OF_THE_THEME, [selector, list(nodes)]):
                del nodes[target]
        found += [f"{violation['id']} {target}: {node['failureSummary']}" for target, node in nodes.items()]
    return found
