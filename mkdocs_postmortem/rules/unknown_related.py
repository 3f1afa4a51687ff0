"""PM503: a related id is no document of the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_RELATED, Problem
from mkdocs_postmortem.rules.explanations.example import SOUND, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import RegisterRule

_SUGGESTIONS_AT_MOST = 50


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each relation of a front matter whose id no document has; letter case is ignored.

    Only so many get a suggestion: each costs a look at every id.
    """
    suggested = 0
    for document, index in _unknown(register):
        wanted, hint = document.related[index].id, ""
        if suggested < _SUGGESTIONS_AT_MOST:
            suggested += 1
            hint = suggest(wanted, [other.id for other in register.documents if other is not document])
        message = f'no document has the id "{shorten(wanted)}"'
        yield UNKNOWN_RELATED.at(document.place_of(f"related.{index}"), message, hint or "check the id")


def _unknown(register: Register) -> Iterator[tuple[Digest, int]]:
    """Yield document and index of every such relation."""
    known = register.by_id()
    for document in register.documents:
        for index, related in enumerate(document.related if document.states("related") else ()):
            if related.id.casefold() not in known:
                yield document, index


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
