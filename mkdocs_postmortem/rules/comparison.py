"""What a change brought: the problems of a library that it did not have before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mkdocs_postmortem.problems import Problem


def find_new_problems(before: Iterable[Problem], now: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of `now` that `before` did not have, wherever in their files they stand."""
    known = Counter(problem.identity for problem in before)
    found = []
    for problem in now:
        known[problem.identity] -= 1
        if known[problem.identity] < 0:
            found.append(problem)
    return tuple(found)
