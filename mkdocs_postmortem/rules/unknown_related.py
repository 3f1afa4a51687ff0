"""PM503: a related id is no document of the library."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_RELATED, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each relation of a front matter whose id no document has; letter case is ignored."""
    known = library.by_id()
    for postmortem in library.postmortems:
        for index, related in enumerate(postmortem.related if postmortem.states("related") else ()):
            if related.id.casefold() not in known:
                place = postmortem.place_of(f"related.{index}")
                hint = suggest(related.id, [p.id for p in library.postmortems if p is not postmortem]) or "check the id"
                yield UNKNOWN_RELATED.at(place, f'no document has the id "{shorten(related.id)}"', hint)
