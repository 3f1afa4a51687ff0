"""How words are spelled when they are looked up: without case, punctuation, numbering, decoration and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mkdocs_postmortem.settings import squash

_NUMBERING = re.compile(
    r"^\s*(?:(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+|(?:第?[一二三四五六七八九十]{1,3}[、.．章]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}、)\s*)"
)
_BRACKETED = re.compile(r"[(（\[].*$")
_DECORATION = re.compile(r"[*_`~]+|<[^<>]*>|:[a-z0-9_+-]+:")
START = 3
_SEPARATORS = " :,;.、。–—-"
_MOST_REMEMBERED = 4096
remembered = lru_cache(maxsize=_MOST_REMEMBERED)
"""For what short words mean: each document has the same labels, headings and states, and several readers ask."""


def word_spelling(text: str) -> str:
    """Return how a word alone is looked up, such as a degree."""
    return squash(_DECORATION.sub("", text))


def without_numbering(heading: str) -> str:
    """Return a heading without the number that it begins with: "2.1 Timeline", "A. Impact", "四、改进措施"."""
    return _NUMBERING.sub("", heading)


@remembered
def heading_spellings(heading: str) -> tuple[str, str]:
    """Return how a heading is looked up: as a whole, and without what stands in brackets."""
    cleaned = without_numbering(_DECORATION.sub("", heading).replace("&", " and ").replace("’", "'"))
    return squash(cleaned), squash(_BRACKETED.sub("", cleaned))


@remembered
def label_spelling(label: str) -> str:
    """Return how a label of the body is looked up: without what stands in brackets."""
    return squash(_BRACKETED.sub("", _DECORATION.sub("", label)))


@remembered
def column_spelling(label: str) -> str:
    """Return how a column's heading is looked up; of one without letters its signs count."""
    bare = _DECORATION.sub("", label).strip()
    return squash(bare) or bare


@remembered
def bare_heading_spelling(heading: str) -> str:
    """Return how a heading whose meaning is not certain is looked up."""
    bare = _BRACKETED.sub("", _DECORATION.sub("", heading)).replace("&", " and ")
    return squash(without_numbering(bare))


def status_spelling(text: str) -> str:
    """Return the text as statuses are compared: of the same length, without case, dashes as blanks."""
    lowered = text.lower() if text.isascii() else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("-", " ").replace("_", " ").replace("’", "'")


def said_with(text: str) -> str:
    """Return what follows a status word, without separators and without a pair of brackets around all of it."""
    bare = text.strip(_SEPARATORS)
    for opening, closing in ("()", "（）"):
        inner = bare[1:-1]
        if bare[:1] == opening and bare[-1:] == closing and inner.count(opening) == inner.count(closing):
            bare = inner.strip(_SEPARATORS)
        if bare.count(opening) != bare.count(closing):
            bare = bare.strip(opening + closing)
    return bare


def as_words(phrase: str) -> str:
    """Return a phrase as it stands in a text of words with blanks around: scripts without blanks have no borders."""
    return f" {phrase} " if phrase[-1].isascii() else phrase


class Beginnings(dict[str, bool]):
    """Tells by the first letters of a text, `text[:START]`, that squashed it neither is nor begins with one of some.

    Of spellings shorter than that it tells only that the text is none of them.

    Only ASCII letters and digits are sure to be the beginning of what squashing a text gives. Nearly all that authors
    write begins so, and then needs no squashing, which takes many times as long as this look-up.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        super().__init__()
        self._starts = frozenset(spelling[:START] for spelling in spellings)

    def __missing__(self, start: str) -> bool:
        unlike = len(start) == START and start.isascii() and start.isalnum() and start.lower() not in self._starts
        if len(self) < _MOST_REMEMBERED:
            self[start] = unlike
        return unlike


def mark_spellings(subjects: Iterable[str], borders: Iterable[str]) -> dict[str, int]:
    """Return every phrase of a subject and a border word, in both orders, with the rank of its subject from 1 on."""
    ranked = list(enumerate(subjects, start=1))
    return {squash(phrase): n for word in borders for n, what in ranked for phrase in (what + word, word + what)}


def by_spelling(entries: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return canonical name by squashed spelling; the first entry that claims a spelling keeps it."""
    found = {squash(name) or name: name for name in entries}
    for name, spellings in entries.items():
        for spelling in spellings:
            found.setdefault(squash(spelling) or spelling, name)
    return found
