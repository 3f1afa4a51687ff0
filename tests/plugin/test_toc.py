"""The table of contents: the author's headings as text, and ours below them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.structure.toc import AnchorLink

from mkdocs_postmortem.plugin.toc import page_contents, safe_contents
from mkdocs_postmortem.site import build_site
from tests.documents import VALID, settings_of, with_front
from tests.sites import write


def entry(title: str, *children: AnchorLink) -> AnchorLink:
    """Return an entry as MkDocs makes it."""
    made = AnchorLink(title, "x", 2)
    made.children = list(children)
    return made


def test_markup_in_titles_is_taken_out_and_the_rest_escaped() -> None:
    (safe,) = safe_contents([entry("<em>a</em> &lt;script&gt; &amp; b", entry("<code>&lt;b&gt;</code>"))])

    assert safe.title == "a &lt;script&gt; &amp; b"
    assert [child.title for child in safe.children] == ["&lt;b&gt;"]


def test_plain_titles_stay() -> None:
    assert safe_contents([entry("What went well?")])[0].title == "What went well?"


def test_our_headings_stand_below_the_pages_only_first_heading(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", with_front("related: [INC-2026-015]"))
    write(tmp_path / "postmortems/b.md", VALID.replace("014", "015"))
    page = build_site(tmp_path, settings_of(), date(2026, 4, 1)).page("postmortems/a.md")
    assert page is not None
    top = AnchorLink("T", "t", 1)
    top.children = [entry("Impact")]

    nested = list(page_contents([top], page))
    flat = list(page_contents([entry("Impact"), entry("Timeline")], page))

    assert [child.title for child in nested[0].children] == ["Impact", "Related incidents"]
    assert [item.title for item in flat] == ["Impact", "Timeline", "Related incidents"]
