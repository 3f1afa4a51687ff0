"""Anchors of headings, as the page and as editors make them."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.anchors import anchors_of, editor_anchors, has_anchor, page_anchors
from tests.documents import VALID, postmortem_of


def made_by_python_markdown(headings: list[str]) -> list[str]:
    """Return the anchors that the toc extension gives these headings with its defaults."""
    converter = markdown.Markdown(extensions=["toc"])
    converter.convert("\n\n".join(f"## {heading}" for heading in headings))
    return [token["id"] for token in converter.toc_tokens]  # type: ignore[attr-defined]  # the toc extension sets it


@pytest.mark.parametrize(
    ("heading", "page", "editor"),
    [
        ("Root cause", "root-cause", "root-cause"),
        ("What went well & badly", "what-went-well-badly", "what-went-well--badly"),
        ("Timeline (UTC)", "timeline-utc", "timeline-utc"),
        ("1. Größe", "1-groe", "1-größe"),
        ("snake_case – dash", "snake_case-dash", "snake_case--dash"),
        ("タイムライン", "_1", "タイムライン"),
    ],
)
def test_an_anchor_is_the_heading_in_lower_case_with_dashes(heading: str, page: str, editor: str) -> None:
    assert page_anchors([heading]) == made_by_python_markdown([heading]) == [page]
    assert editor_anchors([heading]) == [editor]


def test_headings_of_one_text_get_numbers() -> None:
    assert page_anchors(["Impact", "Impact", "Impact"]) == ["impact", "impact_1", "impact_2"]
    assert editor_anchors(["Impact", "Impact", "Impact"]) == ["impact", "impact-1", "impact-2"]


@given(st.lists(st.text(alphabet="abA é-ß?タ", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=5))
def test_page_anchors_are_those_of_python_markdown(headings: list[str]) -> None:
    headings = [f"x {heading}" for heading in headings]
    assert page_anchors(headings) == made_by_python_markdown(headings)


@pytest.mark.parametrize(
    "written",
    ["## Scope {#own}", "## Scope {: #own .wide }", "<h2 id='own'>Scope</h2>", '<a name="own"></a>', "<p id=own>"],
)
def test_an_authors_own_id_is_an_anchor(written: str) -> None:
    assert has_anchor(postmortem_of(f"{VALID}\n{written}\n"), "own")


def test_a_heading_with_an_id_has_the_anchor_of_its_text_too() -> None:
    assert {"scope", "own"} <= anchors_of(postmortem_of(f"{VALID}\n## Scope {{#own}}\n"))


@pytest.mark.parametrize(
    ("anchor", "there"), [("timeline", True), ("fn:1", True), ("pm-related", True), ("time", False)]
)
def test_headings_footnotes_and_our_own_parts_have_anchors(anchor: str, there: bool) -> None:  # noqa: FBT001  # a parameter
    assert has_anchor(postmortem_of(VALID), anchor) is there
