"""The table of contents of our pages: the author's headings as text, and ours."""

from __future__ import annotations

import html
from collections.abc import Iterable

from markupsafe import Markup, escape
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_postmortem.site import Page


def safe_contents(toc: Iterable[AnchorLink]) -> list[AnchorLink]:
    """Return the entries with titles that hold no markup: themes print them unescaped."""
    return [_safe(entry) for entry in toc]


def page_contents(entries: list[AnchorLink], page: Page) -> TableOfContents:
    """Return the contents with the headings that we add, below the page's first heading."""
    ours = [AnchorLink(str(escape(title)), anchor, 2) for anchor, title in page.contents]
    if len(entries) == 1 and entries[0].level == 1:
        entries[0].children += ours
        return TableOfContents(entries)
    return TableOfContents([*entries, *ours])


def _safe(entry: AnchorLink) -> AnchorLink:
    text = html.unescape(Markup(entry.title).striptags() if "<" in entry.title else entry.title)  # noqa: S704  # escaped below
    safe = AnchorLink(str(escape(text)), entry.id, entry.level)
    safe.children = [_safe(child) for child in entry.children]
    return safe
