"""PM501: two documents have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import DUPLICATE_ID, Problem
from mkdocs_postmortem.rules.explanations.example import FILE, Example
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem at every document, but the first by path, whose id another one has; letter case is ignored."""
    first: dict[str, Digest] = {}
    for document in sorted(register.documents, key=lambda document: document.relative_path):
        holder = first.setdefault(document.id.casefold(), document)
        if holder is not document:
            message = f'id "{shorten(document.id)}" belongs to {holder.path}'
            yield DUPLICATE_ID.at(document.place_of("id"), message, "give this document an id of its own")


RULE = RegisterRule(
    DUPLICATE_ID,
    check,
    Explanation(
        why="Other documents, tickets and messages refer to an incident by its id. With two of them nobody knows which "
        "one is meant.",
        sources=(THE_DOCUMENT,),
        bad=Example(told="Two documents with `id: INC-2026-014`.").next_to("2026-02-28-search.md"),
        good=Example(told=f"`id: INC-2026-014` stands in {FILE} alone."),
        note="Letter case is ignored. The first file by path keeps the id, every further one is reported.",
    ),
)
