"""How fast the index and the board of ten thousand incidents are in a browser, beside those of one thousand.

All pages are real ones: Material's page of a small built site, with the list of a library of invented documents in the
place of its own. Their words are drawn from the sample library at random, which compresses worse than prose does. On
the board each incident has four open action items. Printed are the size of the page, the first contentful paint, and
the time from a change to the frame that shows it, in milliseconds, measured in turn in one run. A frame alone takes up
to 16.

    python -m benchmarks.index_page [ROUNDS]
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from mkdocs_postmortem.library import Library, build_library
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.rendering.facet_data import put_data
from mkdocs_postmortem.rendering.pages import render_board, render_listing
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import Target, build_addresses
from mkdocs_postmortem.views.board import board_view
from mkdocs_postmortem.views.facet_table import FacetTable
from mkdocs_postmortem.views.listing import index_view
from tests.browser.chromium import find_chromium
from tests.browser.serving import served
from tests.sites import SAMPLES, build_project, make_project

SIZES = (1_000, 10_000)
LISTS = ("index", "board")
TODAY = date(2026, 11, 22)
SETTINGS = Settings.model_validate(
    {
        "services": [f"service-{number}" for number in range(60)],
        "trackers": [{"kind": "jira", "url": "https://jira.example.com"}],
    }
)
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
    """Print one line a size, then the ratios, for each list."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        pages = write_pages(Path(folder))
        with served(Path(folder) / "site") as address, sync_playwright() as playwright:
            executable = find_chromium(whole=True)
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            figures = {name: defaultdict[str, list[float]](list) for name in pages}
            for _ in range(rounds):
                for name in pages:
                    for kind, taken in measure(browser, f"{address}postmortems/{name}.html").items():
                        figures[name][kind] += taken
        for which in LISTS:
            print_figures(which, figures, {name: path.read_bytes() for name, path in pages.items()})


def write_pages(folder: Path) -> dict[str, Path]:
    """Build a small site in a folder, put each list of each size into it, and return their paths by list and size."""
    root = make_project(folder, theme={"name": "material", "font": False}, config={"use_directory_urls": False})
    built = build_project(root)
    frame = built.read("postmortems/index.html")
    pages = {}
    for which in LISTS:
        for size in SIZES:
            content, table = list_of(which, size)
            above, rest = _ARTICLE.split(frame, maxsplit=1)
            pages[f"{which}-{size}"] = path = built.site / "postmortems" / f"{which}-{size}.html"
            path.write_text(put_data(f"{above}{content}{rest}", table, link), encoding="utf-8")
    return pages


def link(target: Target) -> str:
    """Return an address as MkDocs would give it."""
    return target.uri.removeprefix("postmortems/").removesuffix(".md") + "/"


def list_of(which: str, size: int) -> tuple[str, FacetTable]:
    """Return the index or the board of so many invented documents, and the data of its script."""
    library = library_of(size, items=4 if which == "board" else None)
    addresses = build_addresses(library)
    if which == "board":
        board = board_view(library, addresses, TODAY)
        content, table = render_board(board, link, None), board.table
    else:
        index = index_view(library, addresses, TODAY, ())
        content, table = render_listing(index, "", link, None), index.table
    if table is None:
        raise RuntimeError(f"the {which} has no table")
    return content, table


def library_of(size: int, items: int | None) -> Library:
    """Return so many invented documents, with so many open action items each, or with some open and some done ones."""
    draw = random.Random(size)  # noqa: S311  # a benchmark is to be the same each time
    words = sorted({word for path in SAMPLES.rglob("*.md") for word in re.findall(r"[a-z]{2,12}", path.read_text())})
    results = []
    for number in range(size):
        name = f"{number:05d}-incident.md"
        text = document(number, words, draw, items)
        results.append(read_postmortem(decode_source(text.encode(), name, name), SETTINGS))
    return build_library((result.postmortem for result in results), SETTINGS)


def document(number: int, words: list[str], draw: random.Random, open_items: int | None) -> str:
    """Return an invented document with a value for every facet."""
    start = datetime(2026, 11, 1, tzinfo=timezone.utc) - timedelta(minutes=draw.randrange(5 * 365 * 24 * 60))
    end = start + timedelta(minutes=draw.randrange(3, 3000))
    services = draw.sample(range(60), draw.choice((1, 1, 2, 3)))
    title, summary = (" ".join(draw.choices(words, k=count)) for count in (8, 26))
    items = (
        [open_item(start, words, draw) for _ in range(open_items)]
        if open_items
        else [
            f"- [{draw.choice(' x')}] {' '.join(draw.choices(words, k=6))}\n  - Owner: Dana\n  - Due: {start.date()}\n"
            for _ in range(draw.randrange(6))
        ]
    )
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


def open_item(start: datetime, words: list[str], draw: random.Random) -> str:
    """Return an open action item: mostly with an owner or a team, a due date, a priority, a kind and a ticket."""
    fields = {
        **draw.choice(({"Owner": f"Somebody {draw.randrange(300)}"}, {"Team": f"Team {draw.randrange(40)}"})),
        "Due": f"{start + timedelta(days=draw.choice((7, 14, 30, 60, 90)) + draw.randrange(5)):%Y-%m-%d}",
        "Priority": draw.choice(("P0", "P1", "P2", "P3")),
        "Kind": draw.choice(("prevent", "detect", "mitigate", "respond")),
        "Tracker": f"{draw.choice(('PAY', 'SHOP', 'INFRA'))}-{draw.randrange(20_000)}",
    }
    stated = (f"  - {name}: {value}\n" for name, value in fields.items() if draw.random() < 0.9)  # noqa: PLR2004  # most
    return f"- [ ] {' '.join(draw.choices(words, k=7)).capitalize()}\n{''.join(stated)}"


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


def print_figures(which: str, figures: dict[str, defaultdict[str, list[float]]], pages: dict[str, bytes]) -> None:
    """Print the median and the worst of each kind for both sizes of a list, and the ratio of the medians."""
    print(f"{which:>12} {'incidents':>10} {'median ms':>10} {'worst ms':>9} {'changes':>8}")
    small, large = (figures[f"{which}-{size}"] for size in SIZES)
    for kind in small:
        for size in SIZES:
            taken = figures[f"{which}-{size}"][kind]
            print(f"{kind:>12} {size:>10} {statistics.median(taken):>10.1f} {max(taken):>9.1f} {len(taken):>8}")
        print(f"{kind:>12} {'ratio':>10} {statistics.median(large[kind]) / statistics.median(small[kind]):>10.2f}")
    for size in SIZES:
        page = pages[f"{which}-{size}"]
        compressed = len(gzip.compress(page)) / 1024
        print(f"{'page':>12} {size:>10} {len(page) / 1024:>8.0f} KiB, {compressed:.0f} KiB gzipped")


if __name__ == "__main__":
    main()
