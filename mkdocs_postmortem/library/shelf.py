"""Documents side by side: in order, by path and by name, with where their links lead."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from mkdocs_postmortem.library.names import Named, Names, name_documents
from mkdocs_postmortem.library.surroundings import Surroundings, intro_path, locate, look_around
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.settings import Settings

_BEGINNING = datetime.min.replace(tzinfo=timezone.utc)


class Document(Named, Protocol):
    """What every form of a document has on a shelf."""

    @property
    def started_at(self) -> datetime | None:
        """Return when the incident began."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return the links of its body."""

    @property
    def renderable(self) -> bool:
        """Return whether its page shows more than its text as it is."""


D = TypeVar("D", bound=Document)


class Shelf(ABC, Generic[D]):
    """Documents, newest first, whole (a library) or in short (a register), and what their links find beside them."""

    settings: Settings
    intro_references: tuple[Reference, ...]
    known_incidents: tuple[KnownIncident, ...]
    surroundings: Surroundings

    @property
    @abstractmethod
    def documents(self) -> tuple[D, ...]:
        """Return the documents, newest first."""

    @abstractmethod
    def has_anchor(self, document: D, anchor: str) -> bool:
        """Return whether the document's page has this anchor."""

    @property
    def intro_path(self) -> str:
        """Return the path of the introduction, relative to the root."""
        return intro_path(self.settings.folder)

    @cached_property
    def by_path(self) -> dict[str, D]:
        """Return the documents by their path, relative to the root and normalised."""
        return {posixpath.normpath(document.path): document for document in self.documents}

    @cached_property
    def names(self) -> Names[D]:
        """Return the names that texts may use for the documents."""
        return name_documents(self.documents)

    def by_id(self) -> dict[str, D]:
        """Return the documents by id, letter case folded; of two with one id the newest."""
        return {document.id.casefold(): document for document in reversed(self.documents)}

    def references(self) -> Iterator[tuple[str, tuple[Reference, ...]]]:
        """Yield the path, as reports show it, and the links of the introduction and of every document."""
        yield self.intro_path, self.intro_references
        for document in self.documents:
            yield document.path, document.references


def newest_first(documents: Iterable[D]) -> tuple[D, ...]:
    """Return the documents by start, newest first; those without a start come last, by id."""
    return tuple(sorted(documents, key=_age))


def find_surroundings(shelf: Shelf[D], root: Path, docs_dir: str | Path) -> Surroundings:
    """Return what stands on disk at every path that a link of these documents names."""
    paths = {
        locate(source, reference.target)[0]
        for source, references in shelf.references()
        for reference in references
        if reference.form != "wiki" and not reference.target.startswith("#")
    }
    return look_around(root, shelf.settings.folder, docs_dir, shelf.by_path, paths - shelf.by_path.keys())


def _age(document: Document) -> tuple[bool, float, str]:
    start = document.started_at
    return (start is None, -(start or _BEGINNING).timestamp() if start else 0.0, document.id)
