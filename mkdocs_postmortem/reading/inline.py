"""Inline Markdown of a slice: its plain text and its links. Only slices that need a parser get one."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_NEEDS_PARSER = re.compile(r"[*_`\[<\\&!~]")
_LONGEST_PARSED = 4_000


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def plain_text(markdown: str) -> str:
    """Return the text that a reader sees: no emphasis marks, no link targets, no HTML tags; white space joined."""
    if not _NEEDS_PARSER.search(markdown) or len(markdown) > _LONGEST_PARSED:
        return " ".join(markdown.split())
    return " ".join("".join(_text_of(token) for token in _tokens(markdown)).split())


def find_links(markdown: str) -> list[tuple[str, str]]:
    """Return the label and the target of every Markdown link, in order."""
    if ("](" not in markdown and "<http" not in markdown) or len(markdown) > _LONGEST_PARSED:
        return []
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


def _tokens(markdown: str) -> list[Token]:
    return [child for token in _parser().parseInline(markdown) for child in token.children or []]


def _text_of(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "image":
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""
