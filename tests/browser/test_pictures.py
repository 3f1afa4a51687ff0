"""A picture beside a document is really shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served, watched_page
from tests.documents import VALID
from tests.projects import PNG, SVG
from tests.sites import build_project, make_project

pytestmark = pytest.mark.browser


def test_a_picture_beside_a_document_is_shown(browser: Browser, tmp_path: Path) -> None:
    text = VALID + "\n![pixels](graph.png) ![drawing](../2025/größe%20x.svg)\n"
    documents: dict[str, str | bytes] = {"2026/a.md": text, "2026/graph.png": PNG, "2025/größe x.svg": SVG}
    root = make_project(tmp_path, documents, theme={"name": "material", "font": False})
    built = build_project(root, strict=True)
    assert built.status == 0, built.failure

    with served(built.site) as address, watched_page(browser) as watched:
        watched.page.goto(f"{address}postmortems/a/")
        widths = watched.page.eval_on_selector_all("article img", "images => images.map(each => each.naturalWidth)")

    assert widths == [2, 9]
    assert watched.errors == []


def test_the_samples_chart_is_shown(browser: Browser, sample_site: str) -> None:
    with watched_page(browser) as watched:
        watched.page.goto(f"{sample_site}postmortems/2026-09-15-payments-pool-exhausted/")
        width = watched.page.eval_on_selector("article img[src$='open-files.svg']", "image => image.naturalWidth")

    assert width == 640
