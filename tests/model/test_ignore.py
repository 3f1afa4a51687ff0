from __future__ import annotations

import pytest

from mkdocs_postmortem.model import Ignore

ITEM = Ignore(codes=("PM301", "PM302"), reason="the vendor does it", line=35, column=3, first=34, last=36)
WHOLE = ITEM.model_copy(update={"first": 1, "last": None})


@pytest.mark.parametrize(
    ("code", "line", "covered"),
    [
        ("PM302", 34, True),
        ("PM301", 36, True),
        ("PM302", 33, False),
        ("PM302", 37, False),
        ("PM303", 34, False),
    ],
)
def test_a_comment_covers_its_codes_on_its_lines(code: str, line: int, *, covered: bool) -> None:
    assert ITEM.covers(code, line) is covered


def test_without_a_last_line_it_covers_the_rest_of_the_document() -> None:
    assert WHOLE.covers("PM302", 1)
    assert WHOLE.covers("PM302", 100_000)


def test_a_whole_document_reaches_further_than_any_lines() -> None:
    assert (ITEM.reach, WHOLE.reach) == (3, float("inf"))
