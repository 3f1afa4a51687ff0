"""What a check told, kept for as long as everything that it looked at stays what it is.

Telling it again takes neither settings nor documents, rules nor models, so that nothing of them is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from mkdocs_postmortem.checking.cache import ANSWER, Cache
from mkdocs_postmortem.checking.fingerprint import digest, release
from mkdocs_postmortem.checking.sight import Look, see


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check told: its exit status, the text of its report, and the lines beside it."""

    status: int
    text: str = ""
    notes: tuple[str, ...] = ()


def name_question(*words: str) -> str:
    """Return the name under which the answer to a command is kept: of another release, another name."""
    return digest(*release(), *words) + ANSWER


def recall(cache: Cache, question: str) -> Answer | None:
    """Return what was told before, None when it is not kept or anything has changed since."""
    looks, seen, told = cache.read(question) or ((), None, None)
    return Answer(*told) if told and see(looks) == seen else None


def keep(cache: Cache, question: str, looks: Sequence[Look], seen: Sequence[str], answer: Answer) -> None:
    """Keep what was told, with all that was seen for it."""
    cache.write(question, (tuple(looks), tuple(seen), astuple(answer)))
