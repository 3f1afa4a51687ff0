"""The list of known incidents against the documents of the library."""

from __future__ import annotations

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.model.known_incident import KnownIncident


def without_postmortem(library: Library) -> tuple[KnownIncident, ...]:
    """Return the known incidents that no document is about, in the order of the list.

    A document is about an incident when the list's id is its id, its file's name, or its path in the folder.
    """
    return tuple(known for known in library.known_incidents if not library.names.find(known.id))
