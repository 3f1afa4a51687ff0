"""PM502: two documents, or a document and a page of the library, would have the same address."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import SLUG_COLLISION, Location, Problem

RESERVED_SLUGS = ("index", "services", "severities", "tags", "owners", "action-items", "insights", "health", "assets")
"""Addresses below the library's path that its own pages need."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at every document, but the first by path, that would become an address already taken.

    Addresses are compared without case and in compatibility form, as the most forgiving file system would.
    """
    taken: dict[str, str] = dict.fromkeys(RESERVED_SLUGS, "a page of the library")
    for postmortem in sorted(library.postmortems, key=lambda p: p.relative_path):
        folder = postmortem.relative_path.split("/")[0] if "/" in postmortem.relative_path else ""
        if folder in RESERVED_SLUGS:
            message = f'the folder name "{folder}" belongs to pages of the library'
            yield SLUG_COLLISION.at(Location(postmortem.path), message, "rename the folder")
        key = unicodedata.normalize("NFKC", postmortem.slug).casefold()
        holder = taken.setdefault(key, postmortem.path)
        if holder != postmortem.path:
            message = f'the address "{shorten(postmortem.slug)}" belongs to {holder}'
            hint = "rename the file" if key in RESERVED_SLUGS else "rename one of the files"
            yield SLUG_COLLISION.at(Location(postmortem.path), message, hint)
