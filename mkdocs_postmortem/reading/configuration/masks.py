"""What the environment says is used and never shown: a pull request could ask for a secret and read it in a report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.settings import PRESETS, Settings

_SHORT = 4
"""Texts of fewer characters are masked as whole words only: half of a report would be unreadable."""


@dataclass(frozen=True)
class Masks:
    """Texts of environment variables, each with what is shown in its place, such as `!ENV NAME`.

    Words of closed lists (`error`, `auto`, `true`) are no secrets and stay.
    """

    shown: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether there is anything to hide."""
        return bool(self._by_key)

    def cover(self, text: str) -> str:
        """Return a text with everything that the environment says replaced, in any case and across line breaks."""
        return self._pattern.sub(lambda match: self._by_key.get(_key(match[0]), "!ENV"), text) if self else text

    def cover_problem(self, problem: Problem) -> Problem:
        """Return a problem whose words show nothing of the environment; its place is that of a file which is there."""
        if not self:
            return problem
        return replace(problem, message=self.cover(problem.message), hint=self.cover(problem.hint))

    def count(self, text: str) -> int:
        """Return how often a text says what the environment says."""
        return len(self._pattern.findall(text)) if self else 0

    @cached_property
    def _by_key(self) -> dict[str, str]:
        keyed = {_key(text): name for text, name in self.shown.items()}
        return {key: name for key, name in keyed.items() if key and key not in _closed_words()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # `ß` has another form when its case is folded: both are looked for.
        texts = {" ".join(text.split()) for text in self.shown if _key(text) in self._by_key} | self._by_key.keys()
        longest_first = sorted(texts, key=len, reverse=True)
        return re.compile("|".join(map(_expression, longest_first)), re.IGNORECASE)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _expression(text: str) -> str:
    words = r"\s+".join(re.escape(word) for word in text.split(" "))
    return rf"(?<!\w){words}(?!\w)" if len(text) < _SHORT else words


@lru_cache(maxsize=1)
def _closed_words() -> frozenset[str]:
    """Return the words that options with closed lists take, which everybody may read in the documentation."""
    return frozenset({"true", "false", "none", "utc", *PRESETS, *_words_of(Settings)})


def _words_of(kind: Any) -> frozenset[str]:
    """Return the texts of all `Literal` types inside a type."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return frozenset(word for info in kind.model_fields.values() for word in _words_of(info.annotation))
    return frozenset(word for part in get_args(kind) for word in ({part} if isinstance(part, str) else _words_of(part)))
