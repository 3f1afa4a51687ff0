"""Descriptions of fields, read from the docstrings below them."""

from __future__ import annotations

import inspect

import pytest

from mkdocs_postmortem.model import Facts, Postmortem
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.settings.block import Block
from mkdocs_postmortem.settings.field_docs import describe_fields


class Above(Block):
    inherited: int = 1
    """From above."""
    bare: int = 2
    changed: int = 3
    """The first."""


class Below(Above):
    """A text of the class."""

    changed: int = 4
    """The second,

    over several lines.
    """
    own: int = 5
    "In other quotes."


def test_the_docstring_below_a_field_describes_it() -> None:
    assert describe_fields(Below) == {
        "inherited": "From above.", "changed": "The second,\n\nover several lines.", "own": "In other quotes.",
    }  # fmt: skip


def test_descriptions_stand_in_the_schema() -> None:
    properties = Below.model_json_schema()["properties"]
    assert {name: shape.get("description") for name, shape in properties.items()} == {
        "inherited": "From above.", "bare": None, "changed": "The second,\n\nover several lines.",
        "own": "In other quotes.",
    }  # fmt: skip


def test_every_option_and_every_fact_is_described() -> None:
    assert set(describe_fields(Settings)) == set(Settings.model_fields)
    assert set(describe_fields(Facts)) == set(Facts.model_fields) <= set(describe_fields(Postmortem))


def test_without_sources_nothing_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> str:
        raise OSError("source code not available")

    class Alone(Block):
        field: int = 1
        """Not seen."""

    monkeypatch.setattr(inspect, "getsource", missing)
    assert describe_fields(Alone) == {}
