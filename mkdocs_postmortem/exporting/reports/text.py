"""For people: one line for each problem, alone or with the source line under it."""

from __future__ import annotations

from mkdocs_postmortem.exporting.reports.excerpt import quote_source
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Level, Problem, printable
from mkdocs_postmortem.rules.ignoring import Ignored

_BOLD, _FAINT, _RED, _YELLOW, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


def write_concise(report: Report) -> str:
    """Return one line for each problem, `path:line:column CODE name: message; hint`, which editors and grep know."""
    lines = [_line(problem, colour=report.colour) for problem in report.problems]
    return "".join(f"{line}\n" for line in (*lines, *map(_ignored, report.shown_ignored)))


def write_text(report: Report) -> str:
    """Return the same lines, each with its source line below and a caret under the column where there is one."""
    parts = [f"{_line(problem, colour=report.colour)}\n{_quoted(problem, report)}\n" for problem in report.problems]
    return "".join([*parts, *(f"{_ignored(one)}\n" for one in report.shown_ignored)])


def _line(problem: Problem, *, colour: bool) -> str:
    line = str(problem)
    if not colour:
        return line
    place, kind = str(problem.location), f"{problem.kind.code} {problem.kind.name}"
    rest = line[len(f"{place} {kind}") :]
    return f"{_BOLD}{place}{_RESET} {_grade(problem)}{kind}{_RESET}{rest}"


def _ignored(one: Ignored) -> str:
    return f"{one.problem} (ignored: {printable(one.reason)})"


def _quoted(problem: Problem, report: Report) -> str:
    quote = quote_source(report.lines_of(problem.location.path), problem.location)
    if quote is None:
        return ""
    if report.colour:
        gutter, caret = f"{_FAINT}{quote.gutter}{_RESET}", f"{_grade(problem)}^{_RESET}"
        return f"{gutter}{quote.line}\n{_FAINT}{quote.blank_gutter}{_RESET}{quote.indent}{caret}\n"
    return f"{quote.gutter}{quote.line}\n{quote.blank_gutter}{quote.indent}^\n"


def _grade(problem: Problem) -> str:
    return _RED if problem.level is Level.ERROR else _YELLOW
