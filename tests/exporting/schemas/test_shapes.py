"""A shape lets everything pass that the model takes, and refuses what is plainly something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError

from mkdocs_postmortem.exporting.schemas.shapes import DEFINITIONS, choice, defined, listing, own_value, step
from mkdocs_postmortem.model.action_item import parse_due
from mkdocs_postmortem.model.duration import CLOCK_FORM, ISO_FORM, PART_FORM, as_duration
from mkdocs_postmortem.model.quantity import (
    ANSWER_FORM,
    COUNT_FORM,
    PERCENT_FORM,
    as_answer,
    as_percentage,
    as_quantity,
)
from mkdocs_postmortem.model.text import ID_FORM, URL_FORM, check_id, check_url
from mkdocs_postmortem.model.times import DATE_FORM, INSTANT_FORM, as_date, as_instant, find_zone
from mkdocs_postmortem.settings import CustomField

FORMS = {
    "time": (lambda value: as_instant(value, timezone.utc), [INSTANT_FORM]),
    "day": (as_date, [DATE_FORM]),
    "due": (lambda value: parse_due(str(value)), [DATE_FORM]),
    "zone": (lambda value: find_zone(str(value)), []),
    "duration": (as_duration, [PART_FORM, CLOCK_FORM, ISO_FORM]),
    "count": (as_quantity, [COUNT_FORM]),
    "percentage": (as_percentage, [PERCENT_FORM]),
    "answer": (as_answer, [ANSWER_FORM, URL_FORM]),
    "id": (check_id, [ID_FORM]),
    "address": (check_url, [URL_FORM]),
}
"""How the model reads each defined shape, and the forms that it reads."""

TAKEN: list[tuple[str, Any]] = [
    ("time", "2026-03-01 14:05 Europe/Berlin"),
    ("time", " 2026-03-01 at 14:05:30.5 (UTC)"),
    ("time", "2026-03-01T14:05 America/Argentina/Buenos_Aires"),
    ("due", "2026-03-31, if the vendor answers"),
    ("zone", "Etc/GMT+5"),
    ("zone", "+0100"),
    ("duration", "1 Day and 3 hours"),
    ("duration", "pt1h34m"),
    ("count", "About 1’200 användare"),
    ("count", 0),
    ("percentage", "≈ 12.5 %"),
    ("answer", "YES (12 rows)\nrestored"),
    ("answer", {"answer": "yes: all", "url": "https://example.org"}),
]
REFUSED: list[tuple[str, Any]] = [
    ("time", "1 March 2026"),
    ("time", "2026-03-01 14:05 CET"),
    ("time", "2026-03-01"),
    ("day", "03/04/2026"),
    ("due", "next sprint"),
    ("zone", "PST"),
    ("duration", 40),
    ("duration", "1:34"),
    ("count", "12k"),
    ("count", -1),
    ("percentage", 101),
    ("percentage", "many"),
    ("answer", "perhaps"),
    ("answer", {"details": "no answer"}),
    ("answer", {"yes": False}),
    ("id", "a b"),
    ("address", "javascript:alert(1)"),
    ("address", "https://user:word@example.org"),
]


def passes(name: str, value: Any) -> bool:
    return Draft7Validator({**defined(name), "definitions": DEFINITIONS}).is_valid(value)


def takes(read: Callable[[Any], Any], value: Any) -> bool:
    try:
        read(value)
    except PydanticCustomError:
        return False
    return True


def test_every_defined_shape_is_compared_with_the_model() -> None:
    assert sorted(FORMS) == sorted(DEFINITIONS)


@pytest.mark.parametrize("name", FORMS)
@settings(deadline=None)
@given(st.data())
def test_what_the_model_takes_passes(name: str, data: st.DataObject) -> None:
    read, forms = FORMS[name]
    texts = st.one_of(st.text(max_size=30), *(st.from_regex(form, fullmatch=True) for form in forms))
    value = data.draw(texts | st.integers(-5, 200) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False))

    assert passes(name, value) or not takes(read, value)


@pytest.mark.parametrize(("name", "value"), TAKEN)
def test_usual_and_unusual_forms_pass(name: str, value: Any) -> None:
    assert takes(FORMS[name][0], value)
    assert passes(name, value)


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_other_things_are_refused_by_both(name: str, value: Any) -> None:
    assert not takes(FORMS[name][0], value)
    assert not passes(name, value)


def test_numbers_that_are_names_pass_as_numbers() -> None:
    severities = Draft7Validator(step(["sev0", "sev1"], ["0", "1", "007", "p0"]))

    assert [value for value in (0, 1, 7, "P-0", "sev 1", "0", 2, "p1", True) if severities.is_valid(value)] == [
        0, 1, "P-0", "sev 1", "0",
    ]  # fmt: skip


def test_elsewhere_numbers_are_no_names() -> None:
    priorities = Draft7Validator(choice(["P0", "P1"], ["0", "1"]))

    assert [value for value in ("p0", "1", "P 1", 1, "P2") if priorities.is_valid(value)] == ["p0", "1", "P 1"]


def test_a_list_holds_its_entries_and_no_more_than_it_may() -> None:
    names = Draft7Validator(listing({"type": "string"}, 2, 1))

    assert [names.is_valid(value) for value in (["a"], ["a", "b"], [], ["a", "b", "c"], [1], "a")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "good", "bad"),
    [
        (CustomField(name="a"), "x", 5),
        (CustomField(name="a", choices=("gold", "silver")), "gold", "brass"),
        (CustomField(name="a", type="number"), 12.5, "12.5"),
        (CustomField(name="a", type="yes-no"), "yes", "perhaps"),
        (CustomField(name="a", type="yes-no"), False, 0),
        (CustomField(name="a", type="date"), "2026-03-01", "1 March"),
        (CustomField(name="a", type="list"), ["x", 5], "x"),
        (CustomField(name="a", type="list", choices=("x",)), ["x"], ["y"]),
    ],
)
def test_a_field_of_the_settings_has_the_shape_of_its_type(declared: CustomField, good: Any, bad: Any) -> None:
    schema = Draft7Validator({**own_value(declared), "definitions": DEFINITIONS})

    assert [schema.is_valid(good), schema.is_valid(bad)] == [True, False]
