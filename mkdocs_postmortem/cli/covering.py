"""A judgement as reports may show it."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_postmortem.reading.configuration.masks import Masks
from mkdocs_postmortem.rules.judge import Judgement


def cover_judgement(judgement: Judgement, masks: Masks) -> Judgement:
    """Return the problems of a judgement, shown and hidden, with nothing in their words that the environment says."""
    if not masks:
        return judgement
    ignored = (replace(one, problem=masks.cover_problem(one.problem)) for one in judgement.ignored)
    return Judgement(tuple(map(masks.cover_problem, judgement.problems)), tuple(ignored))
