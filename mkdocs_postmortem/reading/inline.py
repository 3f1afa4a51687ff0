"""Inline Markdown of a slice: its plain text and its links. Only slices that need a parser get one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_postmortem.reading.inline_pieces import read_pieces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NEEDS_PARSER = re.compile(r"[*_`<\\&~]|\]\(")
"""Signs that may mean something; a bracket does only where a target follows it."""
_LONGEST_PARSED = 4_000
_MOST_MARKS = 200
_MOST_OPENERS = 60
"""The parser takes quadratic time for marks and brackets; people write a dozen in a sentence, and two links."""


@lru_cache(maxsize=2)
def _parser(*, links: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # importing it takes as long as reading ten documents

    parser = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")
    return parser if links else parser.disable(["link", "image"])


@lru_cache(maxsize=2048)  # Owners, days and states stand in many places, and several readers ask for the same words.
def plain_text(markdown: str) -> str:
    """Return the text that a reader sees: no emphasis marks, no link targets, no HTML tags; white space joined."""
    if markdown.isalnum() or not _NEEDS_PARSER.search(markdown) or _is_too_dense(markdown):
        return " ".join(markdown.split())
    pieces = read_pieces(markdown)
    return " ".join((pieces.text if pieces else _parsed_text(markdown)).split())


def find_links(markdown: str) -> list[tuple[str, str]]:
    """Return the label and the target of every Markdown link, in order."""
    if ("](" not in markdown and "<http" not in markdown) or _is_too_dense(markdown):
        return []
    pieces = read_pieces(markdown)
    return list(pieces.links) if pieces else _parsed_links(markdown)


def _parsed_text(markdown: str) -> str:
    return "".join([_text_of(token) for token in _tokens(markdown)])


def _parsed_links(markdown: str) -> list[tuple[str, str]]:
    found, target, label = [], None, ""
    for token in _tokens(markdown):
        if token.type == "link_open":
            target, label = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close" and target is not None:
            found.append((label or target, target))
            target = None
        elif target is not None:
            label += _text_of(token)
    return found


def _is_too_dense(markdown: str) -> bool:
    """Return whether a text is too long, or holds too many marks, to be parsed; it is then shown as written."""
    if len(markdown) <= _MOST_OPENERS:
        return False
    openers = markdown.count("<") + (markdown.count("[") if "](" in markdown else 0)
    too_many = openers > _MOST_OPENERS or len(_NEEDS_PARSER.findall(markdown, 0, _LONGEST_PARSED)) > _MOST_MARKS
    return too_many or len(markdown) > _LONGEST_PARSED


@lru_cache(maxsize=128)
def _tokens(markdown: str) -> tuple[Token, ...]:
    # Without a target, brackets are text: trying each as a link costs most of the time.
    parser = _parser(links="](" in markdown)
    return tuple(child for token in parser.parseInline(markdown) for child in token.children or [])


def _text_of(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "image":
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""
