"""PM301: an open action item has no owner."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import OWNERLESS_ITEM, Location, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item without owner and team. Source: Google SRE Workbook, chapter 10."""
    for postmortem in library.postmortems:
        for item in postmortem.open_items:
            if not item.owners and not item.team:
                place = Location(postmortem.path, item.line, item.column)
                yield OWNERLESS_ITEM.at(
                    place, f'action item "{shorten(item.title)}" has no owner', "name a person or a team"
                )
