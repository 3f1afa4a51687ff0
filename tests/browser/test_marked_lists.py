"""A list in a hand-written page: read, reached and followed, in both schemes and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.serving import Scheme, watched_page

pytestmark = pytest.mark.browser
PAGE = "browsing/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_list_is_sound_where_it_stands(browser: Browser, sample_site: str, scheme: Scheme, width: int) -> None:
    with watched_page(browser, scheme=scheme, width=width) as watched:
        watched.page.goto(sample_site + PAGE)

        assert watched.page.evaluate("document.documentElement.scrollWidth") == width
        found = Axe().run(watched.page, {"include": [[".pm-marked"]]}).response["violations"]
        assert [violation["id"] for violation in found] == []
        assert (watched.errors, watched.foreign) == ([], [])


def test_a_row_leads_to_its_incident(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        watched.page.goto(sample_site + PAGE)
        rows = watched.page.locator(".pm-marked tbody tr")

        expect(rows).to_have_count(3)
        title = rows.first.locator("td a").first.inner_text()
        rows.first.locator("td a").first.click()
        expect(watched.page.get_by_role("heading", level=1)).to_contain_text(title)
