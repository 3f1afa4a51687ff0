"""PM504: a document says that it is related to itself."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import SELF_RELATION, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each relation that names the declaring document."""
    for postmortem in library.postmortems:
        for index, related in enumerate(postmortem.related):
            if related.id.casefold() == postmortem.id.casefold():
                place = postmortem.place_of(f"related.{index}")
                yield SELF_RELATION.at(
                    place, f"{postmortem.id} relates to itself", "name the other incident, or remove the entry"
                )


RULE = Rule(
    SELF_RELATION,
    check,
    Explanation(
        why="A document that is related to itself was copied from the other one, or names the wrong id.",
        sources=(THE_DOCUMENT,),
        bad=stating("related: [INC-2026-014]"),
        good=stating("related: []"),
    ),
)
