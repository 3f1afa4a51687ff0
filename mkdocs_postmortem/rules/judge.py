"""The judgement over a library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.policy import level_by_policies
from mkdocs_postmortem.library.register import Register, register_of
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Kind, Level, Problem
from mkdocs_postmortem.rules import judge_documents, judge_register
from mkdocs_postmortem.rules.ignoring import Ignored, Ignores, Parted, find_unused, hide_ignored
from mkdocs_postmortem.settings import Policy, Settings


@dataclass(frozen=True, slots=True)
class Judgement:
    """The problems of a library, and those that comments of its documents hide; both are sorted by place."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()


def judge(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a library that no comment hides, sorted by place."""
    return pass_judgement(loaded).problems


def pass_judgement(loaded: Loaded) -> Judgement:
    """Return all problems of a library, shown and hidden, as `settle` has them."""
    library = loaded.library
    own = judge_documents(library.postmortems, library.settings)
    return settle((*loaded.problems, *own), register_of(library))


def settle(found: Iterable[Problem], register: Register) -> Judgement:
    """Return all problems of a library: those `found` in its documents and those of its register, shown and hidden.

    Each is at the level of `Grades`; those whose level is off are left out. No rule applies to an untouched template:
    everything in it is missing, and one problem says so.
    """
    grades = _GradesByPath(register)
    distinct = dict.fromkeys((*found, *judge_register(register)))
    blank = {problem.location.path for problem in distinct if problem.kind is UNTOUCHED_TEMPLATE}
    told = (p for p in distinct if p.location.path not in blank or p.kind is UNTOUCHED_TEMPLATE)
    ignores = {path: comments for path, comments in register.ignores().items() if path not in blank}
    parted = hide_ignored(told, ignores)
    unused = _find_unused(register, ignores, parted, grades) if ignores else ()
    shown = (_graded(problem, grades) for problem in (*parted.shown, *unused))
    ignored = (replace(one, problem=_graded(one.problem, grades)) for one in parted.ignored)
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


@dataclass(frozen=True, slots=True)
class Grades:
    """Knows which level a kind of problem has in a document, `policies` being the blocks of `when` that hold for it.

    The level of the last of these blocks wins, then that of `levels`, then the draft level in a document that says it
    is a draft, then the level that the problem was found with.
    """

    settings: Settings
    is_draft: bool = False
    policies: Sequence[Policy] = ()

    def level_of(self, kind: Kind, found: Level) -> Level:
        """Return the level of a kind that was found with another one."""
        chosen = level_by_policies(self.policies, kind.code, kind.name) or self.settings.level_of(kind.code, kind.name)
        if chosen is not None:
            return Level(chosen)
        return kind.draft if kind.draft is not None and self.is_draft else found


def grades_for(digest: Digest, settings: Settings) -> Grades:
    """Return the levels of problems in a document."""
    return Grades(settings, digest.is_draft, [settings.when[number] for number in digest.policies])


class _GradesByPath(dict[str, Grades]):
    """The levels by document; the introduction and the folder itself have those of the settings."""

    def __init__(self, register: Register) -> None:
        special = (digest for digest in register.documents if digest.is_draft or digest.policies)
        super().__init__((digest.path, grades_for(digest, register.settings)) for digest in special)
        self._others = Grades(register.settings)

    def __missing__(self, path: str) -> Grades:
        return self._others


def _graded(problem: Problem, grades: _GradesByPath) -> Problem:
    return problem.at_level(grades[problem.location.path].level_of(problem.kind, problem.level))


def _find_unused(register: Register, ignores: Ignores, parted: Parted, grades: _GradesByPath) -> Iterator[Problem]:
    """Return what is wrong with comments that hide nothing, in documents that could be read whole."""
    unread = {document.path for document in register.documents if not (document.readable and document.renderable)}

    def is_looked_for(kind: Kind, path: str) -> bool:
        return grades[path].level_of(kind, kind.level) is not Level.OFF

    return find_unused({path: ignores[path] for path in ignores if path not in unread}, parted, is_looked_for)
