"""The list of known incidents against the documents of the library."""

from __future__ import annotations

from mkdocs_postmortem.library.shelf import D, Shelf
from mkdocs_postmortem.model.known_incident import KnownIncident


def without_postmortem(shelf: Shelf[D]) -> tuple[KnownIncident, ...]:
    """Return the known incidents that no document is about, in the order of the list.

    A document is about an incident when the list's id is its id, its file's name, or its path in the folder.
    """
    return tuple(known for known in shelf.known_incidents if not shelf.names.find(known.id))
