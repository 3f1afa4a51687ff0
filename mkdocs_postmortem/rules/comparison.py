"""What a change brought: the problems of a library that were not known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mkdocs_postmortem.problems import Problem

Known = Counter[tuple[str, str, str]]
"""How often each problem is known, by its identity: path, code and message."""


def find_new_problems(before: Iterable[Problem], now: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of `now` that `before` did not have, wherever in their files they stand."""
    return part_known(Counter(problem.identity for problem in before), now)[0]


def part_known(known: Known, problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...], Known]:
    """Return the problems that are new, those that are known, and what is known and did not occur."""
    left = Counter(known)
    new: list[Problem] = []
    old: list[Problem] = []
    for problem in problems:
        identity = problem.identity
        if left[identity] > 0:
            left[identity] -= 1
            old.append(problem)
        else:
            new.append(problem)
    return tuple(new), tuple(old), +left
