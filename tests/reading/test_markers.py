"""Markers in pages: which comments are some, where they stand, and how they reach the rendered page."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_postmortem.reading.markers import find_wrong_markers, set_apart, split_at_markers
from mkdocs_postmortem.settings import Settings


def wrong(text: str) -> list[str]:
    """Return what is wrong with a page, as reports print it."""
    return [str(problem) for problem in find_wrong_markers(text, "docs/page.md", Settings())]


def test_a_wrong_word_is_a_problem_at_its_line_and_column() -> None:
    (line,) = wrong("# Checkout\n\n<!-- postmortems service=checkout severty=sev1 -->\n")

    assert line.startswith('docs/page.md:3:35 PM513 wrong-marker: postmortems: "severty" is nothing to choose by')


def test_a_marker_over_several_lines_is_placed_too() -> None:
    (line,) = wrong("Text.\n\n<!-- action-items\n     prority=P0\n-->\n")

    assert line.startswith("docs/page.md:4:6 PM513")


@pytest.mark.parametrize(
    "text",
    [
        "Text <!-- postmortems --> text.",
        "- <!-- postmortems -->",
        "- An item\n\n    <!-- postmortems -->",
        "!!! note\n    <!-- postmortems -->",
    ],
)
def test_a_marker_that_does_not_stand_alone_is_a_problem(text: str) -> None:
    assert len(wrong(text)) == 1
    assert "must stand alone; put it on an unindented line of its own" in wrong(text)[0]


def test_a_marker_that_is_never_closed_is_a_problem() -> None:
    (line,) = wrong("Text.\n\n<!-- postmortems severity=sev1\n\nThe rest.\n")

    assert "docs/page.md:3:5 PM513 wrong-marker: the comment that asks for a list is never closed" in line


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- postmortems oops -->\n```",
        "Write `<!-- postmortems oops -->`.",
        "<!-- postmortem: ignore PM302 reason -->",
        "<!-- postmortems-of-2026 oops -->",
        "<!-- a note: <!-- postmortems oops -->",
        "postmortems oops",
    ],
)
def test_code_and_other_comments_are_no_markers(text: str) -> None:
    assert wrong(text) == []


def test_a_marker_right_below_a_paragraph_becomes_a_block_of_its_own() -> None:
    html = markdown.markdown(set_apart("Before.\n<!-- postmortems limit=5 -->\nAfter."))

    before, marker, after = split_at_markers(html)
    assert marker == "<!-- postmortems limit=5 -->"
    assert (before.strip(), after.strip()) == ("<p>Before.</p>", "<p>After.</p>")


def test_a_page_without_markers_is_left_as_it_is() -> None:
    text = "Text.\n<!-- a note -->\n```\n<!-- postmortems -->\n```\n"

    assert set_apart(text) == text
    assert len(split_at_markers(markdown.markdown(text, extensions=["fenced_code"]))) == 1


def test_markers_of_several_lines_are_found_in_the_rendered_page() -> None:
    html = markdown.markdown(set_apart("# A\n\n<!-- postmortems\n  limit=5\n-->\n\n<!-- action-items -->\n"))

    assert split_at_markers(html)[1::2] == ["<!-- postmortems\n  limit=5\n-->", "<!-- action-items -->"]
