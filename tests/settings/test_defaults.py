"""What is shipped is made without what validates settings and facts, and is what that would make of it."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import BaseModel

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.reading.settings_file import DEFAULTS
from mkdocs_postmortem.settings import DEFAULT_SCALE, Deadlines, Settings
from mkdocs_postmortem.settings.deadlines import Preset
from mkdocs_postmortem.settings.settings import DEFAULT_THRESHOLDS


def test_the_defaults_are_valid_and_those_of_an_empty_block() -> None:
    assert Settings() == DEFAULTS
    assert Settings.model_validate(DEFAULTS.model_dump()) == DEFAULTS


@pytest.mark.parametrize("shipped", [*DEFAULT_SCALE, *DEFAULT_THRESHOLDS], ids=repr)
def test_shipped_entries_are_valid(shipped: BaseModel) -> None:
    stated = {name: getattr(shipped, name) for name in shipped.model_fields_set}
    assert type(shipped)(**stated) == shipped


@pytest.mark.parametrize("preset", get_args(Preset))
def test_a_preset_alone_is_what_its_name_stands_for(preset: Preset) -> None:
    shipped, stated = Deadlines.of_preset(preset), Deadlines.model_validate(preset)
    assert shipped == stated
    assert shipped.model_fields_set == stated.model_fields_set


def test_blocks_of_facts_that_are_not_stated_are_empty() -> None:
    blocks = [field.default for field in Facts.model_fields.values() if isinstance(field.default, BaseModel)]
    assert len(blocks) == 3
    assert [type(block)() for block in blocks] == blocks
