"""The one pass over a body: headings, code, comments, and what would stall the renderer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.body import _Scanner, find_complexity, scan_body
from mkdocs_postmortem.reading.front_matter import split_front_matter

SAMPLES = Path(__file__).parent.parent.parent / "postmortems"


def headings(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in scan_body(text, 1).headings]


def visible(text: str) -> str:
    return "\n".join(scan_body(text, 1).visible)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# One", (1, "One")),
        ("###### Six", (6, "Six")),
        ("   ## Three blanks", (2, "Three blanks")),
        ("## Closed ##", (2, "Closed")),
        ("## C#", (2, "C#")),
        ("##\tTab", (2, "Tab")),
        ("##", (2, "")),
        ("## ##", (2, "")),
    ],
)
def test_heading_is_found(line: str, found: tuple[int, str]) -> None:
    assert headings(line) == [found]


@pytest.mark.parametrize("line", ["####### Seven", "#NoBlank", "    # Code", "\\# Escaped", "text # not", "> # Quoted"])
def test_other_lines_are_no_heading(line: str) -> None:
    assert headings(line) == []


def test_underlined_paragraph_is_a_heading() -> None:
    assert headings("Title\n=====\n\nPart\n---\n") == [(1, "Title"), (2, "Part")]


@pytest.mark.parametrize("text", ["\n---\n", "| a |\n---\n", "- a\n---\n", "# a\n---\n", "> a\n---\n"])
def test_rule_below_anything_else_is_a_rule(text: str) -> None:
    assert [level for level, _ in headings(text) if level == 2] == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "> ```", "- ```", "   ~~~"])
def test_headings_inside_a_fence_are_code(fence: str) -> None:
    marks = fence.lstrip("> -")
    assert headings(f"{fence}text\n# not\n{marks}\n# yes") == [(1, "yes")]


def test_fence_closes_only_with_as_many_marks() -> None:
    assert headings("````\n```\n# not\n````\n# yes") == [(1, "yes")]


def test_fence_that_is_never_closed_runs_to_the_end() -> None:
    assert headings("```\n# not\n") == []


def test_indented_code_after_a_blank_line_is_not_read() -> None:
    assert visible("text\n\n    # code\n    | a |\n\ntext") == "text\n\n\n\n\ntext"


def test_indented_line_of_a_list_is_read() -> None:
    assert "details" in visible("- [ ] item\n\n    details")


def test_comment_is_blanked_in_place_over_lines() -> None:
    text = "a <!-- b\n# not\nc --> d"
    assert visible(text) == "a       \n     \n      d"
    assert headings(text) == []


def test_comment_sign_in_code_is_no_comment() -> None:
    assert visible("write `<!--` here\n# yes").endswith("# yes")


def test_line_numbers_are_those_of_the_file() -> None:
    body = scan_body("a\n# b", 12)
    assert body.number(body.headings[0].index) == 13


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "![" * 5_000,
        "[a][" * 2_500,
        "<![CDATA[" * 1_000,
        "<a " * 2_000,
        "1. " * 3_333,
        "a\n:   b\n" * 1_250,
        "*[a]: b\n" * 2_000,
        "x" * 1_000_000,
        "> " * 400,
        "- " * 400,
        "# a\n" * 4_000,
        "\n".join("\t" * depth + "- a" for depth in range(100)),
    ],
    ids=range(13),
)
def test_body_that_stalls_python_markdown_is_refused(text: str) -> None:
    assert find_complexity(scan_body(text, 1), "x.md") is not None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300,
        "x" * 10_000,
        "[a](b) " * 250,
        "```\n" + "[1, 2]\n" * 1_000 + "```\n",
        "- " * 20,
        "# a\n" * 500,
        "[a](b)\n\n" * 5_000,
        "x" * 9_999 + "\n",
    ],
    ids=range(8),
)
def test_body_at_the_bounds_is_accepted(text: str) -> None:
    assert find_complexity(scan_body(text, 1), "x.md") is None


def test_every_sample_document_can_be_rendered() -> None:
    documents = sorted(SAMPLES.rglob("*.md"))
    assert documents
    bodies = [split_front_matter(path.read_text(encoding="utf-8"), path.name).body for path in documents]
    assert [find_complexity(scan_body(body, 1), "x.md") for body in bodies] == [None] * len(documents)


LINES = [
    "", " ", "text", "- item", "1. item", "  more", "    code", "\tcode", "    - nested", "> quote", "```", "~~~",
    "````", "- ```", "> ```", "    ```", "`<!--`", "<!-- a -->", "<!-- a", "b -->", '!!! note "a"', "    in it",
    "??? tip", "# Head",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_lines_that_are_not_looked_at_are_what_a_look_at_each_would_show(lines: list[str]) -> None:
    body, scanner = scan_body("\n".join(lines), 1), _Scanner()
    seen = [scanner.see(line) for line in body.lines]
    assert [*zip(body.visible, body.code, strict=True)] == seen


@given(st.lists(st.sampled_from(["", "a:", ": a", "a: \t", "::", "- a", "a:b", "```", "**a:**"]), max_size=12))
def test_lines_with_a_sign_are_those_that_a_look_at_each_would_find(lines: list[str]) -> None:
    body = scan_body("\n".join(lines), 1)
    assert body.lines_with(":") == [index for index, line in enumerate(body.visible) if ":" in line]
    assert body.lines_ending_with(":") == [n for n, line in enumerate(body.visible) if line.strip()[-1:] == ":"]
