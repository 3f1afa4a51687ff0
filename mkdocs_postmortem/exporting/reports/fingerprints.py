"""What tells one problem from another over time, for tools that remember which ones they have seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from mkdocs_postmortem.problems import Problem


def fingerprint_problems(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return a hexadecimal fingerprint for each problem, none of them twice.

    It stays the same when lines move: it is made of path, code and message without line numbers, and of how many
    problems of the same file before it share these.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for problem in problems:
        seen[problem.identity] += 1
        parts = (*problem.identity, str(seen[problem.identity]))
        found.append(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest())
    return tuple(found)
