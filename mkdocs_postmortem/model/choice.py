"""Values that come from a closed list, forgiving about spelling and strict about meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import UNKNOWN_CHOICE, WRONG_TYPE, Kind
from mkdocs_postmortem.settings import squash

_LISTED_AT_MOST = 12

Choice = TypeVar("Choice", bound=Enum)


def nearest(word: str, options: Iterable[str]) -> str | None:
    """Return the option that looks most like `word`, or None when none comes close."""
    return _nearest(word, tuple(options))


@lru_cache(maxsize=1024)  # The same slip stands in many documents.
def _nearest(word: str, options: tuple[str, ...]) -> str | None:
    import difflib  # noqa: PLC0415  # no check of documents without a slip needs it

    by_squashed = {squash(option): option for option in options}
    found = difflib.get_close_matches(squash(word), by_squashed, n=1, cutoff=0.7)
    return by_squashed[found[0]] if found else None


def suggest(word: str, options: Iterable[str]) -> str:
    """Return a hint: the nearest option as "did you mean", else the whole list (at most twelve)."""
    listed = list(options)
    if close := nearest(word, listed):
        return f'did you mean "{close}"?'
    if not listed:
        return ""
    if len(listed) > _LISTED_AT_MOST:
        return f"known are {', '.join(listed[:_LISTED_AT_MOST])} and {len(listed) - _LISTED_AT_MOST} more"
    *first, last = listed
    return f"use {', '.join(first)} or {last}" if first else f"use {last}"


@dataclass(frozen=True, eq=False, slots=True)
class OneOf(Generic[Choice]):
    """A validator that turns a word into a member of `choices`; `known` holds members by squashed spelling."""

    choices: type[Choice]
    what: str
    known: Mapping[str, Choice]
    kind: Kind

    def __call__(self, value: Any) -> Any:
        """Return the member that a word names; raises a fault with a suggestion for anything else."""
        if value is None or isinstance(value, self.choices):
            return value
        if not isinstance(value, str):
            raise fault(WRONG_TYPE, f"{self.what} must be a word", self._suggest(""))
        if found := self.known.get(squash(value)):
            return found
        raise fault(self.kind, f'{self.what} "{shorten(value)}" is not known', self._suggest(value))

    def _suggest(self, word: str) -> str:
        return suggest(word, [member.value for member in self.choices])


def one_of(
    choices: type[Choice], what: str, spellings: Mapping[str, Choice] | None = None, kind: Kind = UNKNOWN_CHOICE
) -> OneOf[Choice]:
    """Return the validator of a closed list: its members' values and further spellings are understood."""
    known = {squash(member.value): member for member in choices}
    known.update({squash(word): member for word, member in (spellings or {}).items()})
    return OneOf(choices, what, known, kind)


def shorten(text: str, width: int = 60) -> str:
    """Return `text` on one line, cut to `width` characters with an ellipsis, for use inside a message."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
