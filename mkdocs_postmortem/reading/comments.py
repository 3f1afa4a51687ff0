"""The HTML comments of a body that begin with our name: where they stand, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_postmortem.reading.body import Body, scan_body

_OPEN, _CLOSE = "<!--", "-->"
_OURS = re.compile(r"<!--\s*postmortem[\s:]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from `column` of the line `start` to before `stop` of the line `end`, all indexes from 0 in the body.

    `indent` is the column without what an admonition around it indents. A comment that is not `closed` goes on to the
    end of the body.
    """

    text: str
    start: int
    column: int
    end: int
    stop: int
    indent: int
    closed: bool = True


def holds_comments(text: str) -> bool:
    """Return whether a body may hold a comment that begins with our name; cheap, because nearly none does."""
    return "<" in text and "<!--" in text and _OURS.search(text) is not None


def find_comments(body: Body, beginning: re.Pattern[str] = _OURS) -> Iterator[Comment]:
    """Yield the comments that begin so, in order; none from code, and none from inside another comment."""
    opened: tuple[int, int] | None = None
    for index, line in enumerate(body.lines):
        position = 0
        while opened or _OPEN in line:
            if opened is None:
                column = _opening(body, index, position)
                if column < 0:
                    break
                opened, position = (index, column), column
            end = line.find(_CLOSE, position)
            if end < 0:
                break
            position = end + len(_CLOSE)
            yield from _ours(body, beginning, opened, (index, position), closed=True)
            opened = None
    if opened is not None:
        last = len(body.lines) - 1
        yield from _ours(body, beginning, opened, (last, len(body.lines[last])), closed=False)


def without_comments(text: str) -> str:
    """Return a body without the comments that begin with our name: they are for the check and not for readers.

    A line that held nothing else is gone, so that the list or the paragraph around it stays whole.
    """
    if not holds_comments(text):
        return text
    lines = text.split("\n")
    for comment in reversed(list(find_comments(scan_body(text, 1)))):
        if comment.closed:
            before, after = lines[comment.start][: comment.column], lines[comment.end][comment.stop :]
            rest = f"{before.rstrip()}{after}" if not after.strip() else before + after
            lines[comment.start : comment.end + 1] = [rest] if rest.strip() else []
    return "\n".join(lines)


def _opening(body: Body, index: int, position: int) -> int:
    """Return the column at which the next comment of a line opens, -1 for none: in code and code spans none does."""
    line, visible = body.lines[index], body.visible[index]
    shift = len(line) - len(visible)
    while visible and (position := line.find(_OPEN, position)) >= 0:
        if position >= shift and visible[position - shift : position - shift + len(_OPEN)].isspace():
            return position
        position += len(_OPEN)
    return -1


def _ours(
    body: Body, beginning: re.Pattern[str], opened: tuple[int, int], stopped: tuple[int, int], *, closed: bool
) -> Iterator[Comment]:
    (start, column), (end, stop) = opened, stopped
    if not beginning.match("\n".join(body.lines[start : start + 2]), column):
        return
    lines = [*body.lines[start:end], body.lines[end][:stop]]
    lines[0] = lines[0][column + len(_OPEN) :]
    text = "\n".join(lines).removesuffix(_CLOSE)
    shift = len(body.lines[start]) - len(body.visible[start])
    yield Comment(text, start, column, end, stop, column - shift, closed)
