"""Applying the comments that hide problems, and telling which of them hide none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_postmortem.model import Ignore
from mkdocs_postmortem.problems import CATALOGUE, FUTURE_TIME, UNUSED_IGNORE, Kind, Location, Problem

Ignores = Mapping[str, Sequence[Ignore]]
"""The comments of each document that has any, by its path."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A problem that a comment of its document hides, with the comment's reason and the line on which it stands."""

    problem: Problem
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Parted:
    """Problems in two parts, and by document the codes that each of its comments hides at least one problem of."""

    shown: tuple[Problem, ...]
    ignored: tuple[Ignored, ...]
    used: frozenset[tuple[str, Ignore, str]]


def hide_ignored(problems: Iterable[Problem], ignores: Ignores) -> Parted:
    """Return the problems without those that a comment covers; where several do, the one with the shortest reach."""
    shown: list[Problem] = []
    ignored: list[Ignored] = []
    used: set[tuple[str, Ignore, str]] = set()
    for problem in problems:
        ignore = _ignore_of(problem, ignores)
        if ignore is None:
            shown.append(problem)
        else:
            used.add((problem.location.path, ignore, problem.kind.code))
            ignored.append(Ignored(problem, ignore.reason, ignore.line))
    return Parted(tuple(shown), tuple(ignored), frozenset(used))


def find_unused(ignores: Ignores, found: Parted, is_looked_for: Callable[[Kind, str], bool]) -> Iterator[Problem]:
    """Yield a problem for each comment with a kind that it hides nothing of.

    `is_looked_for` tells whether a kind is reported in a document at all. Kinds that come or go with the calendar are
    never called unused: their day may not have come.
    """
    for path, comments in ignores.items():
        for ignore in comments:
            unused = [
                code
                for code in ignore.codes
                if (path, ignore, code) not in found.used
                and not _is_of_the_day(CATALOGUE[code])
                and is_looked_for(CATALOGUE[code], path)
            ]
            if unused:
                rest = "remove it" if len(unused) == len(ignore.codes) else f"remove {', '.join(unused)} from it"
                message = f"there is no {' and no '.join(unused)} here to ignore"
                yield UNUSED_IGNORE.at(Location(path, ignore.line, ignore.column), message, rest)


def _ignore_of(problem: Problem, ignores: Ignores) -> Ignore | None:
    covering = [
        ignore
        for ignore in ignores.get(problem.location.path, ())
        if problem.kind.ignorable and ignore.covers(problem.kind.code, problem.location.line)
    ]
    return min(covering, key=lambda ignore: ignore.reach, default=None)


def _is_of_the_day(kind: Kind) -> bool:
    return kind.ageing or kind is FUTURE_TIME
