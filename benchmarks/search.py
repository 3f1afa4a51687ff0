"""How long the site's search takes to find one incident, from opening the page on, by size of the library and mode.

The pages are those of a small built site; its index is written anew from the documents of `benchmarks.generate`, by the
classes of the search plugin itself and from what our plugin lets it read. Printed are the size of the index in MB and
the least and the median time until the incident is shown, in milliseconds, of visits with an empty cache.

    python -m benchmarks.search [ROUNDS]
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markdown import Markdown
from material.plugins.search.plugin import SearchIndex as MaterialIndex  # type: ignore[import-untyped]  # ships no types
from mkdocs.contrib.search.search_index import SearchIndex as MkDocsIndex
from mkdocs.structure.toc import get_toc
from playwright.sync_api import Browser, sync_playwright

from benchmarks.generate import write_library
from mkdocs_postmortem.plugin.links import show_links
from mkdocs_postmortem.plugin.toc import page_contents, safe_contents
from mkdocs_postmortem.rendering.dialect import to_python_markdown
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.site import Page, Site, build_site
from mkdocs_postmortem.views.incident import IncidentView
from tests.browser.chromium import find_chromium
from tests.browser.serving import served
from tests.sites import build_project, make_project

RUNS = (("full", 100), ("full", 250), ("full", 1_000), ("summary", 1_000), ("summary", 5_000))
"""Mode and number of documents."""
THEMES = {
    "material": (MaterialIndex, "?q={}", ".md-search-result__link h1"),
    "mkdocs": (MkDocsIndex, "?q={}", "#mkdocs-search-results article h3"),
}
"""The class that collects a theme's entries, the address of a search, and the headings of what it found."""
TODAY = date(2026, 11, 22)
PATIENCE = 120_000
"""The longest wait for a result, in milliseconds."""


def main() -> None:
    """Print the time of every run."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    scratch = Path(tempfile.mkdtemp())
    try:
        write_library(scratch / "all" / "postmortems", max(size for _, size in RUNS))
        library = build_site(scratch / "all", Settings(history="off"), TODAY)
        sites = {theme: _small_site(scratch / theme, theme) for theme in THEMES}
        with sync_playwright() as playwright:
            executable = find_chromium(whole=True)
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            for mode, size in RUNS:
                for theme, folder in sites.items():
                    written = write_index(library, folder, theme, mode, size)
                    taken = [visit(browser, folder, theme, size) for _ in range(rounds)]
                    print(
                        f"{theme:>9} {mode:>8} {size:>6} {written / 1e6:>7.2f} MB {statistics.median(taken):>8.0f} ms"
                    )
            browser.close()
    finally:
        shutil.rmtree(scratch)


def _small_site(folder: Path, theme: str) -> Path:
    name = {"name": theme, "font": False} if theme == "material" else theme
    return build_project(make_project(folder, theme=name)).site


def write_index(library: Site, folder: Path, theme: str, mode: str, size: int) -> int:
    """Write the index of the first documents of the library over that of a built site, and return its bytes."""
    path = folder / "search" / "search_index.json"
    config: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["config"]
    entries: Any = THEMES[theme][0](**{"indexing": "full", "prebuild_index": False, **config})
    settings = library.library.settings.model_copy(update={"search": mode})
    shown = replace(library, library=replace(library.library, settings=settings))
    incidents = [page for page in library.pages if isinstance(page.view, IncidentView)]
    for page in sorted(incidents, key=lambda page: page.address)[:size]:
        entries.add_entry_from_context(_as_read(shown, page))
    docs = getattr(entries, "entries", None) or entries._entries  # noqa: SLF001  # MkDocs offers no other way
    return path.write_text(json.dumps({"config": config, "docs": docs}), encoding="utf-8")


def _as_read(site: Site, page: Page) -> Any:
    """Return what a search plugin looks at of a page."""
    text, toc = site.search_text(page), page_contents([], page)
    if text is None:
        markdown = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"])
        html = markdown.convert(to_python_markdown(page.markdown, nested_fences=False))
        toc = page_contents(safe_contents(get_toc(getattr(markdown, "toc_tokens"))), page)  # noqa: B009  # set by the extension
        text = site.render(page, show_links(html), lambda _: "")
    meta = {"title": page.title}
    return SimpleNamespace(content=text, toc=toc, meta=meta, title=page.title, url=f"{page.address}/")


def visit(browser: Browser, folder: Path, theme: str, size: int) -> float:
    """Return how many milliseconds it takes until a visitor who asks for the middle incident sees it."""
    wanted = f"{size // 2:05d}"
    _, query, found = THEMES[theme]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    with served(folder) as address:
        begun = time.perf_counter()
        page.goto(address + query.format(wanted), wait_until="commit")
        page.locator(found, has_text=wanted).first.wait_for(state="attached", timeout=PATIENCE)
        taken = time.perf_counter() - begun
    context.close()
    return taken * 1000


if __name__ == "__main__":
    main()
