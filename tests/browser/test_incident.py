"""The incident page in a browser: the reader's own time, and a drawn timeline that can be read on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import served
from tests.sites import SAMPLES, build_project, make_project

pytestmark = pytest.mark.browser

POOL = "postmortems/2026-09-15-payments-pool-exhausted/"
RECURRENCE = "postmortems/2026-10-27-identity-retry-storm/"
_BOXES = """nodes => nodes.map(node => {
  const {x, y, width, height} = node.getBoundingClientRect()
  return [x, y, width, height]
})"""


@pytest.fixture
def far_away(browser: Browser) -> Iterator[Page]:
    """Return a page of a reader in New York."""
    context = browser.new_context(
        viewport={"width": 390, "height": 900}, timezone_id="America/New_York", locale="en-GB"
    )
    yield context.new_page()
    context.close()


def test_a_press_shows_the_times_in_the_readers_zone_and_another_hides_them(far_away: Page, sample_site: str) -> None:
    far_away.goto(sample_site + POOL)
    started = far_away.locator(".pm-strip time").first
    in_timeline = far_away.locator("#timeline ~ div td time").first
    before = far_away.locator("article").inner_text()

    assert started.get_attribute("title") == "2026-09-15 13:45 GMT-4"
    assert in_timeline.inner_text() == "13:20"
    assert in_timeline.get_attribute("title") == "2026-09-15 09:20 GMT-4"
    button = far_away.get_by_role("button", name="Show times in my zone")
    button.focus()
    far_away.keyboard.press("Enter")
    pressed = far_away.get_by_role("button", name="Hide times in my zone")
    assert pressed.get_attribute("aria-pressed") == "true"
    assert far_away.locator("#timeline ~ div td").first.inner_text() == "13:20 (2026-09-15 09:20 GMT-4)"
    assert far_away.evaluate("document.documentElement.scrollWidth") == 390
    pressed.click()
    assert far_away.locator("article").inner_text() == before


@pytest.mark.parametrize("address", [POOL, RECURRENCE])
def test_the_numbers_of_the_drawing_do_not_touch_on_a_phone(far_away: Page, sample_site: str, address: str) -> None:
    far_away.goto(sample_site + address)
    circles: list[tuple[float, ...]] = far_away.eval_on_selector_all(".pm-strip__drawing circle", _BOXES)
    ((left, _, width, _),) = far_away.eval_on_selector_all(".pm-strip__drawing", _BOXES)

    assert len(circles) == 5
    assert all(left <= x and x + w <= left + width for x, _, w, _ in circles)
    assert [pair for pair in combinations(circles, 2) if _touch(*pair)] == []


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return abs(one[0] - other[0]) < one[2] and abs(one[1] - other[1]) < one[3]


def test_an_unfinished_earlier_incident_is_the_first_thing_below_the_title(far_away: Page, sample_site: str) -> None:
    far_away.goto(sample_site + RECURRENCE)
    banner = far_away.get_by_role("region", name="An earlier incident is unfinished")

    assert banner.locator("strong").first.inner_text() == "Recurrence of"
    assert "overdue" in banner.inner_text()
    banner.get_by_role("link", name="1 action item is still open there").click()
    far_away.wait_for_url("**/2024-11-29-mobile-retry-storm/#pm-action-items")


def test_times_and_edit_links_are_there_after_instant_navigation_too(browser: Browser, tmp_path: Path) -> None:
    source = SAMPLES / "2026" / "2026-09-15-payments-pool-exhausted.md"
    text = source.read_text(encoding="utf-8").replace("relation: recurrence-of", "relation: related")
    documents = {
        "a.md": text,
        "b.md": text.replace("id: INC-2026-012", "id: INC-2024-012").replace("[[INC-2024-012]]", "x"),
    }
    theme: dict[str, Any] = {"name": "material", "font": False, "features": ["navigation.instant"]}
    config = {"repo_url": "https://github.com/o/r", "edit_uri": "edit/main/docs/", "site_url": "http://127.0.0.1/"}
    root = make_project(tmp_path, documents, theme=theme, config=config, options={"fail_on": "never"})
    built = build_project(root)
    assert built.status == 0, built.failure
    with served(built.site) as address:
        page = browser.new_page(timezone_id="America/New_York")
        page.goto(f"{address}postmortems/")
        page.locator("article a", has_text="A third of payment").first.click()
        page.locator(".pm-zone button").first.click()
        assert page.locator(".pm-own-time").count() > 5
        edit = page.locator("a.pm-edit").first
        assert str(edit.get_attribute("href")).startswith("https://github.com/o/r/edit/main/postmortems/")
        assert "#L" in str(edit.get_attribute("href"))
        page.close()
