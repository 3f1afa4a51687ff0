"""PM202 and PM203: a section holds nothing, or only the template's words."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_line, with_section


def test_sections_with_words_are_fine() -> None:
    assert report(VALID) == []


@pytest.mark.parametrize("content", ["", "<!-- later -->", "---"])
def test_section_without_anything_is_empty(content: str) -> None:
    assert report(with_section("Impact", content)) == ["17:1 PM202"]


@pytest.mark.parametrize("content", ["TBD", "[Impact]", "- [Number] customers affected", "- **Regions**: [List]"])
def test_section_with_the_templates_words_is_a_placeholder(content: str) -> None:
    assert report(with_section("Impact", content)) == ["17:1 PM203"]


def test_heading_that_is_no_section_may_be_empty() -> None:
    assert report(VALID + "\n## Thoughts\n") == []


@pytest.mark.parametrize("content", ["", "TBD"])
def test_draft_is_only_warned(content: str) -> None:
    (problem,) = problems_of(with_section("Impact", content, with_line("status:", "status: draft")))
    assert problem.level.value == "warning"
