"""The times of an author's timeline, marked in the page so that readers can have them in their own zone.

The words stay as they are. A time is marked only where it is certain which entry it belongs to: it stands first in a
table row or a list item below a timeline's heading, and is there as often as the entries that were read.
"""

from __future__ import annotations

import html as htmllib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from mkdocs_postmortem.rendering.links import HEADING
from mkdocs_postmortem.settings import squash

_FIRST = re.compile(
    r"(?:<tr(?:\s[^<>]*)?>\s*<td(?:\s[^<>]*)?>|<li(?:\s[^<>]*)?>)"
    r"(?:\s|<(?:p|strong|em|b|i|code)(?:\s[^<>]*)?>)*(?P<text>[^<\n]+)"
)


def mark_times(html: str, headings: Iterable[str], times: Sequence[tuple[str, str]]) -> str:
    """Return the HTML with `<time>` around the times of the timelines below `headings`.

    `times` are the entries in order: what was stated, and the instant in UTC, "" where it is not known.
    """
    entries: dict[str, list[str]] = defaultdict(list)
    for stated, instant in times:
        if stated:
            entries[str(escape(stated))].append(instant)
    found: dict[str, list[int]] = defaultdict(list)
    for start, stop in _ranges(html, {squash(heading) for heading in headings}):
        for stated, position in _times_in(html, start, stop, entries):
            found[stated].append(position)
    marks = {
        position: (stated, instant)
        for stated, positions in found.items()
        if len(positions) == len(entries[stated])
        for position, instant in zip(positions, entries[stated], strict=True)
        if instant
    }
    return _with_marks(html, marks)


def _ranges(html: str, wanted: set[str]) -> Iterator[tuple[int, int]]:
    """Yield from where to where the HTML below each of these headings reaches: up to the next one of its level."""
    start, level = -1, 0
    for match in HEADING.finditer(html) if wanted else ():
        if start >= 0 and int(match[1]) <= level:
            yield start, match.start()
            start = -1
        text = htmllib.unescape(Markup(match[2]).striptags()).removesuffix("¶")  # noqa: S704  # only its text is compared
        if start < 0 and squash(text) in wanted:
            start, level = match.end(), int(match[1])
    if start >= 0:
        yield start, len(html)


def _times_in(html: str, start: int, stop: int, entries: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    lengths = sorted({len(stated) for stated in entries}, reverse=True)
    for match in _FIRST.finditer(html, start, stop):
        text = match["text"]
        for length in lengths:
            if text[:length] in entries and not text[length : length + 1].isalnum():
                yield text[:length], match.start("text")
                break


def _with_marks(html: str, marks: dict[int, tuple[str, str]]) -> str:
    output, position = [], 0
    for start in sorted(marks):
        stated, instant = marks[start]
        output += [html[position:start], f'<time datetime="{instant}">{stated}</time>']
        position = start + len(stated)
    return "".join([*output, html[position:]])
