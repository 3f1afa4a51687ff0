"""How fast the index of ten thousand incidents is in a browser, beside that of one thousand.

Both pages are real ones: Material's page of a small built site, with the index of a library of invented documents in
the place of its own. Their words are drawn from the sample library at random, which compresses worse than prose does.
Printed are the size of the page, the first contentful paint, and the time from a change to the frame that shows it, in
milliseconds, measured in turn in one run. A frame alone takes up to 16.

    python -m benchmarks.index_page [ROUNDS]
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from mkdocs_postmortem.library import build_library
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.rendering.facet_data import put_data
from mkdocs_postmortem.rendering.pages import render_listing
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import Target, build_addresses
from mkdocs_postmortem.views.listing import ListingView, index_view
from tests.browser.serving import served
from tests.sites import SAMPLES, build_project, make_project

SIZES = (1_000, 10_000)
TODAY = date(2026, 11, 22)
SETTINGS = Settings.model_validate({"services": [f"service-{number}" for number in range(60)]})
_ARTICLE = re.compile(r"(?<=<article class=\"md-content__inner md-typeset\">).*?(?=</article>)", re.DOTALL)
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"

CHANGES = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = done
    channel.port2.postMessage(0)
  }))
  const taken = { facet: [], typing: [], sorting: [] }
  const measure = async (kind, change) => {
    await frame()
    const before = performance.now()
    change()
    await frame()
    taken[kind].push(performance.now() - before)
  }
  for (const facet of document.querySelectorAll('.pm-facet')) {
    facet.open = true
    await frame()
    for (const place of [0, 1, 2, 0, 1, 2]) {
      const box = facet.querySelectorAll('.pm-option input')[place]
      if (box) await measure('facet', () => box.click())
    }
    facet.open = false
  }
  const field = document.querySelector('.pm-controls input[type=search]')
  for (const text of ['p', 'po', 'poo', 'pool', 'pool t', 'pool ti', 'po', '', 'x', 'xyzzy', '']) {
    await measure('typing', () => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })) })
  }
  for (const heading of [...document.querySelectorAll('.pm-sort')].flatMap(each => [each, each])) {
    await measure('sorting', () => heading.click())
  }
  return taken
}"""


def main() -> None:
    """Print one line a size, then the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        pages = write_pages(Path(folder))
        with served(Path(folder) / "site") as address, sync_playwright() as playwright:
            executable = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            figures = {size: defaultdict[str, list[float]](list) for size in SIZES}
            for _ in range(rounds):
                for size in SIZES:
                    for kind, taken in measure(browser, f"{address}postmortems/{size}.html").items():
                        figures[size][kind] += taken
        print_figures(figures, {size: path.read_bytes() for size, path in pages.items()})


def write_pages(folder: Path) -> dict[int, Path]:
    """Build a small site in a folder, put an index of each size into it, and return their paths."""
    root = make_project(folder, theme={"name": "material", "font": False}, config={"use_directory_urls": False})
    built = build_project(root)
    frame = built.read("postmortems/index.html")
    pages = {}
    for size in SIZES:
        view = index_of(size)
        if view.table is None:
            raise RuntimeError("the index has no table")
        content = render_listing(view, "", link, None)
        above, rest = _ARTICLE.split(frame, maxsplit=1)
        html = f"{above}{content}{rest}"
        pages[size] = built.site / "postmortems" / f"{size}.html"
        pages[size].write_text(put_data(html, view.table, link), encoding="utf-8")
    return pages


def link(target: Target) -> str:
    """Return an address as MkDocs would give it."""
    return target.uri.removeprefix("postmortems/").removesuffix(".md") + "/"


def index_of(size: int) -> ListingView:
    """Return the index of so many invented documents."""
    draw = random.Random(size)  # noqa: S311  # a benchmark is to be the same each time
    words = sorted({word for path in SAMPLES.rglob("*.md") for word in re.findall(r"[a-z]{2,12}", path.read_text())})
    results = []
    for number in range(size):
        name = f"{number:05d}-incident.md"
        text = document(number, words, draw)
        results.append(read_postmortem(decode_source(text.encode(), name, name), SETTINGS))
    library = build_library((result.postmortem for result in results), SETTINGS)
    return index_view(library, build_addresses(library), TODAY, ())


def document(number: int, words: list[str], draw: random.Random) -> str:
    """Return an invented document with a value for every facet."""
    start = datetime(2026, 11, 1, tzinfo=timezone.utc) - timedelta(minutes=draw.randrange(5 * 365 * 24 * 60))
    end = start + timedelta(minutes=draw.randrange(3, 3000))
    services = draw.sample(range(60), draw.choice((1, 1, 2, 3)))
    title, summary = (" ".join(draw.choices(words, k=count)) for count in (8, 26))
    items = [
        f"- [{draw.choice(' x')}] {' '.join(draw.choices(words, k=6))}\n  - Owner: Dana\n  - Due: {start.date()}\n"
        for _ in range(draw.randrange(6))
    ]
    return f"""---
id: INC-{number:05d}
title: {title.capitalize()}
severity: sev{draw.choice("0112233333")}
status: {draw.choice(("draft", "in-review", "published", "published"))}
kind: {draw.choice(("incident", "incident", "incident", "near-miss", "drill"))}
started_at: {start:%Y-%m-%dT%H:%MZ}
resolved_at: {end:%Y-%m-%dT%H:%MZ}
services: [{", ".join(f"service-{each}" for each in services)}]
root_cause_services: [service-{services[0]}]
reviewers: [{draw.choice(("Kim", "Kim", ""))}]
contributing_factors: [{{category: {draw.choice(("code", "config", "capacity", "deployment"))}, text: A factor}}]
tags: [{", ".join(draw.sample(words[:300], 2))}]
summary: {summary.capitalize()}.
---

# {title.capitalize()}

## Action items

{"".join(items)}
"""


def measure(browser: Browser, address: str) -> dict[str, list[float]]:
    """Return what a fresh page took: its first paint, and each of a series of changes, in milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".pm-controls")
    page.wait_for_function(f"({_FIRST_PAINT}) > 0")
    taken: dict[str, Any] = page.evaluate(CHANGES)
    paint = float(page.evaluate(_FIRST_PAINT))
    context.close()
    return {"first paint": [paint], **taken}


def print_figures(figures: dict[int, defaultdict[str, list[float]]], pages: dict[int, bytes]) -> None:
    """Print the median and the worst of each kind for both sizes, and the ratio of the medians."""
    print(f"{'':>12} {'incidents':>10} {'median ms':>10} {'worst ms':>9} {'changes':>8}")
    small, large = SIZES
    for kind in figures[small]:
        for size in SIZES:
            taken = figures[size][kind]
            print(f"{kind:>12} {size:>10} {statistics.median(taken):>10.1f} {max(taken):>9.1f} {len(taken):>8}")
        ratio = statistics.median(figures[large][kind]) / statistics.median(figures[small][kind])
        print(f"{kind:>12} {'ratio':>10} {ratio:>10.2f}")
    for size, page in pages.items():
        print(
            f"{'page':>12} {size:>10} {len(page) / 1024:>8.0f} KiB, {len(gzip.compress(page)) / 1024:.0f} KiB gzipped"
        )


if __name__ == "__main__":
    main()
