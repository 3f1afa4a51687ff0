"""Inline Markdown without a parser: the pieces that are understood say what the parser would say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.inline import _parsed_links, _parsed_text
from mkdocs_postmortem.reading.inline_pieces import read_pieces

BITS = [
    *"`*_[]()<>!&\\:.~~é—😀1#,'\"= \t\n", "**", "](", "``", "~~", "word", "**b**", "**Bold words:**", "`co_de*`",
    "&amp;", "R&D", "\\*", "snake_case_x", "https://e.org/x", "http://a-b.c:80/p?q=1#f", "https://x.org/~me/a_b", "HTTP://E.org",
    "<https://e.org/a_b>", "[l](https://e.org/a)", "https://E.Org//a/../b?x#", "http://xn--80ak6aa92e.com/", "\u3000",
]  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "text", "links"),
    [
        ("set `max_pool *` to 80", "set max_pool * to 80", ()),
        ("**Prevent:** alert earlier", "Prevent: alert earlier", ()),
        ("raise max_pool_size", "raise max_pool_size", ()),
        (
            "see [the board](https://e.org/b_1) now",
            "see the board now",
            (("the board", "https://e.org/b_1"),),
        ),
        ("<https://e.org/b>", "https://e.org/b", (("https://e.org/b", "https://e.org/b"),)),
    ],
)
def test_piece_is_read_without_a_parser(markdown: str, text: str, links: tuple[tuple[str, str], ...]) -> None:
    assert read_pieces(markdown) == (text, links)


@pytest.mark.parametrize(
    "markdown",
    [
        "*it*",
        "**a *b* c**",
        "**bold:**now",
        "``a ` b``",
        "` a `",
        "a `b",
        "![alt](https://e.org/a.png)",
        "[a *b*](https://e.org/)",
        "[a](b.md)",
        "[[a](https://e.org/)](https://e.org/)",
        "<b>",
        "AT&amp;T",
        r"\*",
        "~~gone~~",
        "_all_",
        "http://xn--80ak6aa92e.com/ <http://xn--80ak6aa92e.com/>",
    ],
)
def test_everything_else_is_left_to_the_parser(markdown: str) -> None:
    assert read_pieces(markdown) is None


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=9).map("".join))
def test_pieces_say_what_the_parser_says(markdown: str) -> None:
    pieces = read_pieces(markdown)
    if pieces is not None:
        assert pieces.text.split() == _parsed_text(markdown).split()
        assert [*pieces.links] == _parsed_links(markdown)
