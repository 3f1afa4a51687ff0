"""Problems in MkDocs' log, and the decision whether a build goes on."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from mkdocs.plugins import get_plugin_logger

from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.rules.judge import failing
from mkdocs_postmortem.settings import Settings

log = get_plugin_logger(__name__)


def report_problems(problems: Sequence[Problem], settings: Settings, *, strict: bool, serving: bool) -> str | None:
    """Log every problem and return the sentence with which a build fails, None when it goes on.

    Under `--strict` warnings fail too, unless `fail_on` is never or they only came with the calendar. A preview goes on
    whatever it finds.
    """
    failed = failing(problems, settings)
    if strict and settings.fail_on == "error":
        strictly = failing(problems, settings.model_copy(update={"fail_on": "warning"}))
        failed = tuple(problem for problem in strictly if not _only_aged(problem))
    goes_on = serving or not failed
    for problem in problems:
        log.log(_log_level(problem, quiet=strict and goes_on), "%s", problem)
    if goes_on:
        return None
    worst = "problem" if len(failed) == 1 else "problems"
    return f"{len(failed)} {worst} in {settings.folder}; the site was not built. `postmortem check` shows them alone."


def _only_aged(problem: Problem) -> bool:
    """Return whether a day that passed, and no change to a file, brought a warning."""
    return problem.kind.ageing and problem.level is Level.WARNING


def _log_level(problem: Problem, *, quiet: bool) -> int:
    """Return MkDocs' level; `quiet` keeps it below the one that fails a strict build which shall go on."""
    if quiet:
        return logging.INFO
    return logging.ERROR if problem.level is Level.ERROR else logging.WARNING
