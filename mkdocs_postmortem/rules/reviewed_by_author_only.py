"""PM602: nobody but its authors reviewed a document."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import REVIEWED_BY_AUTHOR_ONLY, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_BOOK
from mkdocs_postmortem.rules.rule import Rule, published
from mkdocs_postmortem.settings import squash


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each published document whose reviewers are all among its authors."""
    for postmortem in published(library):
        authors = {squash(name) for name in postmortem.authors}
        reviewers = {squash(name) for name in (*postmortem.reviewers, postmortem.approved_by or "")} - {""}
        if reviewers and reviewers <= authors:
            message = "nobody but the authors has reviewed the document"
            hint = "ask somebody who did not write it"
            yield REVIEWED_BY_AUTHOR_ONLY.at(postmortem.place_of("reviewers"), message, hint)


RULE = Rule(
    REVIEWED_BY_AUTHOR_ONLY,
    check,
    Explanation(
        why="Authors know what they meant, and read it into what they wrote. A second reader finds what is missing.",
        sources=(SRE_BOOK,),
        bad=stating("authors: [Dana]", "reviewers: [Dana]"),
        good=stating("authors: [Dana]", "reviewers: [Dana, Kim]"),
        note="Spellings are compared by letters and digits: @dana is Dana.",
    ),
)
