"""The judgement over a loaded library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_postmortem.library import Library, Loaded
from mkdocs_postmortem.library.policy import Demand, demands_on, level_by_demands
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Kind, Level, Problem
from mkdocs_postmortem.rules import apply_rules
from mkdocs_postmortem.rules.ignoring import Ignored, Ignores, Parted, find_unused, hide_ignored
from mkdocs_postmortem.settings import Settings


@dataclass(frozen=True, slots=True)
class Judgement:
    """The problems of a library, and those that comments of its documents hide; both are sorted by place."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()


def judge(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a library that no comment hides, sorted by place."""
    return pass_judgement(loaded).problems


def pass_judgement(loaded: Loaded) -> Judgement:
    """Return all problems of a library, shown and hidden; those whose level is off are left out.

    The level of the last block of `when` that holds for a document wins, then that of `levels`, then the draft level in
    a document that says it is a draft, then the kind's own. No rule is applied to an untouched template: everything in
    it is missing, and one problem says so.
    """
    library = loaded.library
    grades = _Grades(library)
    blank = {problem.location.path for problem in loaded.problems if problem.kind is UNTOUCHED_TEMPLATE}
    by_rules = (problem for problem in apply_rules(library) if problem.location.path not in blank)
    ignores = {path: found for path, found in library.ignores().items() if path not in blank}
    parted = hide_ignored(dict.fromkeys((*loaded.problems, *by_rules)), ignores)
    unused = _find_unused(library, ignores, parted, grades) if ignores else ()
    shown = (grades.grade(problem) for problem in (*parted.shown, *unused))
    ignored = (replace(one, problem=grades.grade(one.problem)) for one in parted.ignored)
    return Judgement(
        tuple(sorted((problem for problem in shown if problem.level is not Level.OFF), key=lambda p: p.order)),
        tuple(
            sorted((one for one in ignored if one.problem.level is not Level.OFF), key=lambda one: one.problem.order)
        ),
    )


def failing(problems: Iterable[Problem], settings: Settings) -> tuple[Problem, ...]:
    """Return the problems that fail a check or a build: those at or above the settings' `fail_on`."""
    if settings.fail_on == "never":
        return ()
    bar = Level(settings.fail_on)
    return tuple(problem for problem in problems if problem.level.weight >= bar.weight)


class _Grades:
    """Knows which level a problem has in which document."""

    def __init__(self, library: Library) -> None:
        self._settings = library.settings
        self._drafts = {postmortem.path for postmortem in library.postmortems if postmortem.is_draft}
        demands = ((postmortem.path, demands_on(postmortem, library.settings)) for postmortem in library.postmortems)
        self._demands: dict[str, tuple[Demand, ...]] = {path: found for path, found in demands if found}

    def grade(self, problem: Problem) -> Problem:
        """Return the problem at the level that it has in its document."""
        return problem.at_level(self.level_of(problem.kind, problem.location.path) or problem.level)

    def level_of(self, kind: Kind, path: str) -> Level | None:
        """Return the level that settings or a draft give a kind, None where it keeps the one that it was found with."""
        demanded = level_by_demands(self._demands.get(path, ()), kind.code, kind.name)
        if chosen := demanded or self._settings.level_of(kind.code, kind.name):
            return Level(chosen)
        return kind.draft if path in self._drafts else None


def _find_unused(library: Library, ignores: Ignores, parted: Parted, grades: _Grades) -> Iterator[Problem]:
    """Return what is wrong with comments that hide nothing, in documents that could be read whole."""
    unread = {p.path for p in library.postmortems if not (p.readable and p.renderable)}

    def is_looked_for(kind: Kind, path: str) -> bool:
        return (grades.level_of(kind, path) or kind.level) is not Level.OFF

    return find_unused({path: ignores[path] for path in ignores if path not in unread}, parted, is_looked_for)
