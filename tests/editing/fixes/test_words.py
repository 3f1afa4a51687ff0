from __future__ import annotations

import pytest

from tests.editing.fixes.fixing import fixed_lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: In Review", "status: in-review"),
        ('status: "Published"', "status: published"),
        ("status: Final  # by Dana", "status: published  # by Dana"),
        ("severity: SEV 1", "severity: sev1"),
        ("severity: High", "severity: sev1"),
        ("severity: 2", "severity: sev2"),
        ("kind: Near Miss", "kind: near-miss"),
        ("audience: Internal", "audience: internal"),
        ("detection: {source: Alert}", "detection: {source: alert}"),
        ("action_items: [{title: x, status: Complete}]", "action_items: [{title: x, status: done}]"),
        ("action_items: [{title: x, priority: high}]", "action_items: [{title: x, priority: P1}]"),
    ],
)
def test_a_word_that_is_understood_becomes_the_listed_one(before: str, after: str) -> None:
    assert fixed_lines(before) == [after]


@pytest.mark.parametrize(
    "line",
    ["status: published", "severity: sev1", "status: Done", "severity: SEV9", "title: Final", "x-status: Final"],
)
def test_what_is_right_and_what_is_not_understood_stays(line: str) -> None:
    assert fixed_lines(line) == [line]


def test_the_words_of_the_settings_count() -> None:
    scale = [{"name": "major", "label": "Major", "aliases": ["SEV1"]}, {"name": "minor", "label": "Minor"}]

    assert fixed_lines("severity: sev 1", severities=scale) == ["severity: major"]


def test_an_entry_is_not_mistaken_for_one_that_is_left_out_and_the_rest_is_corrected() -> None:
    lines = ["action_items:", "- TBD", "- {title: x, status: Complete}", "- {title: y, status: open}"]

    assert fixed_lines("status: Final", *lines) == ["status: published", *lines]
