"""The words and phrases of a text that can tell one failure from another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

LONGEST_TEXT = 1_500
"""Characters of one text that are looked at: the first ones say what it is about."""
_SHORTEST = 3
_SHORTEST_STEM = 4
_LONGEST_HAN = 4
_TOKEN = re.compile(
    r"[\u30a1-\u30fa\u30fc]{2,}|[\u4e00-\u9fff々]{2,}"  # Katakana, and what Chinese and Japanese write without blanks
    r"|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+|\d[\d.,:]*|[^\s\w'’-]"
)
_HAN = re.compile(r"[\u4e00-\u9fff々]")
_LINK = re.compile(r"\[\[[^\]]*\]\]|\]\([^()\s]*\)|https?://\S+|<[^<>\s]{1,200}>")
_POSSESSIVE = re.compile(r"['’]s\b")
_PLURAL = re.compile(r"(?<=[a-z]{2})(?:(?<=[sxz])es|(?<=[cs]h)es|(?<![suiä])s)$")
_ENDING = re.compile(r"[ey]?(?:ing|ed|en|es|e|y)$")
_NAME_PART = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def find_terms(text: str) -> dict[str, str]:
    """Return the words and pairs of adjacent words of a text by a form in which inflections agree, as first written.

    Words of everyday language, numbers and link targets are left out, and a pair never reaches over one of them or over
    a punctuation mark. Only the first `LONGEST_TEXT` characters count.
    """
    found: dict[str, str] = {}
    before = written = ""
    for token in _tokens(text[:LONGEST_TEXT].casefold()):
        stem = _stem_of(token)
        if stem:
            found.setdefault(stem, token)
            if before and before != stem:
                found.setdefault(f"{before} {stem}", f"{written} {token}")
        before, written = stem, token
    return found


def plain_words(text: str) -> list[str]:
    """Return all words of a text in lower case, without what joins them: "orders-db" is "orders" and "db"."""
    return _NAME_PART.findall(text.casefold())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without the endings by which its inflections differ: retry, retries and retried are one."""
    if len(word) <= _SHORTEST_STEM or not word.isascii():
        return word
    stem = _PLURAL.sub("", re.sub(r"ie[sd]$", "y", word))
    cut = _ENDING.sub("", stem)
    return _DOUBLED.sub(r"\1", cut) if len(cut) >= _SHORTEST_STEM else stem


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Return the words that say nothing about a failure, plain and folded, in all languages of documents."""
    text = resources.files("mkdocs_postmortem.library").joinpath("stop_words.txt").read_text(encoding="utf-8")
    words = {word for line in text.splitlines() for word in line.partition("#")[0].split()}
    return frozenset(words | {fold(word) for word in words})


@lru_cache(maxsize=65536)
def _stem_of(token: str) -> str:
    """Return the folded word, "" for everything that is no telling word and that no phrase reaches over."""
    if not token[:1].isalpha() or (len(token) < _SHORTEST and not _HAN.match(token)):
        return ""
    stem = fold(token)
    return "" if token in stop_words() or stem in stop_words() else stem


def _tokens(text: str) -> Iterator[str]:
    """Yield words and punctuation marks, without what a link holds beside its text."""
    for token in _TOKEN.findall(_POSSESSIVE.sub(" ", _LINK.sub(" ] ", text))):
        if len(token) > _LONGEST_HAN and _HAN.match(token):
            # Where words end is not known, so that each two signs stand for one, and no two of these are a phrase.
            yield from (piece for start in range(len(token) - 1) for piece in (token[start : start + 2], ""))
        else:
            yield token
