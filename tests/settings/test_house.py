"""Conventions, impact thresholds and owners."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.documents import settings_of


def test_plain_owner_stands_for_an_entry() -> None:
    (owner,) = settings_of(owners=["Dana"]).owners
    assert (owner.name, owner.aliases) == ("Dana", ())


@pytest.mark.parametrize(
    "threshold",
    [
        {},
        {"severity": "sev0"},
        {"data_loss": True},
        {"severity": "sev0", "data_loss": False},
        {"severity": "sev0", "customers": 5},
        {"severity": "sev0", "customers_affected": 0},
        {"severity": "sev0", "error_rate": 101},
        {"severity": "sev0", "degradation": "bad"},
    ],
)
def test_threshold_that_says_nothing_or_too_much_is_refused(threshold: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_of(impact_thresholds=[threshold])


def test_thresholds_may_be_turned_off() -> None:
    assert settings_of(impact_thresholds=[]).impact_thresholds == ()


@pytest.mark.parametrize("convention", [{"name": ".*"}, {"title": "("}, {"file_name": 5}])
def test_convention_that_cannot_be_used_is_refused(convention: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_of(conventions=convention)
