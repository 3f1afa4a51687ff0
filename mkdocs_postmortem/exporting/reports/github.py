"""For GitHub Actions: workflow commands that become annotations beside the lines of a pull request."""

from __future__ import annotations

from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Level, Problem, printable

_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def write_github(report: Report) -> str:
    """Return one `::error` or `::warning` command for each problem."""
    return "".join(f"{_command(problem)}\n" for problem in report.problems)


def _command(problem: Problem) -> str:
    place = problem.location
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.kind.code} {problem.kind.name}",
    }
    listed = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    message = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    level = "error" if problem.level is Level.ERROR else "warning"
    return f"::{level} {listed}::{_escaped(message, _DATA)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    shown = printable(text)
    for sign, escape in escapes:
        shown = shown.replace(sign, escape)
    return shown
