"""The anchors of a document: those that its page has, and those that an editor's preview gives its headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mkdocs_postmortem.model import Postmortem

_EXPLICIT = re.compile(r"\{:?[^{}\n#]*#(?P<id>[^\s{}]+)|\b(?:id|name)\s*=\s*[\"']?(?P<html>[^\s\"'<>]+)")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}$")
_MADE = ("fn:", "fnref:", "pm-")
"""Beginnings of anchors that footnotes and our own parts of the page have."""


def has_anchor(postmortem: Postmortem, anchor: str) -> bool:
    """Return whether the document's page has this anchor: of a heading, an explicit id, a footnote or our own parts."""
    return is_made(anchor) or anchor in anchors_of(postmortem)


def is_made(anchor: str) -> bool:
    """Return whether an anchor is one that footnotes and our own parts of a page have, whatever the document holds."""
    return anchor.startswith(_MADE)


def anchors_of(postmortem: Postmortem) -> set[str]:
    """Return the anchors of the document's headings, as the page and as editors make them, and the author's own ids.

    Headings with `{#id}` count with and without it: not every site reads attribute lists.
    """
    headings = [section.heading for section in postmortem.sections]
    bare = [_ATTRIBUTES.sub("", heading).strip() for heading in headings]
    written = (headings, bare) if bare != headings else (headings,)
    made = {anchor for texts in written for anchor in (*page_anchors(texts), *editor_anchors(texts))}
    return made.union(_own_anchors(postmortem.body))


def _own_anchors(body: str) -> Iterator[str]:
    """Yield the ids that the author gives to headings and elements; few lines can hold one."""
    for line in (*_lines_with("=", body), *_lines_with("{", body)):
        if "{" in line or "id" in line or "name" in line:
            yield from (match["id"] or match["html"] for match in _EXPLICIT.finditer(line))


def _lines_with(sign: str, body: str) -> Iterator[str]:
    """Yield the lines that hold a sign, found without a look at the others."""
    found = body.find(sign)
    while found >= 0:
        stop = body.find("\n", found)
        stop = stop if stop >= 0 else len(body)
        yield body[body.rfind("\n", 0, found) + 1 : stop]
        found = body.find(sign, stop)


def page_anchors(headings: Iterable[str]) -> list[str]:
    """Return the anchor of each heading as Python-Markdown makes it by default: ASCII letters, `_1` for the second."""
    return _distinct((_page_anchor(heading) for heading in headings), "_")


def editor_anchors(headings: Iterable[str]) -> list[str]:
    """Return the anchor of each heading as editors and code hosts make it: any letters, `-1` for the second."""
    return _distinct((editor_anchor(heading) for heading in headings), "-")


@lru_cache(maxsize=4096)  # Headings are alike in all documents of a library.
def editor_anchor(heading: str) -> str:
    """Return the anchor of a heading's text in an editor's preview, when no other heading has the same."""
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


@lru_cache(maxsize=4096)
def _page_anchor(heading: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _distinct(anchors: Iterable[str], separator: str) -> list[str]:
    """Return the anchors with a number behind each that was there before, or that is empty."""
    counts: dict[str, int] = {}
    found = []
    for anchor in anchors:
        number = counts.get(anchor, 0 if anchor else 1)
        counts[anchor] = number + 1
        found.append(f"{anchor}{separator}{number}" if number else anchor)
    return found
