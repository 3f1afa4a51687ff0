"""For code scanning: SARIF 2.1.0, the exchange format of static analysis."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mkdocs_postmortem import __version__
from mkdocs_postmortem.exporting.reports.fingerprints import fingerprint_problems
from mkdocs_postmortem.exporting.reports.json_text import whole, write_json
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Kind, Location, Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "postmortemProblem/v1"


def write_sarif(report: Report) -> str:
    """Return one run with the problems as results, and as rules the kinds of problem that occur in it.

    Problems that comments hide are results with a suppression, where the report is to show them.
    """
    hidden = report.shown_ignored
    problems = (*report.problems, *(one.problem for one in hidden))
    kinds = sorted({problem.kind for problem in problems}, key=lambda kind: kind.code)
    results = _results(problems, kinds)
    for result, one in zip(results[len(report.problems) :], hidden, strict=True):
        result["suppressions"] = [{"kind": "inSource", "justification": whole(one.reason)}]
    driver = {
        "name": "mkdocs-postmortem",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(kind) for kind in kinds],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return write_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(kind: Kind) -> dict[str, Any]:
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": kind.summary},
        "defaultConfiguration": {"level": kind.level.value},
    }


def _results(problems: Sequence[Problem], kinds: Sequence[Kind]) -> list[dict[str, Any]]:
    index = {kind.code: number for number, kind in enumerate(kinds)}
    prints = fingerprint_problems(problems)
    return [_result(problem, index, mark) for problem, mark in zip(problems, prints, strict=True)]


def _result(problem: Problem, index: dict[str, int], fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": problem.kind.code,
        "ruleIndex": index[problem.kind.code],
        "level": problem.level.value,
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": _place(problem.location)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _message(problem: Problem) -> str:
    """Return message and hint; what would be a link, `[text](address)`, is escaped as the standard asks."""
    text = whole(f"{problem.message}; {problem.hint}" if problem.hint else problem.message)
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _place(location: Location) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(location.path)},
        "region": {"startLine": location.line, "startColumn": location.column},
    }


def _uri(path: str) -> str:
    """Return a path as a URI reference: relative as it is, absolute as a file; all but plain characters encoded."""
    encoded = quote(PurePath(path).as_posix(), safe="/", errors="surrogatepass")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
