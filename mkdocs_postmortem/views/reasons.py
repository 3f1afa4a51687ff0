"""Why two incidents are similar, in words: the same on pages and in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_postmortem.library.similarity import Reason
from mkdocs_postmortem.words.catalogue import Words

MOST_TERMS = 4
"""How many of the words that two documents share are named; the rest is counted."""


def describe_reasons(reasons: Iterable[Reason], words: Words) -> tuple[str, ...]:
    """Return one phrase a reason, such as "same root-cause service orders-db" or "both tagged connection-pool"."""
    return tuple(_describe(reason, words) for reason in reasons)


def _describe(reason: Reason, words: Words) -> str:
    names = reason.names
    if reason.aspect == "factor":
        names = tuple(_category(name, words) for name in names)
    shown = words("separator").join(names[: MOST_TERMS if reason.aspect == "term" else None])
    further = len(names) - MOST_TERMS
    if reason.aspect == "term" and further > 0:
        return words("reason-term-and-more", count=further, names=shown)
    return words(f"reason-{reason.aspect.replace('_', '-')}", count=len(names), names=shown)


def _category(name: str, words: Words) -> str:
    """Return the word for a shipped category, and the name itself of one that the settings define."""
    key = f"category-{name}"
    return words(key) if key in words else name
