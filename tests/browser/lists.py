"""What tests do with a list of a page: read its rows, open and tick its facets."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

_ROWS = "() => [...document.querySelectorAll('.pm-table tbody tr')].map(row => row.outerHTML.replace(/\\s+/g, ' '))"


def open_facet(page: Page, title: str) -> None:
    page.locator(".pm-facet > summary", has_text=title).click()


def tick(page: Page, facet: str, label: str) -> None:
    """Open a facet, tick a value and close it again."""
    open_facet(page, facet)
    page.get_by_role("checkbox", name=re.compile(f"^{label} ")).click()
    page.keyboard.press("Escape")


def ids(page: Page) -> list[str]:
    """Return the ids of the rows that the page shows."""
    return page.locator(".pm-table .pm-id").all_inner_texts()


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def rows(page: Page) -> list[str]:
    """Return the markup of the rows that the page shows, without the blanks that stand only between elements."""
    written: list[Any] = page.evaluate(_ROWS)
    return [re.sub(r"\s*(</?(?:tr|td|span|progress)[^>]*>)\s*", r"\1", row) for row in written]


def turn(page: Page) -> bool:
    """Turn to the next page of the list; return False on the last one."""
    button = page.get_by_role("button", name="Next page")
    if not button.is_visible() or button.is_disabled():
        return False
    button.click()
    return True


def all_rows(page: Page) -> list[str]:
    """Return the markup of the rows of all pages of the list, from the one that is shown."""
    found = rows(page)
    while turn(page):
        found += rows(page)
    return found


def all_ids(page: Page) -> list[str]:
    """Return the ids of the rows of all pages of the list, from the one that is shown."""
    found = ids(page)
    while turn(page):
        found += ids(page)
    return found
