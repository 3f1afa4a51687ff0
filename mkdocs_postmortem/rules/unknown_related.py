"""PM503: a related id is no document of the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_RELATED, Problem
from mkdocs_postmortem.rules.explanations.example import SOUND, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each relation of a front matter whose id no document has; letter case is ignored."""
    known = register.by_id()
    for document in register.documents:
        for index, related in enumerate(document.related if document.states("related") else ()):
            if related.id.casefold() not in known:
                place = document.place_of(f"related.{index}")
                hint = (
                    suggest(related.id, [other.id for other in register.documents if other is not document])
                    or "check the id"
                )
                yield UNKNOWN_RELATED.at(place, f'no document has the id "{shorten(related.id)}"', hint)


RULE = RegisterRule(
    UNKNOWN_RELATED,
    check,
    Explanation(
        why="A relation is shown on both pages. One that leads nowhere is a misspelt id, or a document that is "
        "missing.",
        sources=(THE_DOCUMENT,),
        bad=stating("related: [INC-2025-001]"),
        good=replace(
            stating("related: [INC-2025-001]"),
            beside=(("2025-02-28-search.md", SOUND.replace("INC-2026-014", "INC-2025-001")),),
        ),
        note="Letter case is ignored.",
    ),
)
