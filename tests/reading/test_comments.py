from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.comments import find_comments, holds_comments, without_comments

NOTE = "<!-- postmortem: ignore PM302: x -->"


def found(text: str) -> list[tuple[str, int, int]]:
    """Return text, line and column, both from 1, of each comment of ours."""
    return [(one.text.strip(), one.start + 1, one.column + 1) for one in find_comments(scan_body(text, 1))]


def test_a_comment_is_found_with_its_place() -> None:
    assert found(f"# T\n\n- [ ] Alert {NOTE}\n") == [("postmortem: ignore PM302: x", 3, 13)]


def test_a_comment_may_go_over_several_lines() -> None:
    (comment,) = find_comments(scan_body("a <!-- postmortem: ignore PM302:\n  the vendor\n  does it --> b\n", 1))

    assert comment.text == " postmortem: ignore PM302:\n  the vendor\n  does it "
    assert (comment.start, comment.end, comment.stop) == (0, 2, len("  does it -->"))


def test_several_comments_may_stand_on_one_line() -> None:
    assert [place[1:] for place in found(f"{NOTE} {NOTE}<!-- c -->{NOTE}")] == [(1, 1), (1, 38), (1, 84)]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{NOTE}\n```\n",
        f"`{NOTE}`\n",
        f"Text\n\n    indented code {NOTE}\n",
        f"<!-- not now:\n{NOTE[: -len('-->')]}\n-->\n",
        "<!-- a remark on the postmortem -->\n",
        "no comment at all, postmortem: ignore PM302: x\n",
    ],
)
def test_code_other_comments_and_text_hold_none(text: str) -> None:
    assert found(text) == []


def test_a_comment_inside_an_admonition_is_found_where_it_stands_in_the_file() -> None:
    text = f"!!! note\n\n    - [ ] Alert\n      {NOTE}\n"
    (comment,) = find_comments(scan_body(text, 1))

    assert (comment.start, comment.column, comment.indent) == (3, 6, 2)


def test_a_comment_that_is_never_closed_goes_on_to_the_end() -> None:
    (comment,) = find_comments(scan_body("a <!-- postmortem: ignore PM302: x\nb\n", 1))

    assert (comment.closed, comment.end) == (False, 2)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (f"- [ ] A {NOTE}\n- [ ] B\n", "- [ ] A\n- [ ] B\n"),
        (f"- [ ] A\n  {NOTE}\n  - Owner: B\n", "- [ ] A\n  - Owner: B\n"),
        (f"| 1 {NOTE} | 2 |\n", "| 1  | 2 |\n"),
        (f"a\n{NOTE}\nb", "a\nb"),
        ("a <!-- postmortem: ignore\nPM302: x --> b\nc", "a  b\nc"),
        ("a\n<!-- postmortem: ignore\n\nPM302: x -->\nb", "a\nb"),
        (f"{NOTE} {NOTE}\nb", "b"),
        (f"`{NOTE}` <!-- a remark -->", f"`{NOTE}` <!-- a remark -->"),
        ("a <!-- postmortem: ignore PM302", "a <!-- postmortem: ignore PM302"),
        ("plain", "plain"),
    ],
)
def test_readers_get_the_text_without_comments_of_ours(text: str, without: str) -> None:
    assert without_comments(text) == without


def test_a_text_without_our_name_in_a_comment_is_not_looked_at() -> None:
    assert not holds_comments("# Postmortem: x\n<!-- a remark -->\n")
    assert holds_comments("<!--\nPostmortem: ignore")
