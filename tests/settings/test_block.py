"""Spans of time and patterns as people write them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

import pytest
from pydantic import ValidationError

from mkdocs_postmortem.settings.block import Block, ShortForm
from tests.documents import settings_of


class Owner(Block):
    name: str


class House(Block):
    owner: Annotated[Owner, ShortForm({"type": "string"})]
    times: Annotated[dict[str, int], ShortForm()]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("30d", timedelta(days=30)),
        ("30 days", timedelta(days=30)),
        ("1 day", timedelta(days=1)),
        ("2w", timedelta(weeks=2)),
        ("36h", timedelta(hours=36)),
        ("90min", timedelta(minutes=90)),
        ("90 M", timedelta(minutes=90)),
    ],
)
def test_span_is_a_number_and_its_unit(text: str, span: timedelta) -> None:
    assert settings_of(timeline_gap=text).timeline_gap == span


@pytest.mark.parametrize("value", [30, "30", "d", "-1d", "1.5d", "1d 2h", "123456d", "30 moons", None, True, []])
def test_other_values_are_no_span(value: Any) -> None:
    with pytest.raises(ValidationError, match="write a number and its unit"):
        settings_of(timeline_gap=value)


@pytest.mark.parametrize("value", ["(", "[", "*", "", 5, None])
def test_what_is_no_regular_expression_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError, match="regular expression"):
        settings_of(customer_names=[value])


def test_a_schema_knows_the_short_form_beside_the_long_one() -> None:
    drawn = House.model_json_schema()["properties"]

    assert drawn["owner"]["anyOf"] == [{"$ref": "#/$defs/Owner"}, {"type": "string"}]
    assert drawn["times"]["anyOf"][1] == {"type": "integer"}
