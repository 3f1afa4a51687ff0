"""PM202: a section holds nothing."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_line, with_section


def test_sections_with_words_are_fine() -> None:
    assert report(VALID) == []


@pytest.mark.parametrize("content", ["", "<!-- later -->", "---"])
def test_section_without_anything_is_empty(content: str) -> None:
    assert report(with_section("Impact", content)) == ["17:1 PM202"]


def test_heading_that_is_no_section_may_be_empty() -> None:
    assert report(VALID + "\n## Thoughts\n") == []


def test_only_the_outermost_of_nested_headings_is_reported() -> None:
    assert report(with_section("Impact", "### Customer impact\n\n### Service impact")) == ["17:1 PM202"]


def test_draft_is_only_warned() -> None:
    (problem,) = problems_of(with_section("Impact", "", with_line("status:", "status: draft")))
    assert problem.level.value == "warning"
