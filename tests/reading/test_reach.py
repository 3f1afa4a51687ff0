"""Which lines a comment is about, told by the lines themselves."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.comments import find_comments
from mkdocs_postmortem.reading.reach import LONGEST_BLOCK, find_reach, is_between_rows

NOTE = "<!-- postmortem: ignore PM302: x -->"
TITLE = "# T\n"


def covered(text: str) -> list[str] | str:
    """Return the lines that the only comment of a text covers, without the comment's own; "all" for the whole text."""
    body = scan_body(text.replace("NOTE", NOTE), 1)
    (comment,) = find_comments(body)
    first, end = find_reach(body, comment)
    return "all" if end is None else [line for line in body.lines[first:end] if line.strip() not in ("", NOTE)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{TITLE}a NOTE\nb", [f"a {NOTE}"]),
        (f"{TITLE}- [ ] a NOTE\n  - Owner: b", [f"- [ ] a {NOTE}"]),
        (f"{TITLE}| a | b NOTE |\n| c | d |", [f"| a | b {NOTE} |"]),
        (f"{TITLE}> NOTE\n> a", [f"> {NOTE}"]),
    ],
)
def test_beside_other_text_it_is_about_its_line(text: str, lines: list[str]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{TITLE}NOTE\na\nb\n\nc", ["a", "b"]),
        (f"{TITLE}NOTE\n\n\na\n\nb", ["a"]),
        (f"{TITLE}NOTE\na\n# B\nc", ["a"]),
        (f"{TITLE}NOTE\n- a\n  - b\n\n  c\n- d", ["- a", "  - b", "  c"]),
        (f"{TITLE}- a\nNOTE\n- b\n  - c\n- d", ["- b", "  - c"]),
        (f"{TITLE}NOTE\n1. a\n   ```\n   b\n   ```\n2. c", ["1. a", "   ```", "   b", "   ```"]),
        (f"{TITLE}NOTE\n| a |\n|---|\n| b |\n\n| c |", ["| a |", "|---|", "| b |"]),
        (f"{TITLE}NOTE\n```\na\n\nb\n```\nc", ["```", "a", "b", "```"]),
        (f"{TITLE}NOTE\n", []),
    ],
)
def test_alone_on_a_line_it_is_about_the_block_below(text: str, lines: list[str]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{TITLE}NOTE\n## A\na\n### B\nb\n## C\nc", ["## A", "a", "### B", "b"]),
        (f"{TITLE}NOTE\n\nA\n---\na\n\n## C\nc", ["A", "---", "a"]),
    ],
)
def test_above_a_heading_it_is_about_the_section(text: str, lines: list[str]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize("text", ["NOTE\n# T\na", "a\n\nNOTE\n\nb\n# T", "a\n\nNOTE\nb", "NOTE"])
def test_above_the_first_heading_it_is_about_all(text: str) -> None:
    assert covered(text) == "all"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{TITLE}- a\n  NOTE\n  - b\n- c", ["- a", "  - b"]),
        (f"{TITLE}- a\n  - b\n  NOTE\n- c", ["- a", "  - b"]),
        (f"{TITLE}- a\n  - b\n    NOTE\n  - c", ["  - b"]),
        (f"{TITLE}- a\n\n  NOTE\n\n  b\n\nc", ["- a", "  b"]),
        (f"{TITLE}!!! note\n    - a\n      NOTE\n      - b\n    - c", ["    - a", "      - b"]),
        (f"{TITLE}a\n  NOTE\nb", ["b"]),
    ],
)
def test_inside_an_item_it_is_about_the_item(text: str, lines: list[str]) -> None:
    assert covered(text) == lines


def test_several_comments_above_a_block_are_all_about_it() -> None:
    body = scan_body(f"{TITLE}{NOTE}\n{NOTE}\na\n", 1)

    assert [find_reach(body, comment)[1] for comment in find_comments(body)] == [4, 4]


@pytest.mark.parametrize(
    ("text", "between"),
    [
        (f"| a |\n|---|\n{NOTE}\n| b |", True),
        (f"{NOTE}\n| a |\n|---|", False),
        (f"| a |\n|---|\n| b | {NOTE}\n| c |", False),
        (f"| a |\n|---|\n{NOTE}\n\n| b |", False),
    ],
)
def test_a_comment_between_two_rows_is_told(text: str, *, between: bool) -> None:
    body = scan_body(text, 1)
    (comment,) = find_comments(body)

    assert is_between_rows(body, comment) is between


def test_a_block_without_an_end_is_covered_to_a_limit() -> None:
    assert len(covered(f"{TITLE}NOTE\n" + "a\n" * 10_000)) == LONGEST_BLOCK
