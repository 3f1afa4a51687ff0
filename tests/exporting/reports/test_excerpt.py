from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.exporting.reports.excerpt import quote_source
from mkdocs_postmortem.problems import Location


def shown(line: str, column: int) -> tuple[str, str]:
    """Return the line as it is quoted, and what stands below it."""
    quote = quote_source([line], Location("a.md", 1, column))
    assert quote is not None
    return quote.line, f"{quote.indent}^"


@pytest.mark.parametrize(
    ("line", "column", "quoted", "caret"),
    [
        ("severity: SEV9", 11, "severity: SEV9", "          ^"),
        ("\tdue: x", 2, "    due: x", "    ^"),
        ("担当: 田中", 5, "担当: 田中", "      ^"),
        ("e\u0301te\u0301: x", 6, "e\u0301te\u0301: x", "   ^"),
        ("a\x1bb: x", 3, "a\\u{1b}b: x", "       ^"),
        ("\u202etitle", 2, "\\u{202e}title", "        ^"),
        ("title: x", 99, "title: x", "        ^"),
        ("::error::x", 1, "\\u{3a}\\u{3a}error::x", "^"),
    ],
    ids=["plain", "tab", "wide", "combining", "escape", "bidi", "beyond the end", "command"],
)
def test_the_caret_stands_under_the_column(line: str, column: int, quoted: str, caret: str) -> None:
    assert shown(line, column) == (quoted, caret)


def test_a_long_line_is_cut_on_both_sides_of_the_column() -> None:
    line, caret = shown("a" * 500 + "X" + "b" * 500, 501)

    assert line == f"…{'a' * 60}X{'b' * 39}…"
    assert line[caret.index("^")] == "X"


def test_a_command_that_begins_before_the_column_is_shown_too() -> None:
    assert "##[" not in shown("x ##[error]y", 5)[0]


@pytest.mark.parametrize(("lines", "number"), [([], 1), (["a"], 2), (["a"], 0), (["  "], 1)])
def test_there_is_no_quote_of_a_line_that_is_not_there_or_blank(lines: list[str], number: int) -> None:
    assert quote_source(lines, Location("a.md", number, 1)) is None


@given(st.text(max_size=300), st.integers(1, 400))
def test_a_quote_is_printable_and_of_bounded_width(line: str, column: int) -> None:
    quote = quote_source([line], Location("a.md", 1, column))

    if quote is not None:
        assert {unicodedata.category(c) for c in quote.line}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
        assert len(quote.line) <= 102 * len("\\u{10ffff}")
