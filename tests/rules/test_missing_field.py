"""PM101: a required fact is not stated."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_line, without_line


def test_document_with_all_required_facts_is_fine() -> None:
    assert report(VALID) == []


@pytest.mark.parametrize("field", ["severity", "status", "started_at", "services"])
def test_missing_fact_is_reported_at_the_top_with_an_example(field: str) -> None:
    (problem,) = problems_of(without_line(f"{field}:"))
    assert (problem.kind.code, problem.location.line) == ("PM101", 1)
    assert problem.hint.startswith(f"add `{field}: ")


def test_no_day_is_invented_for_what_nothing_states() -> None:
    (problem,) = problems_of(without_line("started_at:"))
    assert problem.hint == "add `started_at: YYYY-MM-DDTHH:MMZ` to the front matter"


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("2019-04-02", "`started_at: 2019-04-02 HH:MM UTC` to the front matter, with the time of day and the zone"),
        ("2019-04-02 10:00", "`started_at: 2019-04-02 10:00 UTC` to the front matter, with the zone"),
    ],
)
def test_a_day_that_the_body_states_stands_in_the_line_to_add(said: str, hint: str) -> None:
    text = without_line("started_at:", without_line("| 14:05", without_line("| 14:45"))).replace(
        "**Reviewers:** Kim", ""
    )
    found = problems_of(text.replace("## Summary", f"**Date:** {said}\n\n## Summary"))
    (problem,) = [problem for problem in found if problem.kind.code == "PM101"]

    assert problem.hint == f"add {hint} that was meant"


def test_refused_fact_is_not_missing_too() -> None:
    assert report(with_line("started_at:", "started_at: yesterday")) == ["6:13 PM107"]


def test_draft_is_only_warned() -> None:
    (problem,) = problems_of(with_line("status:", "status: draft", without_line("severity:")))
    assert problem.level.value == "warning"


def test_settings_say_what_is_required() -> None:
    assert report(without_line("severity:"), required={"fields": ["commander"]}) == ["1:1 PM101"]
    assert report(without_line("severity:"), required={"fields": []}) == []


def test_required_field_of_ones_own_is_missed() -> None:
    field = {"name": "cost", "type": "number", "required": True}
    assert report(VALID, fields=[field]) == ["1:1 PM101"]
    assert report(with_line("status:", "status: published\ncost: 0"), fields=[field]) == []


def test_example_shows_the_least_severe_step_of_an_own_scale() -> None:
    (problem,) = problems_of(
        without_line("severity:"), severities=[{"name": "big", "label": "Big"}, {"name": "small", "label": "Small"}]
    )
    assert problem.hint == "add `severity: small` to the front matter"
