from __future__ import annotations

import pytest

from tests.editing.fixes.fixing import fixed_lines

ID = "id: INC-1"


@pytest.mark.parametrize(
    "line",
    [
        "commander: TBD",
        "commander:",
        'commander: ""',
        "commander: '[Name]'",
        "review_at: null",
        "review_at: ~",
        "trigger: —",
    ],
)
def test_a_key_that_states_nothing_is_taken_out(line: str) -> None:
    assert fixed_lines(ID, line) == [ID]


def test_a_block_that_is_empty_afterwards_goes_too() -> None:
    assert fixed_lines(ID, "impact:", "  revenue:", "  regions: [eu]") == [ID, "impact:", "  regions: [eu]"]
    assert fixed_lines(ID, "impact:", "  revenue:") == [ID]


@pytest.mark.parametrize(
    "lines",
    [
        ["severity: TBD"],
        ["commander: TBD  # ask Dana"],
        ["# ask Dana", "commander: TBD"],
        ["authors: [TBD, Dana]"],
        ["unknown thing: TBD"],
        ["status: draft", "commander: TBD"],
        ["commander: >-", "  TBD"],
    ],
    ids=["required", "comment behind", "comment above", "in a list", "unknown key", "draft", "folded"],
)
def test_what_is_required_commented_or_left_to_fill_in_stays(lines: list[str]) -> None:
    assert fixed_lines(ID, *lines) == [ID, *lines]


def test_the_last_key_of_a_block_stays() -> None:
    assert fixed_lines("commander: TBD") == ["commander: TBD"]
