"""The judgement over a loaded library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Kind, Level, Location, Problem
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

    The settings' level wins, then the draft level in a document that says it is a draft, then the kind's own. No rule
    is applied to an untouched template: everything in it is missing, and one problem says so.
    """
    library = loaded.library
    drafts = {postmortem.path for postmortem in library.postmortems if postmortem.is_draft}
    blank = {problem.location.path for problem in loaded.problems if problem.kind is UNTOUCHED_TEMPLATE}
    by_rules = (problem for problem in apply_rules(library) if problem.location.path not in blank)
    ignores = {path: found for path, found in library.ignores().items() if path not in blank}
    parted = hide_ignored(dict.fromkeys((*loaded.problems, *by_rules)), ignores)
    unused = _find_unused(loaded, ignores, parted, drafts) if ignores else ()
    shown = (_levelled(problem, library.settings, drafts) for problem in (*parted.shown, *unused))
    ignored = (replace(one, problem=_levelled(one.problem, library.settings, drafts)) for one in parted.ignored)
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


def _levelled(problem: Problem, settings: Settings, drafts: set[str]) -> Problem:
    chosen = settings.level_of(problem.kind.code, problem.kind.name)
    if chosen is not None:
        return problem.at_level(Level(chosen))
    if problem.kind.draft is not None and problem.location.path in drafts:
        return problem.at_level(problem.kind.draft)
    return problem


def _find_unused(loaded: Loaded, ignores: Ignores, parted: Parted, drafts: set[str]) -> Iterator[Problem]:
    """Return what is wrong with comments that hide nothing, in documents that could be read whole."""
    library = loaded.library
    unread = {p.path for p in library.postmortems if not (p.readable and p.renderable)}

    def is_looked_for(kind: Kind, path: str) -> bool:
        return _levelled(kind.at(Location(path), ""), library.settings, drafts).level is not Level.OFF

    return find_unused({path: ignores[path] for path in ignores if path not in unread}, parted, is_looked_for)
