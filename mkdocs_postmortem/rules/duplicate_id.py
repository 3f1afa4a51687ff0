"""PM501: two documents have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import DUPLICATE_ID, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at every document, but the first by path, whose id another one has; letter case is ignored."""
    first: dict[str, Postmortem] = {}
    for postmortem in sorted(library.postmortems, key=lambda p: p.relative_path):
        holder = first.setdefault(postmortem.id.casefold(), postmortem)
        if holder is not postmortem:
            message = f'id "{shorten(postmortem.id)}" belongs to {holder.path}'
            yield DUPLICATE_ID.at(postmortem.place_of("id"), message, "give this document an id of its own")
