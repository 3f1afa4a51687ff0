"""Earlier incidents of the same failure whose action items are still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.similarity import Similar
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.model.relation import NAMES, Relation

_SAME_FIX = NAMES[Relation.SAME_FIX][0]
SAME_FAILURE = (NAMES[Relation.RECURRENCE_OF][0], NAMES[Relation.DUPLICATE_OF][0], _SAME_FIX)
"""Relations that say that the other document's action items would have helped here too, read from this side."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """An earlier incident with open action items, and how alike it is. `relation` is None when nobody declared one."""

    similar: Similar
    relation: str | None

    @property
    def incident(self) -> Postmortem:
        """Return the earlier incident."""
        return self.similar.incident

    @property
    def open_items(self) -> tuple[ActionItem, ...]:
        """Return what is still to be done there."""
        return self.similar.incident.open_items


def find_recurrences(postmortem: Postmortem, library: Library) -> tuple[Recurrence, ...]:
    """Return the earlier incidents with open items that this one repeats: declared ones, then those that are alike.

    Alike is what scores `similarity.recurrence_at_least`. A declared recurrence or duplicate need not have started
    earlier; with a same fix and without a declaration, the start decides.
    """
    declared = {found.incident.path: found for found in _declared(postmortem, library)}
    alike = (found for found in _alike(postmortem, library) if found.incident.path not in declared)
    return (*declared.values(), *alike)


def _declared(postmortem: Postmortem, library: Library) -> Iterator[Recurrence]:
    for related in library.related_to(postmortem):
        other = related.incident
        if related.relation == _SAME_FIX and not _is_earlier(other, postmortem):
            continue
        if related.relation in SAME_FAILURE and other.open_items:
            yield Recurrence(library.similarity.compare(postmortem, other), related.relation)


def _alike(postmortem: Postmortem, library: Library) -> Iterator[Recurrence]:
    for similar in library.similarity.like(postmortem):
        other = similar.incident
        enough = similar.score >= library.settings.similarity.recurrence_at_least
        if enough and other.open_items and _is_earlier(other, postmortem):
            yield Recurrence(similar, None)


def _is_earlier(other: Postmortem, postmortem: Postmortem) -> bool:
    return bool(other.started_at and postmortem.started_at and other.started_at < postmortem.started_at)
