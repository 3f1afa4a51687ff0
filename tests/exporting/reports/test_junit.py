"""Every report is valid by the published schema of JUnit XML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xmlschema import XMLSchema, XMLSchemaValidationError

from mkdocs_postmortem.exporting.reports.junit import write_junit
from mkdocs_postmortem.exporting.reports.report import Report
from tests.exporting.reports.samples import EMPTY, HOSTILE_TEXTS, ORDINARY, OWNER, SEVERITY, hostile

SCHEMA = XMLSchema(str(Path(__file__).parents[2] / "schemas" / "junit-10.xsd"))


def parsed(report: Report) -> ET.Element:
    """Return the root of a report's XML."""
    return ET.fromstring(write_junit(report))  # noqa: S314  # what we wrote ourselves


@pytest.mark.parametrize("report", [ORDINARY, EMPTY, Report(()), *map(hostile, HOSTILE_TEXTS)])
def test_every_report_is_valid(report: Report) -> None:
    SCHEMA.validate(write_junit(report))


def test_the_schema_refuses_an_attribute_that_it_does_not_know() -> None:
    with pytest.raises(XMLSchemaValidationError):
        SCHEMA.validate(write_junit(ORDINARY).replace("<testcase ", '<testcase speed="1" '))


def test_every_document_is_a_case_that_fails_with_what_fails_the_check() -> None:
    suites = parsed(ORDINARY)
    first, second = suites.findall("testsuite/testcase")

    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert (first.get("name"), second.get("name")) == ("postmortems/a.md", "postmortems/b.md")
    failure = first.find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message"), failure.text) == (
        "unknown-severity",
        str(SEVERITY),
        str(SEVERITY),
    )
    assert first.findtext("system-out") == str(OWNER)
    assert list(second) == []


def test_several_failures_of_a_document_are_one_element_with_a_line_each() -> None:
    suites = parsed(replace(ORDINARY, failed=(SEVERITY, OWNER)))
    (failure,) = suites.iter("failure")

    assert failure.get("message") == "2 problems: PM104, PM301"
    assert failure.text == f"{SEVERITY}\n{OWNER}"


def test_a_problem_that_is_in_no_document_has_a_case_of_its_own() -> None:
    suites = parsed(replace(ORDINARY, documents=()))

    assert [case.get("name") for case in suites.iter("testcase")] == ["postmortems/a.md"]


@given(st.text(st.characters(), max_size=40))
def test_every_text_makes_xml_that_parses(text: str) -> None:
    assert len(list(parsed(hostile(text)).iter("testcase"))) == 2
