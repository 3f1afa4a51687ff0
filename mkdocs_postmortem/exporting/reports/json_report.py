"""For scripts: one JSON object."""

from __future__ import annotations

from collections import Counter
from typing import Any

from mkdocs_postmortem.exporting.problem_data import describe_problem
from mkdocs_postmortem.exporting.reports.json_text import whole, write_json
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.ignoring import Ignored

REPORT_VERSION = 1
"""Counts up when a key changes its meaning or goes away; new keys may come at any time."""


def write_json_report(report: Report) -> str:
    """Return the problems with the keys of `postmortem inspect`, and their numbers by level and code."""
    return write_json(
        {
            "version": REPORT_VERSION,
            "checked": len(report.documents),
            "problems": [_problem(problem) for problem in report.problems],
            **({"ignored": [_ignored(one) for one in report.ignored]} if report.shows_ignored else {}),
            "summary": {
                "errors": report.errors,
                "warnings": report.warnings,
                "failed": len(report.failed),
                "ignored": len(report.ignored),
                "known": report.known,
                "codes": dict(sorted(Counter(problem.kind.code for problem in report.problems).items())),
            },
        }
    )


def _problem(problem: Problem) -> dict[str, Any]:
    return {key: whole(value) if isinstance(value, str) else value for key, value in describe_problem(problem).items()}


def _ignored(one: Ignored) -> dict[str, Any]:
    return {**_problem(one.problem), "reason": whole(one.reason), "ignored_on_line": one.line}
