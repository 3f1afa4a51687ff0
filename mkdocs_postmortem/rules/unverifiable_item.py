"""PM309: nothing tells when an open-ended action item will be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import UNVERIFIABLE_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import LOGIN_2017, SRE_WORKBOOK
from mkdocs_postmortem.rules.language.wording import pattern_of
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of, tells_end
from mkdocs_postmortem.rules.vague_item import is_vague

_NUMBER = re.compile(r"[0-9]")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item with an open-ended word, no number and no verification plan."""
    for postmortem, item in items_of(library):
        if not item.is_open or tells_end(item) or is_vague(item) or _NUMBER.search(item.title):
            continue
        if match := pattern_of("open_ended").search(item.title):
            message = f'{naming(item)} is open-ended: "{shorten(match[0])}" has no measure'
            hint = "state a number or add a verification plan"
            yield UNVERIFIABLE_ITEM.at(place_of(item, postmortem), message, hint)


RULE = Rule(
    UNVERIFIABLE_ITEM,
    check,
    Explanation(
        why="An item has a verifiable end. More robust or regularly can always be done once more, so it is never done.",
        sources=(SRE_WORKBOOK, LOGIN_2017),
        bad=with_item("Size the pool more carefully", "Owner: Dana", "Due: 2026-03-31"),
        good=with_item("Size the pool to 120% of the number of workers", "Owner: Dana", "Due: 2026-03-31"),
        note="An item with a number or a verification plan is not reported, nor is one that is vague already (PM308). "
        "English and German words are known.",
    ),
)
