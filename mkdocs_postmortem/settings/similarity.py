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
    """A service in which both had their cause."""
    service: Weight = 1
    """A service that both affected."""
    factor: Weight = 1
    """A category of contributing factors that both name."""
    tag: Weight = 3
    """A tag that both have."""
    term: Weight = 0.5
    """A word or a pair of words that both texts hold."""


class SimilaritySettings(Block):
    """The weights, and the scores from 0 to 1 at which an incident is shown and at which its open items matter."""

    weights: SimilarityWeights = SimilarityWeights.model_construct()
    """How much each thing that two documents share counts."""
    at_least: Score = 0.15
    """From which score on an incident is shown as similar."""
    recurrence_at_least: Score = 0.35
    """From which score on the open items of an earlier incident are a warning."""
    shown: Annotated[int, Field(ge=0, le=20)] = 3
    """How many similar incidents a page shows; 0 shows none."""
