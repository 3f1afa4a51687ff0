"""Choosing postmortems by what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_postmortem.library.facets import Facet, Standpoint, facets_of
from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.ordering import order_by
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import SavedView


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted: any one of the values of a facet, all facets together; a facet without values wants all.

    `where` holds the values by the key of the facet. `since` is a day in UTC and leaves undated documents out.
    """

    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None

    def choose(self, library: Library, standpoint: Standpoint) -> tuple[Postmortem, ...]:
        """Return the chosen documents in the library's order; raises KeyError for a facet that there is not."""
        facets = facets_of(standpoint)
        filters = [(facets[key], words) for key, words in self.where.items() if words]
        return tuple(p for p in library.postmortems if self._is_recent(p) and _fits(p, filters))

    def _is_recent(self, postmortem: Postmortem) -> bool:
        start = postmortem.started_at
        return self.since is None or (start is not None and start.date() >= self.since)


def choose_for_view(view: SavedView, library: Library, standpoint: Standpoint) -> tuple[Postmortem, ...]:
    """Return the documents of a saved view in its order."""
    return order_by(Selection(view.where).choose(library, standpoint), view.sort, standpoint.settings)


def _fits(postmortem: Postmortem, filters: list[tuple[Facet, tuple[str, ...]]]) -> bool:
    return all(facet.has_any(postmortem, words) for facet, words in filters)
