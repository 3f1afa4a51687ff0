"""Inline Markdown: plain text and links."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.inline import find_links, plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("plain", "plain"),
        ("a  b\nc", "a b c"),
        ("**bold** and *it* and ~~gone~~", "bold and it and gone"),
        ("`code <b>`", "code <b>"),
        ("[label](https://example.org)", "label"),
        ("![alt](a.png)", "alt"),
        ("a <b>b</b> c", "a b c"),
        ("AT&amp;T", "AT&T"),
        (r"\*not\*", "*not*"),
        ("<https://example.org>", "https://example.org"),
        ("snake_case_name", "snake_case_name"),
        ("a<br>b", "ab"),
    ],
)
def test_plain_text_is_what_a_reader_sees(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_links_are_found_with_label_and_target() -> None:
    text = "see [the *board*](https://a.example/) and <https://b.example/>"
    assert find_links(text) == [("the board", "https://a.example/"), ("https://b.example/", "https://b.example/")]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc"]
)
def test_script_target_is_no_link(target: str) -> None:
    assert find_links(f"[x]({target})") == []


def test_text_too_long_to_parse_is_kept_as_written() -> None:
    assert plain_text("*a* " * 2_000) == ("*a* " * 2_000).strip()
    assert find_links("[a](b) " * 2_000) == []
