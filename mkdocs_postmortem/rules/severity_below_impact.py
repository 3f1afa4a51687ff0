"""PM126: the severity is milder than the stated impact allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.impact import Impact
from mkdocs_postmortem.problems import SEVERITY_BELOW_IMPACT, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_BOOK
from mkdocs_postmortem.rules.rule import Rule
from mkdocs_postmortem.settings import ImpactThreshold
from mkdocs_postmortem.settings.severity import rank_of

_COUNTED = ("customers_affected", "customers_affected_percent", "requests_failed", "error_rate")
_ANSWERED = ("data_loss", "data_corruption")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each document whose impact meets a threshold and whose severity is milder than that."""
    scale = library.settings.severities
    for postmortem in library.postmortems:
        stated = postmortem.severity
        for threshold in library.settings.impact_thresholds if stated else ():
            rank = rank_of(threshold.severity, scale)
            is_milder = stated is not None and rank is not None and stated.rank > rank
            if stated and rank is not None and is_milder and (met := _met(postmortem.impact, threshold)):
                message = f"{stated.name} is milder than the impact: {met}"
                hint = f"such an impact is {scale[rank].name} or worse; correct one of the two"
                yield SEVERITY_BELOW_IMPACT.at(postmortem.place_of("severity"), message, hint)
                break


def _met(impact: Impact, threshold: ImpactThreshold) -> str:
    """Return what the impact states of a threshold that it meets in everything, empty when it does not."""
    stated = _limits(threshold)
    is_met = all(_reaches(impact, name, least) for name, least in stated.items())
    return ", ".join(name.replace("_", " ") for name in stated) if is_met else ""


@lru_cache(maxsize=64)
def _limits(threshold: ImpactThreshold) -> dict[str, Any]:
    return threshold.model_dump(exclude={"severity"}, exclude_none=True)


def _reaches(impact: Impact, name: str, least: Any) -> bool:
    value = getattr(impact, name)
    if value is None:
        return False
    if name in _ANSWERED:
        return bool(value.yes)
    return bool(value.number >= least if name in _COUNTED else value.value == least)


RULE = Rule(
    SEVERITY_BELOW_IMPACT,
    check,
    Explanation(
        why="Severity decides who is called, how soon a document is reviewed and what is counted. An outage that is "
        "called minor gets none of that.",
        sources=(SRE_BOOK,),
        bad=stating("severity: sev3", "impact: {data_loss: yes}"),
        good=stating("severity: sev1", "impact: {data_loss: yes}"),
        note="By default data loss and a complete outage are sev1 or worse. Thresholds that name a severity which is "
        "not on your scale are not applied.",
        options=("impact_thresholds", "severities"),
    ),
)
