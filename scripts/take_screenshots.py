"""Writes docs/assets/*.png: pictures of the sample library's pages as Chromium shows them.

Run it from anywhere after pages have changed: `make screenshots`. It needs Chromium on the PATH.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts.small_png import shrink_png
from tests.browser.chromium import find_chromium
from tests.browser.serving import served
from tests.sites import REPOSITORY, build_project

FOLDER = REPOSITORY / "docs" / "assets"
WIDTH, HEIGHT = 1280, 860
_SCROLL = """([selector, space]) => {
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom
  scrollBy({ top: document.querySelector(selector).getBoundingClientRect().top - header - space, behavior: "instant" })
}"""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the address of the page, what is done there, and the element that stands on top."""

    name: str
    address: str
    top: str = ""
    act: Callable[[Page], None] = lambda _: None


def open_facet(page: Page) -> None:
    """Open one facet of the index."""
    page.locator(".pm-facet > summary", has_text="Service").first.click()
    page.locator(".pm-facet[open] .pm-option").first.wait_for()


SHOTS = (
    Shot("index", "postmortems/?severity=sev0&severity=sev1", "article .pm-figures", open_facet),
    Shot("incident", "postmortems/2026-10-27-identity-retry-storm/"),
    Shot("action-items", "postmortems/action-items/"),
    Shot("insights", "postmortems/insights/", "#pm-durations"),
)


def take(page: Page, shot: Shot, site: str) -> bytes:
    """Return the picture as a PNG."""
    page.goto(site + shot.address, wait_until="networkidle")
    if shot.top:
        page.evaluate(_SCROLL, [shot.top, 12])
    shot.act(page)
    page.mouse.move(WIDTH - 1, HEIGHT - 1)
    return page.screenshot(animations="disabled", caret="hide", scale="css")


def main() -> None:
    """Build the site and write every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = build_project(REPOSITORY, site=Path(folder, "site"))
        chromium = find_chromium(whole=True)
        if built.status or chromium is None:
            raise SystemExit(built.failure or "no chromium on PATH (apt-get install chromium)")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        with served(built.site) as site:
            for shot in SHOTS:
                picture = shrink_png(take(page, shot, site))
                (FOLDER / f"{shot.name}.png").write_bytes(picture)
                print(f"docs/assets/{shot.name}.png: {len(picture) // 1024} KiB")  # noqa: T201  # it is a command
        browser.close()


if __name__ == "__main__":
    main()
