"""PM203: a section holds only the template's words."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_line, with_section


@pytest.mark.parametrize("content", ["TBD", "[Impact]", "- [Number] customers affected", "- **Regions**: [List]"])
def test_section_with_the_templates_words_is_a_placeholder(content: str) -> None:
    assert report(with_section("Impact", content)) == ["17:1 PM203"]


def test_only_the_outermost_of_nested_headings_is_reported() -> None:
    assert report(with_section("Impact", "TBD\n\n### Customer impact\n\nTBD")) == ["17:1 PM203"]


def test_sections_with_words_are_fine() -> None:
    assert report(VALID) == []


def test_draft_is_only_warned() -> None:
    (problem,) = problems_of(with_section("Impact", "TBD", with_line("status:", "status: draft")))
    assert problem.level.value == "warning"
