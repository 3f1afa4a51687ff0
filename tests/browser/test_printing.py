"""Pages on paper: dark text, no controls, and every page gives a PDF, whatever the scheme on the screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import Scheme, watched_page

pytestmark = pytest.mark.browser

PAGES = {
    "index": "postmortems/",
    "incident": "postmortems/2026-10-27-identity-retry-storm/",
    "board": "postmortems/action-items/",
    "insights": "postmortems/insights/",
    "health": "postmortems/health/",
}
CONTROLS = ".pm-controls, .pm-pager, .pm-zone, .pm-edit, .pm-edit-page"
LEAST_CONTRAST = 4.5
_COLOURS = """() => [...document.querySelectorAll(
    'article [class*="pm-"]:not(svg, svg *, .pm-badge[class*="--severity"])')]
  .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .filter(node => node.checkVisibility())
  .map(node => [node.className.toString(), getComputedStyle(node).color])"""


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour, `rgb(…)` or `rgba(…)`, on white paper, by WCAG 2.1."""
    *channels, alpha = [float(part) for part in (*re.findall(r"[0-9.]+", colour), "1")[:4]]
    shown = [alpha * channel / 255 + 1 - alpha for channel in channels]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shown]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_can_be_read_on_paper(browser: Browser, sample_site: str, address: str, scheme: Scheme) -> None:
    with watched_page(browser, scheme=scheme, width=794, own=True) as watched:
        page = watched.page
        page.goto(sample_site + address)
        page.emulate_media(media="print")

        colours = page.evaluate(_COLOURS)
        assert len(colours) > 5
        assert [pair for pair in colours if contrast_on_white(pair[1]) < LEAST_CONTRAST] == []
        assert page.locator(CONTROLS).locator("visible=true").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == 794
        assert page.pdf(format="A4").startswith(b"%PDF-")
