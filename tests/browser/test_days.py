"""Tables of action items that the server wrote, by the reader's day: overdue rows, ages, the figure above, the day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served, watched_page
from tests.documents import with_items
from tests.sites import build_project, make_project

pytestmark = pytest.mark.browser

ITEMS = with_items("x / Owner: Dana / Due: 2026-03-20", "y / Owner: Dana / Due: 2026-03-25", "z / Owner: Dana")
PAGES = {
    "owner": "postmortems/owners/dana/",
    "service": "postmortems/services/checkout/",
    "incident": "postmortems/inc-2026-014/",
    "list in a page": "run/",
}


def build(root: Path, **further: Any) -> Path:
    """Build a site on 2026-03-10 and return its folder."""
    options: dict[str, Any] = {"as_of": None, "fail_on": "never", **further.pop("options", {})}
    pages = {"run.md": "# Runbook\n\n<!-- action-items owner=Dana -->\n"}
    root = make_project(root, {"a.md": ITEMS}, options=options, pages=pages, **further)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1773100800")
        return build_project(root).site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(build(tmp_path_factory.mktemp("days"))) as address:
        yield address


def late_rows(page: Page) -> list[str]:
    """Return the due cell and the status of each row that looks overdue."""
    rows = page.locator(".pm-row--late")
    return [
        f"{row.locator('.pm-cell--due').text_content()}, {row.locator('.pm-badge--item-overdue').text_content()}"
        for row in rows.all()
    ]


def late_on(page: Page, day: str, address: str) -> list[str]:
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    page.goto(address)
    return late_rows(page)


def test_an_item_that_became_due_since_the_build_is_overdue_on_every_page(browser: Browser, site: str) -> None:
    with watched_page(browser, own=True) as watched:
        for address in (site + page for page in PAGES.values()):
            assert late_on(watched.page, "2026-03-20", address) == [], address
            assert late_on(watched.page, "2026-03-21", address) == ["2026-03-20 overdue, Open"], address
            assert len(late_on(watched.page, "2026-04-01", address)) == 2, address


@pytest.mark.parametrize("name", ["owner", "service"])
def test_the_number_above_counts_what_is_overdue_by_now(browser: Browser, site: str, name: str) -> None:
    with watched_page(browser, own=True) as watched:
        watched.page.clock.set_fixed_time("2026-03-26T12:00:00Z")
        watched.page.goto(site + PAGES[name])
        figure = watched.page.locator('[data-pm-figure="overdue"]')

        expect(figure).to_have_text("2")
        assert "pm-late" in (figure.get_attribute("class") or "")


@pytest.mark.parametrize(
    ("day", "shown", "age"),
    [("2026-03-01", "2026-03-10", "9 d old"), ("2026-03-21", "2026-03-21", "20 d old")],
)
def test_ages_and_the_day_are_the_readers_and_never_before_the_build(
    browser: Browser, site: str, day: str, shown: str, age: str
) -> None:
    with watched_page(browser, own=True) as watched:
        watched.page.clock.set_fixed_time(f"{day}T12:00:00Z")
        watched.page.goto(site + PAGES["owner"])

        expect(watched.page.locator("[data-pm-day]")).to_have_text(shown)
        expect(watched.page.locator(".pm-cell--incident").first).to_contain_text(age)


def test_a_page_of_a_stated_day_keeps_to_it(browser: Browser, tmp_path: Path) -> None:
    folder = build(tmp_path, options={"as_of": "2026-03-10"})
    with served(folder) as site, watched_page(browser, own=True) as watched:
        assert late_on(watched.page, "2036-01-01", site + PAGES["owner"]) == []


def test_it_works_after_instant_navigation_and_no_row_is_marked_twice(browser: Browser, tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    folder = build(tmp_path, theme=theme, config={"site_url": "http://127.0.0.1/"})
    with served(folder) as site, watched_page(browser, own=True) as watched:
        plan = folder / "sitemap.xml"
        plan.write_text(plan.read_text().replace("http://127.0.0.1/", site))
        page = watched.page
        page.clock.set_fixed_time("2026-03-21T12:00:00Z")
        page.goto(site + PAGES["list in a page"])
        page.wait_for_function("!!document.querySelector('meta')")
        for _ in range(2):
            page.locator(".pm-cell--owner a", has_text="Dana").first.click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Owner: Dana")
            expect(page.locator(".pm-cell--due strong")).to_have_count(1)
            page.go_back()
            expect(page.locator(".pm-cell--due strong")).to_have_count(1)
