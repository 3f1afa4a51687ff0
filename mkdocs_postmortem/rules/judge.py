"""The judgement over a loaded library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Level, Problem
from mkdocs_postmortem.rules import apply_rules
from mkdocs_postmortem.settings import Settings


def judge(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a library, sorted by place; those whose level is off are left out.

    The settings' level wins, then the draft level in a document that says it is a draft, then the kind's own. No rule
    is applied to an untouched template: everything in it is missing, and one problem says so.
    """
    drafts = {postmortem.path for postmortem in loaded.library.postmortems if postmortem.is_draft}
    blank = {problem.location.path for problem in loaded.problems if problem.kind is UNTOUCHED_TEMPLATE}
    by_rules = (problem for problem in apply_rules(loaded.library) if problem.location.path not in blank)
    found = (*loaded.problems, *by_rules)
    levelled = (_levelled(problem, loaded.library.settings, drafts) for problem in dict.fromkeys(found))
    return tuple(sorted((problem for problem in levelled if problem.level is not Level.OFF), key=lambda p: p.order))


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
