"""Other incidents on an incident's page: declared and similar ones, earlier ones left open, the service's next ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.recurrence import Recurrence, find_recurrences
from mkdocs_postmortem.library.similarity import Similar
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.views.address import ITEMS_ANCHOR, Addresses
from mkdocs_postmortem.views.parts import IncidentRow, ItemRow, Part, capitalise, incident_row, item_row
from mkdocs_postmortem.views.reasons import describe_reasons
from mkdocs_postmortem.words.catalogue import Words

MOST_ITEMS = 5
"""How many open items of an earlier incident are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another incident, its relation to this one ("" when nobody declared one), and why the two are similar."""

    relation: str
    row: IncidentRow
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecurrenceRow:
    """An earlier incident that this one repeats, and its open items; `items` leads to all of them."""

    related: RelatedRow
    items: Part
    open_items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class NeighbourLinks:
    """The incidents right before and right after this one in a service."""

    service: str
    earlier: Part | None
    later: Part | None


@dataclass(frozen=True, slots=True)
class Others:
    """Finds what an incident's page shows of the other documents of its library, as of `today`."""

    library: Library
    addresses: Addresses
    today: date
    words: Words

    def related(self, postmortem: Postmortem) -> Iterator[RelatedRow]:
        """Yield the declared relations in both directions, each with what the two documents share."""
        for related in self.library.related_to(postmortem):
            yield self._row(self.library.similarity.compare(postmortem, related.incident), related.relation)

    def similar(self, postmortem: Postmortem) -> Iterator[RelatedRow]:
        """Yield the similar incidents that no relation names."""
        declared = {related.incident.path for related in self.library.related_to(postmortem)}
        for similar in self.library.similarity.like(postmortem):
            if similar.incident.path not in declared:
                yield self._row(similar, "")

    def recurrences(self, postmortem: Postmortem) -> Iterator[RecurrenceRow]:
        """Yield the earlier incidents that this one repeats while their action items are open."""
        for recurrence in find_recurrences(postmortem, self.library):
            yield self._recurrence(recurrence)

    def neighbours(self, postmortem: Postmortem) -> NeighbourLinks | None:
        """Return the incidents before and after this one in its service, None when there is neither."""
        found = self.library.neighbours.get(postmortem.path)
        if found is None or not (found.earlier or found.later):
            return None
        return NeighbourLinks(found.service, self._link(found.earlier), self._link(found.later))

    def _row(self, similar: Similar, relation: str) -> RelatedRow:
        row = incident_row(similar.incident, self.library, self.addresses, self.today, self.words)
        name = capitalise(self.words(f"relation-{relation.replace(' ', '-')}")) if relation else ""
        return RelatedRow(name, row, describe_reasons(similar.reasons, self.words))

    def _recurrence(self, recurrence: Recurrence) -> RecurrenceRow:
        earlier, items = recurrence.incident, recurrence.open_items
        return RecurrenceRow(
            self._row(recurrence.similar, recurrence.relation or "similar to"),
            Part(
                self.words("recurrence-items", count=len(items)), target=self.addresses.incident(earlier, ITEMS_ANCHOR)
            ),
            tuple(
                item_row(item, earlier, self.library, self.addresses, self.today, self.words)
                for item in items[:MOST_ITEMS]
            ),
        )

    def _link(self, postmortem: Postmortem | None) -> Part | None:
        if postmortem is None:
            return None
        return Part(f"{postmortem.id}: {postmortem.title}", target=self.addresses.incident(postmortem))
