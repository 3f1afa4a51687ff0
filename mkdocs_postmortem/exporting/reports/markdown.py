"""For the step summary of a CI job: a page of Markdown with a table of documents and their problems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Level, Problem, printable

LARGEST_PAGE = 1_000_000
"""Longest page in bytes. GitHub shows a step summary of up to 1 MiB, and none at all above that."""
_LARGEST_TABLE = 250_000
_LARGEST_NOTE = 200
_BACKTICKS = re.compile(r"`+")


def write_markdown(report: Report) -> str:
    """Return counts, a table of the documents that have problems, and the problems of each.

    What documents say stands in code spans and code blocks: there it makes no link, no mention and no HTML. What does
    not fit on the page is counted at its end.
    """
    found = {path: problems for path, problems in report.by_path().items() if problems}
    head = _opening(report) + "".join(_fitting(_rows(found), _LARGEST_TABLE))
    parts = list(_fitting(_parts(found), LARGEST_PAGE - len(head.encode()) - _LARGEST_NOTE))
    rest = list(found.values())[len(parts) :]
    return "".join([head, *parts, _note(len(rest), sum(map(len, rest)))])


def _opening(report: Report) -> str:
    counts = f"Documents checked: {len(report.documents)}. Errors: {report.errors}. Warnings: {report.warnings}."
    return f"## Postmortem check\n\n{counts}\n"


def _rows(found: dict[str, list[Problem]]) -> Iterator[str]:
    """Yield the lines of the table; its header comes with the first one."""
    header = "\n| Document | Errors | Warnings |\n|---|---:|---:|\n"
    for path, problems in found.items():
        errors = sum(problem.level is Level.ERROR for problem in problems)
        # A bar ends a cell even inside a code span, and a backslash before it can be taken for one of its own.
        cell = code_span(path).replace("|", "\\u{7c}")
        yield f"{header}| {cell} | {errors} | {len(problems) - errors} |\n"
        header = ""


def _parts(found: dict[str, list[Problem]]) -> Iterator[str]:
    for path, problems in found.items():
        yield f"\n### {code_span(path)}\n\n{_code_block([_entry(problem) for problem in problems])}"


def _entry(problem: Problem) -> str:
    """Return a problem on one line, without its path."""
    return str(problem).removeprefix(f"{printable(problem.location.path)}:")


def _fitting(pieces: Iterator[str], size: int) -> Iterator[str]:
    """Yield pieces as long as they fit into `size` bytes together."""
    for piece in pieces:
        size -= len(piece.encode())
        if size < 0:
            return
        yield piece


def _note(documents: int, problems: int) -> str:
    left_out = f"Not on this page, which would be too long: {problems} problems in {documents} documents."
    return f"\n{left_out}\n" if documents else ""


def code_span(text: str) -> str:
    """Return text as a code span on one line, with more backticks around it than stand in it."""
    shown = printable(text)
    fence = "`" * (_longest_run(shown) + 1)
    return f"{fence} {shown} {fence}" if "`" in shown else f"{fence}{shown}{fence}"


def _code_block(lines: Sequence[str]) -> str:
    fence = "`" * max(3, max(map(_longest_run, lines)) + 1)
    return "\n".join([f"{fence}text", *lines, fence, ""])


def _longest_run(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)
