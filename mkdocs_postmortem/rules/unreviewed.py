"""PM601: a published document names no reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import UNREVIEWED, Problem
from mkdocs_postmortem.rules.explanations.example import stating, without
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_BOOK
from mkdocs_postmortem.rules.rule import Rule, published


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each published document without reviewers and without somebody who approved it."""
    for postmortem in published(library):
        if not postmortem.reviewers and not postmortem.approved_by:
            place = postmortem.place_of("reviewers" if postmortem.states("reviewers") else "status")
            message = "the document is published and names no reviewer"
            yield UNREVIEWED.at(place, message, "add `reviewers`, or set status to in-review")


RULE = Rule(
    UNREVIEWED,
    check,
    Explanation(
        why="A postmortem that nobody reviewed might as well never have existed: its gaps are found by readers, and "
        "its "
        "items by nobody.",
        sources=(SRE_BOOK,),
        bad=without("reviewers", shown="status: published\nauthors: [Dana]"),
        good=stating("reviewers: [Kim]"),
        note="`approved_by` counts as a review.",
    ),
)
