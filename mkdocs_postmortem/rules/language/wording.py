"""Words that rules look for in what people write, from data files, as patterns that take linear time."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain

_FILES = ("en", "de", "others")


@lru_cache(maxsize=32)
def words_of(part: str) -> tuple[str, ...]:
    """Return the words of a part (`vague_verbs`, `blame`, …) in all languages."""
    return tuple(str(word) for name in _FILES for word in _shipped(name).get(part, ()))


@lru_cache(maxsize=32)
def literals_of(part: str) -> tuple[str, ...]:
    """Return the letters of a part's words: a text in lower case that holds none of them holds no word.

    A word with the letters of a shorter one ("carelessly") is found by that one, and left out.
    """
    known = sorted({word.removesuffix("*").lower() for word in words_of(part)}, key=len)
    kept: list[str] = []
    for word in known:
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)


@lru_cache(maxsize=32)
def pattern_of(part: str) -> re.Pattern[str]:
    """Return the pattern that finds any word of a part, as a whole word and in any case."""
    return re.compile(rf"(?:{'|'.join(map(_of_word, words_of(part)))})", re.IGNORECASE)


def begins_with(part: str, text: str) -> str | None:
    """Return the words of a part that the text begins with, as written there, or None."""
    match = pattern_of(part).match(text)
    return match[0] if match else None


@lru_cache(maxsize=8)
def _shipped(name: str) -> dict[str, tuple[str, ...]]:
    text = resources.files(__package__).joinpath(f"words/{name}.yaml").read_text(encoding="utf-8")
    root, _ = compose_front_matter(text, f"{name}.yaml", 1)
    words: dict[str, tuple[str, ...]] = plain(root) if root else {}
    return words


def _of_word(word: str) -> str:
    """Return the pattern of one word: a * ends it early, and scripts without blanks have no borders of words."""
    literal = re.escape(word.removesuffix("*")).replace(r"\ ", r"[ ]").replace("'", "['’]")
    if not word[0].isascii() and word[0] > "\u2e80":
        return literal
    return rf"(?<!\w){literal}" + ("" if word.endswith("*") else r"(?!\w)")
