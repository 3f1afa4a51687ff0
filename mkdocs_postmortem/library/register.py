"""A register: all documents of a folder in short, which is all that most questions about a library need."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_postmortem.library.digest import Digest, digest_of
from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.shelf import Shelf
from mkdocs_postmortem.library.surroundings import Surroundings
from mkdocs_postmortem.model import Ignore
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.reading.anchors import is_made
from mkdocs_postmortem.settings import Settings


@dataclass(frozen=True)
class Register(Shelf[Digest]):
    """Digests, newest first, with what a library knows beside its documents."""

    digests: tuple[Digest, ...]
    settings: Settings
    intro_references: tuple[Reference, ...] = ()
    intro_ignores: tuple[Ignore, ...] = ()
    known_incidents: tuple[KnownIncident, ...] = ()
    surroundings: Surroundings = field(default_factory=lambda: Surroundings("."))

    @property
    def documents(self) -> tuple[Digest, ...]:
        """Return the digests."""
        return self.digests

    def ignores(self) -> dict[str, tuple[Ignore, ...]]:
        """Return the comments that hide problems, by the path of the text that holds any."""
        stated = ((self.intro_path, self.intro_ignores), *((digest.path, digest.ignores) for digest in self.digests))
        return {path: ignores for path, ignores in stated if ignores}

    def has_anchor(self, document: Digest, anchor: str) -> bool:
        """Return whether the document's page has this anchor."""
        return is_made(anchor) or anchor in document.anchors


def register_of(library: Library) -> Register:
    """Return a library in short."""
    digests = tuple(digest_of(postmortem, library.settings) for postmortem in library.postmortems)
    intro = library.intro_references, library.intro_ignores
    return Register(digests, library.settings, *intro, library.known_incidents, library.surroundings)
