"""PM302: an open action item has no due date."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import DUELESS_ITEM, Location, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item that states no due date at all; an unreadable one is PM303."""
    for postmortem in library.postmortems:
        for item in postmortem.open_items:
            if item.due is None and not item.stated_due:
                place = Location(postmortem.path, item.line, item.column)
                yield DUELESS_ITEM.at(
                    place, f'action item "{shorten(item.title)}" has no due date', "add one like 2026-03-31"
                )
