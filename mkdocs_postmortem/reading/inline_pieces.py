"""Inline Markdown that needs no parser: code, bold words, links and addresses that stand for themselves.

Nearly all marks that people write are in such pieces. Whatever else a text holds is left to the parser, which takes
fifty times as long; a test holds the two to the same answers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Encoded names and characters would be shown decoded.
_ADDRESS = r"https?://(?![A-Za-z0-9.-]*[Xx][Nn]--)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?(?:/[A-Za-z0-9/:.?=#_~+,-]*)?"
_PIECE = re.compile(
    # Neither is the tick one of several, nor is there a blank at a border, which would be cut.
    r"(?<!`)`(?P<code>[^`\s](?:[^`]*[^`\s])?)`(?!`)"
    # Words between letters or digits are always bold; a mark may stand at the end where a blank follows.
    r"|\*\*(?P<bold>[^\W_](?:[^*_`<\\&~\[\]\n]*[^\W_])?(?:[:.!?)](?=\*\*(?: |$)))?)\*\*(?!\*)"
    rf"|(?<!!)\[(?P<label>[^*_`<\\&~\[\]\n]+)\]\((?P<target>{_ADDRESS})\)"
    rf"|<(?P<address>{_ADDRESS})>"
)
# An underscore inside a word is only that; what else could begin something of its own is for the parser.
_STRANGE = re.compile(r"[*`<\\&~]|(?<![^\W_])_|_(?![^\W_])")
_STRANGE_BY_LINKS = re.compile(rf"{_STRANGE.pattern}|[\[\]]")


class Pieces(NamedTuple):
    """The text that a reader sees, and label and target of each link."""

    text: str
    links: tuple[tuple[str, str], ...]


@lru_cache(maxsize=128)  # The same words are asked for as text and for their links.
def read_pieces(markdown: str) -> Pieces | None:
    """Return what the pieces of a text say, None when a mark belongs to none of them; takes linear time."""
    strange = _STRANGE_BY_LINKS if "](" in markdown else _STRANGE
    said: list[str] = []
    links: list[tuple[str, str]] = []
    position = 0
    for piece in _PIECE.finditer(markdown):
        if strange.search(markdown, position, piece.start()):
            return None
        words = piece["code"] or piece["bold"] or piece["label"] or piece["address"]
        said += (markdown[position : piece.start()], words)
        if target := piece["target"] or piece["address"]:
            links.append((words, target))
        position = piece.end()
    if strange.search(markdown, position):
        return None
    return Pieces("".join([*said, markdown[position:]]), tuple(links))
