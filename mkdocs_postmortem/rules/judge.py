"""The judgement over a loaded library: every problem, each at the level that settings and review status give it."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.library.register import Register, register_of
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Level, Problem
from mkdocs_postmortem.rules import judge_documents, judge_register
from mkdocs_postmortem.settings import Settings


def judge(loaded: Loaded) -> tuple[Problem, ...]:
    """Return all problems of a library, sorted by place, as `settle` has them."""
    library = loaded.library
    own = judge_documents(library.postmortems, library.settings)
    return settle((*loaded.problems, *own), register_of(library))


def settle(found: Iterable[Problem], register: Register) -> tuple[Problem, ...]:
    """Return all problems of a library, sorted by place: those `found` in its documents and those of its register.

    Each has the level that it is given: the settings' level wins, then the draft level in a document that says it is a
    draft, then the kind's own; those whose level is off are left out. No rule applies to an untouched template:
    everything in it is missing, and one problem says so.
    """
    drafts = {document.path for document in register.documents if document.is_draft}
    distinct = dict.fromkeys((*found, *judge_register(register)))
    blank = {problem.location.path for problem in distinct if problem.kind is UNTOUCHED_TEMPLATE}
    told = (p for p in distinct if p.location.path not in blank or p.kind is UNTOUCHED_TEMPLATE)
    levelled = (p.at_level(level_of(p, register.settings, is_draft=p.location.path in drafts)) for p in told)
    return tuple(sorted((problem for problem in levelled if problem.level is not Level.OFF), key=lambda p: p.order))


def failing(problems: Iterable[Problem], settings: Settings) -> tuple[Problem, ...]:
    """Return the problems that fail a check or a build: those at or above the settings' `fail_on`."""
    if settings.fail_on == "never":
        return ()
    bar = Level(settings.fail_on)
    return tuple(problem for problem in problems if problem.level.weight >= bar.weight)


def level_of(problem: Problem, settings: Settings, *, is_draft: bool) -> Level:
    """Return the level that a problem has in a document that is a draft, or is none."""
    chosen = settings.level_of(problem.kind.code, problem.kind.name)
    if chosen is not None:
        return Level(chosen)
    return problem.kind.draft if problem.kind.draft is not None and is_draft else problem.level
