"""An incident's id as an address, in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import watched_page
from tests.sites import build_project, make_project

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("written", ["INC-2026-015", "inc-2026-015"])
def test_an_id_leads_to_its_incident(browser: Browser, sample_site: str, written: str, *, scripts: bool) -> None:
    with watched_page(browser, scripts=scripts) as watched:
        watched.page.goto(f"{sample_site}postmortems/{written}/")
        watched.page.wait_for_url("**/postmortems/2026-*/")
        assert watched.page.locator("article .pm-card .pm-id").inner_text() == "INC-2026-015"
        assert watched.errors == []


def test_the_part_of_the_page_is_kept(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        watched.page.goto(f"{sample_site}postmortems/INC-2026-015/#pm-action-items")
        watched.page.wait_for_url("**/postmortems/2026-*/#pm-action-items")


def test_it_works_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, theme="material", config={"use_directory_urls": False}))

    with watched_page(browser, scripts=False) as watched:
        watched.page.goto((built.site / "postmortems/INC-2026-014/index.html").as_uri())
        watched.page.wait_for_url("**/postmortems/incident.html")
        assert watched.page.locator("article .pm-card .pm-id").inner_text() == "INC-2026-014"
