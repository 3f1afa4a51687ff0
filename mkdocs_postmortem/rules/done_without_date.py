"""PM313: a done action item does not say when it was done."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.problems import DONE_WITHOUT_DATE, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each done item without a day of completion."""
    for postmortem, item in items_of(library):
        if item.status is ItemStatus.DONE and item.completed_at is None:
            hint = "add one, such as `Completed: 2026-03-20`"
            yield DONE_WITHOUT_DATE.at(place_of(item, postmortem), f"{naming(item)} is done without a date", hint)


RULE = Rule(
    DONE_WITHOUT_DATE,
    check,
    Explanation(
        why="How long items take can be seen only when their end is known. Slow ones are a reason why incidents "
        "repeat.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", done=True).given(
            "levels: {PM313: warning}"
        ),
        good=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Completed: 2026-03-09", done=True).given(
            "levels: {PM313: warning}"
        ),
        note="Off by default: few teams write the day down. Give the kind a level to turn it on.",
    ),
)
