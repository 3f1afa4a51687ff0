"""The source line of a problem as a terminal shows it, and how far from its beginning the problem stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_postmortem.problems import Location, printable

_SHOWN_BEFORE = 60
_SHOWN_AFTER = 40
_TAB = " " * 4
_WIDE = {"W", "F"}
_OVER_THE_LAST = {"Mn", "Me"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A source line in pieces: `gutter` with its number, the line, and the blanks that stand before a caret."""

    gutter: str
    line: str
    indent: str

    @property
    def blank_gutter(self) -> str:
        """Return a gutter without a number, as wide as the one with it."""
        return f"{' ' * (len(self.gutter) - 2)}| "


def quote_source(lines: Sequence[str], location: Location) -> Quote | None:
    """Return the line of a location, None when the file has no such line, or only a blank one.

    Characters that a terminal would obey are shown and never sent; a long line is cut on both sides of the column.
    """
    if not 0 < location.line <= len(lines) or not lines[location.line - 1].strip():
        return None
    text = lines[location.line - 1]
    column = min(location.column - 1, len(text))
    start, end = max(column - _SHOWN_BEFORE, 0), column + _SHOWN_AFTER
    before = ("…" if start else "") + _shown(text[start:column])
    after = _shown(text[column:end]) + ("…" if end < len(text) else "")
    # Once more as a whole: a command to a build server may begin before the column and end behind it.
    return Quote(f"{location.line:5} | ", printable(before + after), " " * _width(before))


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _width(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in _OVER_THE_LAST:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
