"""For GitLab: a Code Quality report, which merge requests show beside the changed lines."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.exporting.reports.fingerprints import fingerprint_problems
from mkdocs_postmortem.exporting.reports.json_text import whole, write_json
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Level, Problem

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor"}


def write_gitlab(report: Report) -> str:
    """Return the problems as a list of issues: an error is major, a warning minor."""
    prints = fingerprint_problems(report.problems)
    return write_json([_issue(problem, mark) for problem, mark in zip(report.problems, prints, strict=True)])


def _issue(problem: Problem, fingerprint: str) -> dict[str, Any]:
    message = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return {
        "description": whole(f"{problem.kind.code} {problem.kind.name}: {message}"),
        "check_name": problem.kind.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES.get(problem.level, "info"),
        "location": {"path": whole(problem.location.path), "lines": {"begin": problem.location.line}},
    }
