"""A problem as data, with the same keys wherever one is written as JSON."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.problems import Problem


def describe_problem(problem: Problem) -> dict[str, Any]:
    """Return code, name, level, path, line, column, message and hint of a problem; lines and columns count from 1."""
    return {
        "code": problem.kind.code,
        "name": problem.kind.name,
        "level": problem.level.value,
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "message": problem.message,
        "hint": problem.hint,
    }
