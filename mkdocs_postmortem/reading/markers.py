"""Markers: the comments by which a hand-written page asks for a list of the library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_postmortem.problems import WRONG_MARKER, Location, Problem
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.comments import Comment, find_comments
from mkdocs_postmortem.reading.marker_words import Fault, read_marker
from mkdocs_postmortem.settings import Settings

_NAMED = re.compile(r"<!--\s*(?P<name>postmortems|action-items)(?![\w-])", re.IGNORECASE)
_WHOLE = re.compile(r"<!--\s*(?:postmortems|action-items)(?![\w-]).*?-->", re.IGNORECASE | re.DOTALL)
_DEEPEST = 3
"""So many blanks before a block are no indentation to Markdown."""


def holds_markers(text: str) -> bool:
    """Return whether a page may hold a marker; cheap, because few do."""
    return "<!--" in text and _NAMED.search(text) is not None


def find_wrong_markers(text: str, path: str, settings: Settings) -> Iterator[Problem]:
    """Yield everything that is wrong with the markers of a page, at its line; `path` is as reports show it."""
    if not holds_markers(text):
        return
    body = scan_body(text, 1)
    for comment in find_comments(body, _NAMED):
        for fault in _faults(comment, body.lines, settings):
            before = comment.text[: fault.index].split("\n")
            shift = comment.column + len("<!--") if len(before) == 1 else 0
            place = Location(path, comment.start + len(before), shift + len(before[-1]) + 1)
            yield WRONG_MARKER.at(place, fault.message, fault.hint)


def set_apart(markdown: str) -> str:
    """Return a page with blank lines around its markers, so that Markdown reads each as a block of its own."""
    if not holds_markers(markdown):
        return markdown
    lines = markdown.split("\n")
    for comment in reversed(list(find_comments(scan_body(markdown, 1), _NAMED))):
        if comment.closed and _is_alone(comment, lines):
            lines[comment.start : comment.end + 1] = ["", *lines[comment.start : comment.end + 1], ""]
    return "\n".join(lines)


def split_at_markers(html: str) -> list[str]:
    """Return a rendered page in pieces: every second one is a marker, whole. What is shown as code is none."""
    pieces, position = [], 0
    for match in _WHOLE.finditer(html) if "<!--" in html else ():
        pieces += [html[position : match.start()], match[0]]
        position = match.end()
    return [*pieces, html[position:]]


def _faults(comment: Comment, lines: Sequence[str], settings: Settings) -> Iterator[Fault]:
    if not comment.closed:
        yield Fault(0, "the comment that asks for a list is never closed", "end it with -->")
        return
    if not _is_alone(comment, lines):
        yield Fault(0, "a comment that asks for a list must stand alone", "put it on an unindented line of its own")
    yield from read_marker(comment.text, settings)[1]


def _is_alone(comment: Comment, lines: Sequence[str]) -> bool:
    """Return whether nothing else stands on the lines of a comment, and no list or admonition holds it."""
    before, after = lines[comment.start][: comment.column], lines[comment.end][comment.stop :]
    return not before.strip() and not after.strip() and len(before.expandtabs(4)) <= _DEEPEST
