"""Where the links of a page's text lead: into the library, to a file beside the documents, or elsewhere."""

from __future__ import annotations

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.destinations import find_destination, find_named
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.reading.links import WikiName
from mkdocs_postmortem.rendering.environment import Link
from mkdocs_postmortem.rendering.links import Finder, Mention
from mkdocs_postmortem.views.address import Addresses


def finder_for(source: str, uri: str, library: Library, addresses: Addresses, link: Link) -> Finder:
    """Return how the links of a text are looked up; none leads from an incident to itself.

    `source` is the path of the text, as reports show it, and `uri` the page on which it stands.
    """

    def mention(incident: Postmortem, anchor: str = "") -> Mention | None:
        target = addresses.incident(incident, anchor)
        address = link(target) if anchor or target.uri != uri else ""
        return Mention(address, incident.title) if address else None

    def file(target: str) -> str | None:
        if target.startswith("#"):
            return target
        found = find_destination(library, source, target)
        where = addresses.destination(found)
        return target if found.kind == "elsewhere" else (link(where) or None) if where else None

    def word(text: str) -> Mention | None:
        incident = library.names.mentioned(text)
        return mention(incident) if incident else None

    def wiki(name: WikiName) -> Mention | None:
        meant = find_named(library, name)
        incident = meant[0].incident if len(meant) == 1 else None
        return mention(incident, meant[0].anchor) if incident else None

    return Finder(file, word, wiki)
