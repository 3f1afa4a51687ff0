"""PM706: a document points to one that its audience may not see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import PUBLIC_REFERS_TO_INTERNAL, Location, Problem
from mkdocs_postmortem.rules.explanations.example import SOUND, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SECURITY
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each relation and each link from a document to one with a narrower audience."""
    rank = {name: number for number, name in enumerate(register.settings.audiences)}
    narrowest = register.settings.audiences[0]
    audience = {d.path: (d.audience if d.readable else None) or narrowest for d in register.documents}
    by_id, by_file = register.by_id(), {d.relative_path: d for d in register.documents}
    for document in register.documents:
        own = audience[document.path]
        for other, place in _targets(document, by_id, by_file) if rank[own] else ():
            if other and rank[audience[other.path]] < rank[own]:
                message = f"this document is {own} and points to {shorten(other.id)}, which is {audience[other.path]}"
                hint = "remove it, or give both documents one audience"
                yield PUBLIC_REFERS_TO_INTERNAL.at(place, message, hint)


def _targets(
    document: Digest, by_id: Mapping[str, Digest], by_file: Mapping[str, Digest]
) -> Iterator[tuple[Digest | None, Location]]:
    """Yield the documents to which this one points, by id or by relative link, and where it does."""
    for index, related in enumerate(document.related):
        yield by_id.get(related.id.casefold()), document.place_of(f"related.{index}")
    folder = dirname(document.relative_path)
    for mention in document.mentions:
        place = Location(document.path, mention.line, mention.column)
        yield by_file.get(normpath(join(folder, mention.target))), place


_EARLIER = SOUND.replace("INC-2026-014", "INC-2025-001")

RULE = RegisterRule(
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
