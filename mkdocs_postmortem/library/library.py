"""A library: all postmortems of one folder, in order, with their relations resolved in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_postmortem.library.neighbours import Neighbours, find_neighbours
from mkdocs_postmortem.library.owners import Owners, find_owners
from mkdocs_postmortem.library.shelf import Shelf, newest_first
from mkdocs_postmortem.library.surroundings import Surroundings
from mkdocs_postmortem.model import Ignore, Postmortem
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.model.relation import NAMES, Relation
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.anchors import has_anchor
from mkdocs_postmortem.settings import Settings

if TYPE_CHECKING:
    from mkdocs_postmortem.library.similarity import Similarity


@dataclass(frozen=True, slots=True)
class RelatedIncident:
    """Another document of the library and what it is to this one, read from this one's side ("recurrence of")."""

    incident: Postmortem
    relation: str


@dataclass(frozen=True)
class Library(Shelf[Postmortem]):
    """Postmortems, newest first, and what follows from having them together.

    `relations` holds for each id the related documents, declared here or by the other side. `intro` is the Markdown
    of the folder's own index.md, empty when there is none, with its links and the comments that hide problems of it.
    `surroundings` tells what stands where their links lead, `known_incidents` are those of the list that the settings
    name.
    """

    postmortems: tuple[Postmortem, ...]
    settings: Settings
    relations: Mapping[str, tuple[RelatedIncident, ...]] = field(default_factory=dict)
    intro: str = ""
    intro_references: tuple[Reference, ...] = ()
    intro_ignores: tuple[Ignore, ...] = ()
    surroundings: Surroundings = field(default_factory=lambda: Surroundings("."))
    known_incidents: tuple[KnownIncident, ...] = ()

    @property
    def documents(self) -> tuple[Postmortem, ...]:
        """Return the postmortems."""
        return self.postmortems

    @cached_property
    def similarity(self) -> Similarity:
        """Return the index that finds similar documents of this library."""
        from mkdocs_postmortem.library.similarity import Similarity  # noqa: PLC0415  # a check finds none

        return Similarity(self.postmortems, self.settings)

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """Return what came before and after each document in its service, by path."""
        return find_neighbours(self.postmortems, self.settings)

    @cached_property
    def owners(self) -> Owners:
        """Return the people and teams that own action items."""
        return find_owners(self.postmortems, self.settings)

    def has_anchor(self, document: Postmortem, anchor: str) -> bool:
        """Return whether the document's page has this anchor."""
        return has_anchor(document, anchor)

    def related_to(self, postmortem: Postmortem) -> tuple[RelatedIncident, ...]:
        """Return the documents related to this one, in either direction, each once per relation."""
        return self.relations.get(postmortem.id, ())

    def visible(self) -> Library:
        """Return the library as the settings' audience may see it: nothing of the other documents is left in it.

        A document without an audience, and one whose front matter cannot be read, counts as the narrowest, and so does
        the list of known incidents.
        """
        rank = self.settings.audiences.index
        wanted = rank(self.settings.audience)
        narrowest = self.settings.audiences[0]
        shown = tuple(p for p in self.postmortems if rank((p.audience if p.readable else None) or narrowest) >= wanted)
        known = self.known_incidents if self.settings.is_for_narrowest else ()
        return replace(self, postmortems=shown, relations=link_incidents(shown), known_incidents=known)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The library of a folder and the problems of reading its files, in the files' order."""

    library: Library
    problems: tuple[Problem, ...]


def build_library(postmortems: Iterable[Postmortem], settings: Settings, intro: str = "") -> Library:
    """Return the library of these documents, newest first, with relations resolved."""
    ordered = newest_first(postmortems)
    return Library(ordered, settings, link_incidents(ordered), intro)


def link_incidents(postmortems: Iterable[Postmortem]) -> dict[str, tuple[RelatedIncident, ...]]:
    """Return each document's relations, in the order of the declarations, then those that others declare to it."""
    known = {postmortem.id.casefold(): postmortem for postmortem in postmortems}
    found: dict[str, list[RelatedIncident]] = {postmortem.id: [] for postmortem in known.values()}
    for name, pick in (("declared", 0), ("inverse", 1)):
        for postmortem in known.values():
            for other, relation in _declared(postmortem, known):
                here, there = (postmortem, other) if name == "declared" else (other, postmortem)
                _add(found[here.id], RelatedIncident(there, NAMES[relation][pick]))
    return {key: tuple(related) for key, related in found.items() if related}


def group_by(
    postmortems: Iterable[Postmortem], names_of: Callable[[Postmortem], Iterable[str]]
) -> dict[str, tuple[Postmortem, ...]]:
    """Return the documents by each of the names that `names_of` gives for them, in the documents' order."""
    groups: dict[str, list[Postmortem]] = {}
    for postmortem in postmortems:
        for name in dict.fromkeys(names_of(postmortem)):
            groups.setdefault(name, []).append(postmortem)
    return {name: tuple(members) for name, members in groups.items()}


def _declared(postmortem: Postmortem, known: Mapping[str, Postmortem]) -> Iterable[tuple[Postmortem, Relation]]:
    for related in postmortem.related:
        other = known.get(related.id.casefold())
        if other is not None and other is not postmortem:
            yield other, related.relation


def _add(relations: list[RelatedIncident], new: RelatedIncident) -> None:
    if not any(old.incident is new.incident and old.relation == new.relation for old in relations):
        relations.append(new)
