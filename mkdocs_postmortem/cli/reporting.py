"""What a check found, as a text and a line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mkdocs_postmortem.cli.libraries import Findings
from mkdocs_postmortem.cli.project import count
from mkdocs_postmortem.exporting.reports import find_writer
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.rules.ignoring import Ignored
from mkdocs_postmortem.rules.judge import failing
from mkdocs_postmortem.rules.kind_filter import KindFilter
from mkdocs_postmortem.settings import Settings


def build_report(
    findings: Sequence[Findings], kinds: KindFilter, settings: Settings, *, colour: bool, shows_ignored: bool = False
) -> Report:
    """Return the findings of all libraries as one report, with paths as they are from the current folder."""
    roots: dict[str, Path] = {}
    documents: list[str] = []
    problems: list[Problem] = []
    ignored: list[Ignored] = []
    for part in findings:
        prefix = _prefix(part.root)
        documents += (prefix + name for name in part.documents)
        problems += (_below(problem, prefix) for problem in kinds.keep(part.problems))
        hidden = (one for one in part.ignored if kinds.keep([one.problem]))
        ignored += (replace(one, problem=_below(one.problem, prefix)) for one in hidden)
        roots.update(
            (prefix + problem.location.path, part.root.joinpath(problem.location.path)) for problem in part.problems
        )
    return Report(
        tuple(problems),
        tuple(documents),
        failing(problems, settings),
        _line_finder(roots),
        colour,
        tuple(ignored),
        shows_ignored,
        sum(len(kinds.keep(part.known)) for part in findings),
    )


def write_report(report: Report, form: str) -> str:
    """Return the report in one of its forms."""
    return find_writer(form)(report)


def write_statistics(report: Report) -> str:
    """Return how often each kind of problem occurs, the most frequent first."""
    counted = Counter(problem.kind for problem in report.problems)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].code))
    return "".join(f"{number:6}  {kind.code} {kind.name}\n" for kind, number in ordered)


def write_summary(report: Report) -> str:
    """Return one line with the numbers of documents, errors and warnings, and of what does not count, if any."""
    documents = count(len(report.documents), "document")
    ignored = [f"{len(report.ignored)} ignored"] if report.ignored else []
    known = [f"{report.known} known from the baseline"] if report.known else []
    rest = f" ({', '.join([*ignored, *known])})" if ignored or known else ""
    if not report.problems:
        return f"{documents} checked, no problem{rest}."
    return f"{documents} checked: {count(report.errors, 'error')}, {count(report.warnings, 'warning')}{rest}."


def _prefix(root: Path) -> str:
    """Return what stands before a path of `root` when it is seen from the current folder, if it lies below that."""
    here, root = Path.cwd(), root.absolute()
    return f"{root.relative_to(here).as_posix()}/" if here in root.parents else ""


def _below(problem: Problem, prefix: str) -> Problem:
    return replace(problem, location=problem.location._replace(path=prefix + problem.location.path))


def _line_finder(paths: dict[str, Path]) -> Callable[[str], Sequence[str]]:
    @lru_cache(maxsize=1)  # Problems come sorted by file.
    def lines_of(path: str) -> Sequence[str]:
        return read_source(paths[path], path, paths[path].name).text.split("\n") if path in paths else ()

    return lines_of
