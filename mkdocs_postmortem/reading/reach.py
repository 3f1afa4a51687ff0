"""Which lines a comment in a body is about: those that it stands on, or what follows it."""

from __future__ import annotations

import re

from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.comments import Comment

LONGEST_BLOCK = 2_000
"""Most lines of a paragraph, a table or an item that a comment is about."""

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s")


def find_reach(body: Body, comment: Comment) -> tuple[int, int | None]:
    """Return index of the first line and of the line behind the last one that a comment covers; None for all lines.

    Behind other text that is its own line. Alone on a line it belongs to what follows: a section, an item with
    everything below it, a paragraph, a table, a block of code; inside an item, to that item; above the first heading,
    to the whole document.
    """
    if not _is_alone(body, comment):
        return comment.start, comment.end + 1
    if not body.headings or comment.end < body.headings[0].index:
        return 0, None
    item = _item_around(body, comment)
    if item is not None:
        return item, _end_of_item(body, item)
    below = range(comment.end + 1, min(comment.end + LONGEST_BLOCK, len(body.lines)))
    following = next((index for index in below if not _is_blank(body, index)), None)
    if following is None:
        return comment.start, comment.end + 1
    if heading := body.headings_between(following, following + 1):
        return comment.start, heading[0].end
    is_item = _ITEM.match(body.visible[following]) is not None
    return comment.start, _end_of_item(body, following) if is_item else _end_of_block(body, following)


def is_between_rows(body: Body, comment: Comment) -> bool:
    """Return whether a comment alone on a line has a row of a table above and below it."""
    return _is_alone(body, comment) and all(_is_row(body, index) for index in (comment.start - 1, comment.end + 1))


def _is_alone(body: Body, comment: Comment) -> bool:
    return not any(body.visible[n].strip() for n in range(comment.start, comment.end + 1))


def _is_row(body: Body, index: int) -> bool:
    return 0 <= index < len(body.visible) and body.visible[index].lstrip().startswith("|")


def _is_blank(body: Body, index: int) -> bool:
    return not body.code[index] and not body.visible[index].strip()


def _item_around(body: Body, comment: Comment) -> int | None:
    """Return the index of the list item inside of which a comment stands: one that is indented less, above it."""
    for index in range(comment.start - 1, max(comment.start - LONGEST_BLOCK, 0) - 1, -1):
        line = body.visible[index]
        if line.strip() and _indent(line) < comment.indent:
            return index if _ITEM.match(line) else None
    return None


def _end_of_item(body: Body, item: int) -> int:
    indent, end = _indent(body.visible[item]), item + 1
    for index in range(item + 1, min(item + LONGEST_BLOCK, len(body.lines))):
        if _is_blank(body, index):
            continue
        if _indent(body.lines[index] if body.code[index] else body.visible[index]) <= indent:
            break
        end = index + 1
    return end


def _end_of_block(body: Body, start: int) -> int:
    for index in range(start + 1, min(start + LONGEST_BLOCK, len(body.lines))):
        if _is_blank(body, index) or body.code[index] != body.code[start] or body.headings_between(index, index + 1):
            return index
    return min(start + LONGEST_BLOCK, len(body.lines))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
