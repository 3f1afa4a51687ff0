"""PM504: a document says that it is related to itself."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import SELF_RELATION, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each relation that names the declaring document."""
    for postmortem in library.postmortems:
        for index, related in enumerate(postmortem.related):
            if related.id.casefold() == postmortem.id.casefold():
                place = postmortem.place_of(f"related.{index}")
                yield SELF_RELATION.at(
                    place, f"{postmortem.id} relates to itself", "name the other incident, or remove the entry"
                )
