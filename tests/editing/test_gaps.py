from __future__ import annotations

import pytest

from mkdocs_postmortem.editing.gaps import example_line
from mkdocs_postmortem.reading.yaml_events import compose_front_matter
from tests.documents import problems_of, settings_of, with_line, without_line
from tests.editing.adoptions import adopt, notes


@pytest.mark.parametrize(
    ("text", "note", "line"),
    [
        (
            "# T\n\n**Start:** 2026-03-01 14:05\n",
            '3:12 the body says "2026-03-01 14:05" but no time zone that is certain',
            "started_at: 2026-03-01 14:05 UTC   # or your zone",
        ),
        (
            "# T\n\n**Date:** 2026-03-01\n",
            '3:11 the body says "2026-03-01" but no time of day',
            "started_at: 2026-03-01 HH:MM UTC   # with the time of day, and your zone",
        ),
        (
            "# T\n\n**Severity:** minor\n",
            '3:15 severity "minor" is not on the scale',
            "severity: sev3   # sev0, sev1, sev2 or sev3",
        ),
        (
            "# T\n\n**Status:** Resolved\n",
            '3:13 status "Resolved" is not known',
            "status: draft   # draft, in-review or published",
        ),
        (
            "# T\n\n**Customers affected:** everyone\n",
            '3:25 impact.customers_affected: expected a whole number, found "everyone"; write 1200 or "about 1200"',
            "",
        ),
        (
            "# T\n\n**Trigger:** A deploy\nof the pool.\n",
            '3:14 trigger: the body says "A deploy"; it goes on in the next line',
            "",
        ),
        (
            "---\nx-severity: disrupted\n---\n# T\n",
            '3:1 severity is not stated: x-severity holds "disrupted", which cannot be read as severity',
            "severity: sev3   # sev0, sev1, sev2 or sev3",
        ),
    ],
)
def test_a_gap_says_where_what_and_which_line_to_add(text: str, note: str, line: str) -> None:
    assert f"incident.md:{note}{f'; add: {line}' if line else ''}" in notes(adopt(text))


def test_a_value_that_the_reader_refuses_is_not_missing_but_to_correct() -> None:
    adoption = adopt(with_line("severity:", "severity: awful"))

    assert adoption.missing == ()
    assert [problem.kind.code for problem in adoption.faults] == ["PM104"]


@pytest.mark.parametrize("field", ["severity", "status", "services"])
def test_the_line_to_add_makes_the_document_complete(field: str) -> None:
    text = without_line(f"{field}:")
    (gap,) = adopt(text).missing

    repaired = with_line("title:", f"title: Checkout failed for 40 minutes\n{gap.line}", text)
    assert {problem.kind.code for problem in problems_of(repaired)} <= {"PM111", "PM202", "PM203"}


def test_no_day_is_invented_for_a_start_that_nothing_states() -> None:
    (gap,) = adopt(without_line("started_at:")).missing

    assert gap.line == "started_at: YYYY-MM-DD HH:MM UTC   # the day, the time and its zone"


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ({"name": "team", "choices": ["edge", "storage"]}, "team: edge   # edge or storage"),
        ({"name": "team"}, "team: …"),
        ({"name": "pages", "type": "number"}, "pages: 12"),
        ({"name": "told", "type": "yes-no"}, "told: yes"),
        ({"name": "seen", "type": "date"}, "seen: YYYY-MM-DD"),
        ({"name": "teams", "type": "list", "choices": ["edge"]}, "teams: [edge]   # edge"),
    ],
)
def test_a_field_of_ones_own_has_an_example_of_its_type(field: dict[str, object], line: str) -> None:
    settings = settings_of(fields=[field])

    assert example_line(str(field["name"]), settings) == line
    assert compose_front_matter(line, "")[1] == []


def test_the_example_is_a_configured_service() -> None:
    assert example_line("services", settings_of(services=["search"])).startswith("services: [search]")


def test_what_a_document_says_cannot_reach_a_terminal() -> None:
    (note, *_) = [
        str(gap) for gap in adopt("# T\n\n**Severity:** x\n**Status:** \x1b[31mred\n").gaps if gap.field == "status"
    ]

    assert note.isprintable()
