"""Lists in hand-written pages, in real builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documents import VALID
from tests.sites import MATERIAL_EXTENSIONS, Built, build_project, make_project, write


def built_with(tmp_path: Path, page: str, theme: str = "mkdocs", *, strict: bool = True) -> Built:
    """Build a site with one document and one page of the docs."""
    options = {"levels": {"broken-link": "off"}}
    config = {"markdown_extensions": list(MATERIAL_EXTENSIONS)}
    root = make_project(tmp_path, {"incident.md": VALID}, theme=theme, options=options, config=config)
    write(root / "docs/runbooks/checkout.md", page)
    return build_project(root, strict=strict)


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_marker_becomes_a_list_with_addresses_from_its_page(tmp_path: Path, theme: str) -> None:
    built = built_with(tmp_path, "# Checkout\n\nLately:\n<!-- postmortems service=checkout -->\nMore.\n", theme)

    assert built.status == 0, built.log
    html = built.read("runbooks/checkout/index.html")
    assert '<a href="../../postmortems/incident/">Checkout failed for 40 minutes</a>' in html
    assert '<a href="../../postmortems/">All postmortems</a>' in html
    assert re.search(r"<p>Lately:</p>\s*<div class=\"pm-marked\"", html)
    assert "<!-- postmortems" not in html


def test_action_items_lead_to_their_incident_and_to_the_board(tmp_path: Path) -> None:
    html = built_with(tmp_path, "<!-- action-items all -->\n").read("runbooks/checkout/index.html")

    assert 'href="../../postmortems/incident/#' in html
    assert '<a href="../../postmortems/action-items/">' in html


def test_a_list_that_is_empty_says_so(tmp_path: Path) -> None:
    html = built_with(tmp_path, "<!-- postmortems year=1999 -->\n").read("runbooks/checkout/index.html")

    assert "0 postmortems." in html
    assert "<table" not in html.partition('class="pm-marked"')[2].partition("</div>")[0]


def test_a_marker_shown_as_code_stays(tmp_path: Path) -> None:
    page = "```html\n<!-- postmortems service=checkout -->\n```\n\nOr `<!-- action-items -->`.\n"
    html = built_with(tmp_path, page, "material").read("runbooks/checkout/index.html")

    assert "pm-marked" not in html


def test_a_wrong_marker_stops_the_build_at_its_line(tmp_path: Path) -> None:
    built = built_with(tmp_path, "# Checkout\n\n<!-- postmortems servce=checkout -->\n", strict=False)

    assert built.status == 1
    (line,) = built.problem_lines()
    assert line.startswith('docs/runbooks/checkout.md:3:18 PM513 wrong-marker: postmortems: "servce" is nothing')


def test_a_document_cannot_ask_for_lists(tmp_path: Path) -> None:
    document = VALID.replace("## Summary", "<!-- postmortems -->\n\n## Summary")
    root = make_project(tmp_path, {"incident.md": document}, options={"levels": {"broken-link": "off"}})

    assert "pm-marked" not in build_project(root).read("postmortems/incident/index.html")
