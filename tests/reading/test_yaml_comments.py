from __future__ import annotations

import re

import pytest

from mkdocs_postmortem.reading.yaml_comments import find_yaml_comments

NOTE = re.compile(r"(?<!\S)#+ note")


def found(block: str) -> list[tuple[str, int, int]]:
    return [(comment.text, comment.line, comment.column) for comment in find_yaml_comments(block, NOTE)]


@pytest.mark.parametrize(
    ("block", "line", "column"),
    [
        ("a: b # note x", 0, 5),
        ("# note x\na: b\n", 0, 0),
        ("a: b\n  # note x", 1, 2),
        ("a: [b, # note x\n  c]", 0, 7),
        ("a: 'it''s' # note x", 0, 11),
        ("a: größe 日本 # note x", 0, 12),
        ("a: |\n  text\n# note x\nb: c", 2, 0),
        ("a:\n  b: c\n## note x", 2, 0),
    ],
)
def test_a_comment_is_found_with_its_place(block: str, line: int, column: int) -> None:
    assert found(block) == [(" note x", line, column)]


@pytest.mark.parametrize(
    "block",
    [
        'a: "b # note x"',
        "a: 'b\n  # note x'",
        "a: |\n  b\n  # note x\n",
        "a: >-\n  # note x",
        "a: b# note x",
        "a: b # x note",
    ],
)
def test_what_stands_inside_of_a_value_is_none(block: str) -> None:
    assert found(block) == []
