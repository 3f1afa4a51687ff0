"""The judgement over a loaded library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.library.policy import Demand, demands_on, level_by_demands
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Level, Problem
from mkdocs_postmortem.rules import apply_rules
from mkdocs_postmortem.settings import Settings


def judge(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a library, sorted by place; those whose level is off are left out.

    The level of the last block of `when` that holds for a document wins, then that of `levels`, then the draft level in
    a document that says it is a draft, then the kind's own. No rule is applied to an untouched template: everything in
    it is missing, and one problem says so.
    """
    settings = loaded.library.settings
    drafts = {postmortem.path for postmortem in loaded.library.postmortems if postmortem.is_draft}
    demands = {postmortem.path: demands_on(postmortem, settings) for postmortem in loaded.library.postmortems}
    blank = {problem.location.path for problem in loaded.problems if problem.kind is UNTOUCHED_TEMPLATE}
    by_rules = (problem for problem in apply_rules(loaded.library) if problem.location.path not in blank)
    found = (*loaded.problems, *by_rules)
    levelled = (
        _levelled(problem, settings, drafts, demands.get(problem.location.path, ())) for problem in dict.fromkeys(found)
    )
    return tuple(sorted((problem for problem in levelled if problem.level is not Level.OFF), key=lambda p: p.order))


def failing(problems: Iterable[Problem], settings: Settings) -> tuple[Problem, ...]:
    """Return the problems that fail a check or a build: those at or above the settings' `fail_on`."""
    if settings.fail_on == "never":
        return ()
    bar = Level(settings.fail_on)
    return tuple(problem for problem in problems if problem.level.weight >= bar.weight)


def _levelled(problem: Problem, settings: Settings, drafts: set[str], demands: Sequence[Demand]) -> Problem:
    code, name = problem.kind.code, problem.kind.name
    chosen = level_by_demands(demands, code, name) or settings.level_of(code, name)
    if chosen is not None:
        return problem.at_level(Level(chosen))
    if problem.kind.draft is not None and problem.location.path in drafts:
        return problem.at_level(problem.kind.draft)
    return problem
