"""For CI servers that show test results: JUnit XML, in which every document is a test case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from xml.etree import ElementTree as ET

from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import Problem, printable

_NAME = "postmortem check"


def write_junit(report: Report) -> str:
    """Return one test case for each document: it fails with what fails the check; other problems are its output."""
    failed = set(report.failed)
    cases = [_case(path, problems, failed) for path, problems in report.by_path().items()]
    counts = {
        "name": _NAME,
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
    }
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {**counts, "skipped": "0"})
    suite.extend(cases)
    ET.indent(suites, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(path: str, problems: Sequence[Problem], failed: Collection[Problem]) -> ET.Element:
    case = ET.Element("testcase", {"classname": _NAME, "name": printable(path)})
    grave = [problem for problem in problems if problem in failed]
    slight = [problem for problem in problems if problem not in failed]
    if grave:  # In one element: CI servers show no more than the first failure of a case.
        failure = ET.SubElement(case, "failure", {"message": _headline(grave), "type": grave[0].kind.name})
        failure.text = _lines(grave)
    if slight:
        ET.SubElement(case, "system-out").text = _lines(slight)
    return case


def _headline(problems: Sequence[Problem]) -> str:
    codes = ", ".join(dict.fromkeys(problem.kind.code for problem in problems))
    return str(problems[0]) if len(problems) == 1 else f"{len(problems)} problems: {codes}"


def _lines(problems: Sequence[Problem]) -> str:
    # In the one-line form no character is left that XML cannot hold.
    return "\n".join(map(str, problems))
