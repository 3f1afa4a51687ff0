"""Lists between two lines of a body: what is taken from the reading of the whole is what reading them alone gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.lists import _find_items, find_items

LINES = [
    "",
    "text",
    "  text",
    "- item",
    "1. item",
    "  - nested",
    "    - deeper",
    "- [x] done",
    "# Head",
    "| a |",
    "> - a",
]


@given(st.lists(st.sampled_from(LINES), max_size=14), st.integers(0, 14), st.integers(0, 14))
def test_items_between_two_lines_are_those_of_these_lines_alone(lines: list[str], one: int, other: int) -> None:
    body = scan_body("\n".join(lines), 1)
    start, stop = sorted(min(border, len(body.lines)) for border in (one, other))
    assert list(find_items(body, start, stop)) == _find_items(body, start, stop)[0]


def test_item_that_reaches_over_the_border_ends_there() -> None:
    body = scan_body("- a\n  - b\n- c\n  - d", 1)
    (first,) = find_items(body, 0, 1)
    assert (first.text, first.children) == ("a", [])
    assert [item.text for item in find_items(body, 1, 3)] == ["b", "c"]
