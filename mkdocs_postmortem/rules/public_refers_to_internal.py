"""PM706: a document points to one that its audience may not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import PUBLIC_REFERS_TO_INTERNAL, Location, Problem
from mkdocs_postmortem.rules.explanations.example import SOUND, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SECURITY
from mkdocs_postmortem.rules.language.prose import find_in_body
from mkdocs_postmortem.rules.rule import Rule

_LINK = re.compile(r"\]\([ ]?<?(?P<target>[^\s<>()\[\]#?]{1,400}\.md)(?![\w-])")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each relation and each link from a document to one with a narrower audience."""
    rank = {name: number for number, name in enumerate(library.settings.audiences)}
    audience = {
        p.path: (p.audience if p.readable else None) or library.settings.audiences[0] for p in library.postmortems
    }
    by_id, by_file = library.by_id(), {p.relative_path: p for p in library.postmortems}
    for postmortem in library.postmortems:
        own = audience[postmortem.path]
        for other, place in _targets(postmortem, by_id, by_file) if rank[own] else ():
            if other and rank[audience[other.path]] < rank[own]:
                message = f"this document is {own} and points to {shorten(other.id)}, which is {audience[other.path]}"
                hint = "remove it, or give both documents one audience"
                yield PUBLIC_REFERS_TO_INTERNAL.at(place, message, hint)


def _targets(
    postmortem: Postmortem, by_id: Mapping[str, Postmortem], by_file: Mapping[str, Postmortem]
) -> Iterator[tuple[Postmortem | None, Location]]:
    """Yield the documents to which this one points, by id or by relative link, and where it does."""
    for index, related in enumerate(postmortem.related):
        yield by_id.get(related.id.casefold()), postmortem.place_of(f"related.{index}")
    folder = dirname(postmortem.relative_path)
    for find in find_in_body(postmortem, _LINK):
        yield by_file.get(normpath(join(folder, find.match["target"]))), find.place


_EARLIER = SOUND.replace("INC-2026-014", "INC-2025-001")

RULE = Rule(
    PUBLIC_REFERS_TO_INTERNAL,
    check,
    Explanation(
        why="The page for the wider audience shows id and title of the other document, or a link that leads nowhere. "
        "Either tells of something that was not to be told.",
        sources=(SECURITY,),
        bad=stating("audience: public", "related: [INC-2025-001]").next_to("2025-02-28-pool.md", _EARLIER),
        good=stating("audience: public", "related: [INC-2025-001]").next_to(
            "2025-02-28-pool.md", _EARLIER.replace("status:", "audience: public\nstatus:")
        ),
        note="A document without an audience counts as the narrowest. The narrower document may point to the wider "
        "one.",
        options=("audiences",),
    ),
)
