from __future__ import annotations

import pytest

from tests.editing.fixes.fixing import fix, fixed_lines


def test_keys_stand_in_the_order_of_the_documentation_with_the_comments_above_them() -> None:
    lines = [
        "# The facts.",
        "",
        "services: [checkout]",
        "# Agreed on 2 March.",
        "# See the minutes.",
        "severity: sev1  # by Dana",
        "summary: >-",
        "  One.",
        "",
        "  Two.",
        "id: INC-1",
    ]

    assert fixed_lines(*lines) == [
        "# The facts.",
        "",
        "id: INC-1",
        "# Agreed on 2 March.",
        "# See the minutes.",
        "severity: sev1  # by Dana",
        "services: [checkout]",
        "summary: >-",
        "  One.",
        "",
        "  Two.",
    ]


def test_keys_of_your_own_stay_behind_in_their_order() -> None:
    lines = ["x-b: 1", "team: a", "x-a: 2", "id: INC-1", "$schema: x"]

    assert fixed_lines(*lines, fields=[{"name": "team"}]) == ["$schema: x", "id: INC-1", "x-b: 1", "team: a", "x-a: 2"]


@pytest.mark.parametrize("line", ["{severity: sev1, id: INC-1}", "id: INC-1"])
def test_a_block_that_is_in_order_or_on_one_line_stays(line: str) -> None:
    assert fixed_lines(line) == [line]


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\nseverity: sev1\r\nid: INC-1\r\n---\r\n\r\n# x\r\n"

    assert fix(text).after.text == "\ufeff---\r\nid: INC-1\r\nseverity: sev1\r\n---\r\n\r\n# x\r\n"


def test_a_sign_in_a_text_of_several_lines_is_no_comment() -> None:
    lines = ["severity: sev1", 'title: "a', '# b"', "id: INC-1"]

    assert sorted(fixed_lines(*lines)) == sorted(lines)
    assert 'title: "a # b"'.count("#") == 1
