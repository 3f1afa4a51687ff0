"""Lists of a body: items with their box, their wrapped lines and what is nested below them, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mkdocs_postmortem.reading.body import Body

_ITEM = re.compile(
    r"^(?P<indent>\s*)(?:>\s?)?(?P<marker>[-*+•]|\d{1,9}[.)])\s+(?:\[(?P<box>[ xX~/-])\]\s+)?(?P<text>\S.*)$"
)
_MARKS = frozenset("-*+•>")
_DEEPEST = 20
"""Levels of nesting that are told apart: people use four. A deeper item counts as the neighbour of the last one."""


@dataclass(slots=True)
class ListItem:
    """One item. `index` is its line in the body, `column` (from 1) where its text begins, `box` the sign in its box.

    `lines` are its own text, first line and wrapped ones, each with its line index; `children` are nested items.
    """

    index: int
    indent: int
    column: int
    box: str | None
    lines: list[tuple[int, str]]
    children: list[ListItem] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the item's own text with wrapped lines joined by blanks."""
        if len(self.lines) == 1:
            return self.lines[0][1].strip()
        return " ".join([text.strip() for _, text in self.lines]).strip()

    @property
    def ticked(self) -> bool | None:
        """Return whether the box is ticked, None without a box."""
        return None if self.box is None else self.box in "xX"


@lru_cache(maxsize=32)  # Nobody changes what is found, and several readers ask for the same lines.
def find_items(body: Body, start: int, stop: int) -> tuple[ListItem, ...]:
    """Return the outermost items between two line indexes, each with what is nested in it; linear in the lines.

    No item is nested more than 20 deep, so whoever walks them may do so by recursion.
    """
    whole = _items_of(body)
    first = bisect_left(whole.starts, start)
    end = bisect_left(whole.starts, stop, first)
    # An item that reaches over a border would be another one without the lines beyond it.
    if (first and whole.lasts[first - 1] >= start) or (end > first and whole.lasts[end - 1] >= stop):
        return tuple(_find_items(body, start, stop)[0])
    return whole.items[first:end]


class _Items(NamedTuple):
    """The outermost items of a body, and for each the indexes of its first and of its last line."""

    items: tuple[ListItem, ...]
    starts: list[int]
    lasts: list[int]


@lru_cache(maxsize=4)
def _items_of(body: Body) -> _Items:
    items, lasts = _find_items(body, 0, len(body.visible))
    return _Items(tuple(items), [item.index for item in items], lasts)


def _find_items(body: Body, start: int, stop: int) -> tuple[list[ListItem], list[int]]:
    """Return the outermost items between two line indexes, and the last line of each."""
    lines, matches = _item_lines(body)
    visible, begins = body.visible, body.begins
    following = bisect_left(lines, start)
    first = lines[following] if following < len(lines) else stop
    roots: list[ListItem] = []
    lasts: list[int] = []
    stack: list[ListItem] = []
    after_blank = True
    for index in range(first, stop):  # What stands before the first item belongs to none.
        line, begin = visible[index], begins[index]
        if not begin:
            after_blank = after_blank or not body.code[index]
            continue
        match = matches.get(index)
        if not match and not stack:
            after_blank = False
            continue
        indent = len(line) - len(line.lstrip())
        if match:
            while stack and (indent <= stack[-1].indent or len(stack) == _DEEPEST):
                stack.pop()
            item = ListItem(index, indent, match.start("text") + 1, match["box"], [(index, match["text"])])
            if stack:
                stack[-1].children.append(item)
                lasts[-1] = index
            else:
                roots.append(item)
                lasts.append(index)
            stack.append(item)
        else:
            while stack and after_blank and indent <= stack[-1].indent:
                stack.pop()
            if stack and begin not in ("|", "#"):
                stack[-1].lines.append((index, line))
                lasts[-1] = index
        after_blank = False
    return roots, lasts


@lru_cache(maxsize=4)
def _item_lines(body: Body) -> tuple[list[int], dict[int, re.Match[str]]]:
    """Return the lines that begin items, in order, and what stands on each; others begin with other signs."""
    likely = [index for index, sign in enumerate(body.begins) if sign in _MARKS or sign.isdecimal()]
    matches = {index: match for index in likely if (match := _ITEM.match(body.visible[index]))}
    return list(matches), matches
