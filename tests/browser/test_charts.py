"""Charts in a browser: no label covers another, at any width, and figures lead where they say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import watched_page

pytestmark = pytest.mark.browser

PAGES = ("postmortems/insights/", "postmortems/services/checkout/", "postmortems/tags/capacity/")

_OVERLAPPING_LABELS = """() => {
  const found = []
  for (const chart of document.querySelectorAll('article svg')) {
    const labels = [...chart.querySelectorAll('text')].map(node => [node.textContent, node.getBoundingClientRect()])
    for (const [index, [name, one]] of labels.entries())
      for (const [other, two] of labels.slice(index + 1))
        if (one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
          found.push(`${name} / ${other}`)
  }
  return found
}"""

_LABELS_OUTSIDE_THEIR_CELL = """() => [...document.querySelectorAll('article svg text')].filter(node => {
  const label = node.getBoundingClientRect(), box = node.closest('td, article').getBoundingClientRect()
  return label.left < box.left - 1 || label.right > box.right + 1
}).map(node => node.textContent)"""

_DOTS_OUTSIDE_THEIR_STRIP = """() => [...document.querySelectorAll('article circle')].filter(node => {
  const dot = node.getBoundingClientRect(), box = node.closest('td').getBoundingClientRect()
  return dot.left < box.left || dot.right > box.right || dot.width < 5
}).length"""


@pytest.mark.parametrize("width", [1280, 700, 390])
@pytest.mark.parametrize("address", PAGES)
def test_no_label_covers_another_or_leaves_its_place(
    browser: Browser, sample_site: str, address: str, width: int
) -> None:
    with watched_page(browser, width=width, scripts=False) as watched:
        watched.page.goto(sample_site + address)
        assert watched.page.locator("article svg text").count() >= 3
        assert watched.page.locator("article circle").count() >= 5
        assert watched.page.evaluate(_OVERLAPPING_LABELS) == []
        assert watched.page.evaluate(_LABELS_OUTSIDE_THEIR_CELL) == []
        assert watched.page.evaluate(_DOTS_OUTSIDE_THEIR_STRIP) == 0


def test_a_median_leads_to_the_incident_that_took_so_long(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(sample_site + PAGES[0])
        row = page.locator("#pm-time-to-resolve ~ .pm-scroll").first.locator("tr", has_text="All incidents")
        figure = row.get_by_role("link").first
        length = figure.inner_text()
        figure.click()
        page.wait_for_selector("article .pm-card")
        assert length in page.locator("article .pm-figures").first.inner_text()


def test_every_sort_of_debt_is_reached_from_its_number(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(sample_site + "postmortems/health/")
        links = page.locator("article .pm-figures a")
        assert links.count() >= 3
        for link in links.all():
            anchor = (link.get_attribute("href") or "").partition("#")[2]
            assert page.locator(f"h2#{anchor}").inner_text().startswith(link.inner_text())


def test_the_same_numbers_stand_behind_each_chart_as_a_table(browser: Browser, sample_site: str) -> None:
    with watched_page(browser, scripts=False) as watched:
        page = watched.page
        page.goto(sample_site + PAGES[0])
        charts = ("pm-months", "pm-time-to-detect", "pm-time-to-mitigate", "pm-time-to-resolve", "pm-items")
        for anchor in charts:
            details = page.locator(f"#{anchor} ~ details.pm-more").first
            assert not details.locator("table").is_visible()
            details.locator("summary").click()
            assert details.locator("table").is_visible()
        months = page.locator("#pm-months ~ details.pm-more").first.locator("tbody tr")
        total = sum(int(row.locator("td").first.inner_text()) for row in months.all())
        shown = page.locator("#pm-months ~ .pm-scroll").first.locator("tbody tr").first.locator("td").nth(1)
        assert total == int(shown.inner_text())


def test_charts_print_in_black_on_white(browser: Browser, sample_site: str) -> None:
    with watched_page(browser, scheme="light") as watched:
        page = watched.page
        page.goto(sample_site + PAGES[0])
        page.emulate_media(media="print")
        colour = page.locator("article svg text").first.evaluate("node => getComputedStyle(node).fill")
        assert sum(int(part) for part in colour.split("(")[1].rstrip(")").split(",")[:3]) < 300
        assert page.locator("article circle").first.is_visible()
