"""What a check found: the one value that every writer of this package takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.rules.ignoring import Ignored


def _no_lines(_: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Report:
    """The problems of a check, sorted by place, with what their writers need beside them.

    `documents` are the paths of the checked documents, `failed` the problems for which the check fails. `lines_of`
    gives the source lines of a path (none when it has none), for writers that quote them. `colour` allows ANSI
    colours where the form has any. `ignored` are problems that comments hide, reported where `shows_ignored` asks for
    it, and `known` is the number of those in the baseline.
    """

    problems: tuple[Problem, ...]
    documents: tuple[str, ...] = ()
    failed: tuple[Problem, ...] = ()
    lines_of: Callable[[str], Sequence[str]] = _no_lines
    colour: bool = False
    ignored: tuple[Ignored, ...] = ()
    shows_ignored: bool = False
    known: int = 0

    @property
    def shown_ignored(self) -> tuple[Ignored, ...]:
        """Return the hidden problems that are to be reported."""
        return self.ignored if self.shows_ignored else ()

    @property
    def errors(self) -> int:
        """Return the number of problems at the level error."""
        return sum(problem.level is Level.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Return the number of problems at the level warning."""
        return len(self.problems) - self.errors

    def by_path(self) -> dict[str, list[Problem]]:
        """Return the problems by path: every checked document, then what else has problems, each sorted by name."""
        found: dict[str, list[Problem]] = {path: [] for path in sorted(self.documents)}
        for path in sorted({problem.location.path for problem in self.problems} - found.keys()):
            found[path] = []
        for problem in self.problems:
            found[problem.location.path].append(problem)
        return found


Writer = Callable[[Report], str]
"""Takes a report and returns its text, with a line feed at its end unless it is empty."""
