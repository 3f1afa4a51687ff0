"""What makes two incidents similar, and how similar they must be to be shown."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mkdocs_postmortem.settings.block import Block

Weight = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Score = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class SimilarityWeights(Block):
    """How much each thing that two documents share counts; 0 leaves it out. What is rare in the library counts more."""

    root_cause_service: Weight = 3
    service: Weight = 1
    factor: Weight = 1
    tag: Weight = 3
    term: Weight = 0.5


class SimilaritySettings(Block):
    """The weights, and the scores from 0 to 1 at which an incident is shown and at which its open items are a warning.

    `shown` is the number of similar incidents on a page; 0 shows none.
    """

    weights: SimilarityWeights = SimilarityWeights()
    at_least: Score = 0.15
    recurrence_at_least: Score = 0.35
    shown: Annotated[int, Field(ge=0, le=20)] = 3
