"""Choosing kinds of problem by code, name or the beginning of a code, for a check that looks for some of them only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_postmortem.problems import CATALOGUE, KINDS_BY_NAME, Kind, Problem, find_kind

_FAMILY = "PM"


@dataclass(frozen=True, slots=True)
class KindFilter:
    """Which kinds are wanted: those of `select` (all when it is empty) that are not in `ignore`."""

    select: frozenset[Kind] = frozenset()
    ignore: frozenset[Kind] = frozenset()

    def keep(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems of wanted kinds, in their order."""
        return tuple(p for p in problems if p.kind not in self.ignore and (not self.select or p.kind in self.select))


def find_kinds(reference: str) -> frozenset[Kind]:
    """Return the kinds that a code, a name, or the beginning of codes such as PM3 stands for; empty for none."""
    if kind := find_kind(reference):
        return frozenset({kind})
    beginning = reference.upper()
    if not beginning.startswith(_FAMILY):
        return frozenset()
    return frozenset(kind for code, kind in CATALOGUE.items() if code.startswith(beginning))


def spellings() -> list[str]:
    """Return every code and name, for suggestions."""
    return [*CATALOGUE, *KINDS_BY_NAME]
