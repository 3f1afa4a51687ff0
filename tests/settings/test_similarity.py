"""The settings of similarity are strict."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.documents import settings_of


@pytest.mark.parametrize(
    "similarity",
    [
        {"weights": {"cause": 1}},
        {"weights": {"tag": -1}},
        {"weights": {"tag": 101}},
        {"weights": {"tag": float("nan")}},
        {"at_least": 1.5},
        {"recurrence_at_least": -0.1},
        {"shown": 21},
        {"shown": 2.5},
        {"least": 0.1},
    ],
)
def test_a_value_that_cannot_be_used_is_refused(similarity: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_of(similarity=similarity)


def test_a_weight_that_is_given_leaves_the_others_as_they_are() -> None:
    weights = settings_of(similarity={"weights": {"tag": 5}}).similarity.weights

    assert (weights.tag, weights.root_cause_service, weights.term) == (5, 3, 0.5)
