"""Counts, percentages and yes-or-no answers."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.model.quantity import Answer, as_answer, as_percentage, as_quantity
from tests.faults import refused_as


@pytest.mark.parametrize(
    ("value", "number", "approximate"),
    [
        (0, 0, False),
        (1200, 1200, False),
        ("1,200", 1200, False),
        ("1 200", 1200, False),
        ("1_200_000", 1_200_000, False),
        ("about 1,200", 1200, True),
        ("~1200", 1200, True),
        ("ca. 1200 customers", 1200, True),
    ],
)
def test_count_is_read(value: Any, number: int, *, approximate: bool) -> None:
    quantity = as_quantity(value)
    assert (quantity.number, quantity.approximate) == (number, approximate)


@pytest.mark.parametrize("value", [True, 1.5, "many", "1,20", "1.200", "-4", "1e3", ("1",), "0x1F", "", "12 to 14"])
def test_other_counts_are_refused_by_type(value: Any) -> None:
    assert refused_as(as_quantity, value) == "wrong-type"


def test_count_below_nothing_is_out_of_range() -> None:
    assert refused_as(as_quantity, -1) == "out-of-range"


@pytest.mark.parametrize(
    ("value", "number"), [(0, 0.0), (12.5, 12.5), ("12.5 %", 12.5), ("100%", 100.0), ("about 12 %", 12.0)]
)
def test_percentage_is_read(value: Any, number: float) -> None:
    assert as_percentage(value).number == number


@pytest.mark.parametrize("value", [-0.1, 100.1, "101 %"])
def test_percentage_outside_0_to_100_is_out_of_range(value: Any) -> None:
    assert refused_as(as_percentage, value) == "out-of-range"


@pytest.mark.parametrize("value", [True, "half", ".inf", "nan", "12,5", ("1",)])
def test_other_percentages_are_refused_by_type(value: Any) -> None:
    assert refused_as(as_percentage, value) == "wrong-type"


@pytest.mark.parametrize(
    ("value", "yes", "details"),
    [
        (True, True, None),
        (False, False, None),
        ("yes", True, None),
        ("No", False, None),
        ("yes: 12 rows", True, "12 rows"),
        ("no (checked)", False, "checked"),
        ("Yes, two of them", True, "two of them"),
    ],
)
def test_answer_is_read(value: Any, details: str | None, *, yes: bool) -> None:
    answer = as_answer(value)
    assert (answer.yes, answer.details) == (yes, details)


def test_bare_address_is_a_yes_with_that_address() -> None:
    assert as_answer("https://status.example.org/1") == Answer(yes=True, url="https://status.example.org/1")


@pytest.mark.parametrize("value", [3, "maybe", "none", "yesterday", "", ("yes",), {"details": "x"}])
def test_other_answers_are_refused(value: Any) -> None:
    assert refused_as(as_answer, value) == "wrong-type"


def test_quantities_show_that_they_are_approximate() -> None:
    assert str(as_quantity("about 1200")) == "about 1,200"
    assert str(as_percentage("~3.50 %")) == "about 3.5 %"
