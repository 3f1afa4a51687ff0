"""PM201: a required section is not there."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_front, with_line


@pytest.mark.parametrize("heading", ["Impact", "Timeline", "Root cause"])
def test_missing_section_is_reported_with_its_heading(heading: str) -> None:
    (problem,) = problems_of(VALID.replace(f"## {heading}", "## Something else"))
    assert (problem.kind.code, problem.location.line) == ("PM201", 1)
    assert problem.hint == f'add a heading "## {heading}" with its text'


def test_summary_and_items_of_the_front_matter_stand_in_for_their_sections() -> None:
    text = VALID.replace("## Summary", "## Preface").replace("## Action items", "## Promises")
    items = "action_items: [{title: Alert, owner: Dana, due: 2026-03-31}]"
    assert report(text) == ["1:1 PM201", "1:1 PM201"]
    assert report(with_front(f"summary: Short.\n{items}", text)) == []


def test_empty_list_of_items_says_that_there_are_none() -> None:
    text = with_line("severity:", "severity: sev3", VALID.replace("## Action items", "## Promises"))
    assert report(with_front("action_items: []", text)) == []


def test_draft_is_only_warned() -> None:
    (problem,) = problems_of(with_line("status:", "status: draft", VALID.replace("## Impact", "## Else")))
    assert problem.level.value == "warning"


def test_settings_say_which_sections_are_required() -> None:
    assert report(VALID, required={"sections": ["lucky"]}) == ["1:1 PM201"]
    assert report(VALID.replace("## Impact", "## Else"), required={"sections": []}) == []


def test_document_without_front_matter_is_checked_and_a_broken_one_is_not() -> None:
    assert report("# Title\n")[1:] == ["1:1 PM201"] * 5
    assert report("----\na: 1\n----\n# Title\n") == ["1:1 PM012"]
