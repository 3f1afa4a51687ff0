"""Where every page of the library is: source paths, which an adapter turns into addresses of its own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.destinations import Destination
from mkdocs_postmortem.library.facets import Standpoint, facets_of
from mkdocs_postmortem.library.file_names import find_name_fault
from mkdocs_postmortem.library.owners import OwnerKind
from mkdocs_postmortem.model import Postmortem

ATTACHMENTS = "assets"
"""Folder of the files beside the documents below the library's path: no page and no export lies there."""
GROUPS = {"severities": "severity", "services": "service", "tags": "tag", "years": "year", "factors": "factor"}
"""Folders of the pages that group documents, and the facet of each."""
OWNER_GROUPS: dict[str, OwnerKind] = {"owners": "person", "teams": "team"}
"""Folders of the pages of those who own action items, and who stands in each."""
VIEWS = "views"
"""Folder of the saved views' pages."""
RESERVED = frozenset((*GROUPS, ATTACHMENTS, VIEWS, *OWNER_GROUPS, "index", "action-items", "insights", "health"))
"""Names directly below the library's path that no id may take: those of our own pages and folders."""
ITEMS_ANCHOR = "pm-action-items"
"""Anchor of the action items on an incident's page."""
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Target:
    """A page of the library by its source path, and an anchor on it."""

    uri: str
    anchor: str = ""


@dataclass(frozen=True)
class Addresses:
    """The source path of every page; names of services, tags, owners and the like become distinct slugs."""

    path: str
    slugs: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def index(self) -> Target:
        """Return the index page."""
        return Target(f"{self.path}/index.md")

    @property
    def board(self) -> Target:
        """Return the action item board."""
        return Target(f"{self.path}/action-items.md")

    @property
    def insights(self) -> Target:
        """Return the page on what the incidents have in common."""
        return Target(f"{self.path}/insights.md")

    @property
    def health(self) -> Target:
        """Return the page on what the library owes."""
        return Target(f"{self.path}/health.md")

    @property
    def closed_items(self) -> Target:
        """Return the page of the closed action items."""
        return Target(f"{self.path}/action-items/closed.md")

    def incident(self, postmortem: Postmortem, anchor: str = "") -> Target:
        """Return an incident's page."""
        return Target(f"{self.path}/{postmortem.relative_path}", anchor)

    def attachment(self, uri: str) -> Target:
        """Return where a file beside the documents is published; `uri` is its path in their folder."""
        return Target(f"{self.path}/{ATTACHMENTS}/{uri}")

    def destination(self, found: Destination[Postmortem]) -> Target | None:
        """Return the page or file that a link leads to, None when the site has none."""
        if found.kind == "incident" and found.incident is not None:
            return self.incident(found.incident, found.anchor)
        if found.kind == "index":
            return Target(self.index.uri, found.anchor)
        if found.kind == "page":
            return Target(found.uri, found.anchor)
        return self.attachment(found.uri) if found.kind == "attachment" else None

    def group(self, kind: str, name: str, part: int = 1) -> Target:
        """Return the page of a group; `kind` is one of `slugs`. A long list has further parts, on pages below it."""
        return Target(_part(f"{self.path}/{kind}/{self.slugs[kind][name]}", part))

    def owner(self, name: str) -> Target | None:
        """Return the page of a person or team that owns action items, None when there is none."""
        kind = next((kind for kind in OWNER_GROUPS if name in self.slugs.get(kind, {})), None)
        return self.group(kind, name) if kind else None

    def view(self, name: str, part: int = 1) -> Target:
        """Return the page of a saved view, or a further part of it."""
        return Target(_part(f"{self.path}/{VIEWS}/{name}", part))


def build_addresses(library: Library) -> Addresses:
    """Return the addresses of everything that the library names."""
    settings = library.settings
    names: dict[str, list[str]] = {
        "severities": [level.name for level in settings.severities],
        "services": [service.name for service in settings.services],
    }
    facets = facets_of(Standpoint(settings, settings.as_of or date.min))
    for kind, key in GROUPS.items():
        names.setdefault(kind, []).extend(v for p in library.postmortems for v in facets[key].values_of(p))
    names.update({kind: list(library.owners.named(who)) for kind, who in OWNER_GROUPS.items()})
    return Addresses(settings.path, {kind: distinct_slugs(listed) for kind, listed in names.items()})


def id_addresses(postmortems: Sequence[Postmortem]) -> dict[str, Postmortem]:
    """Return the incident by every name below the library's path that is its id: as it is written, and in lower case.

    An id has none when it is no plain name (letters, digits, `-` and `_`; a dot belongs to files), when some system
    cannot store a folder of this name, when a page has that name already, or when another id differs only in case.
    """
    counted = Counter(postmortem.id.casefold() for postmortem in postmortems)
    taken = RESERVED.union(postmortem.slug.casefold() for postmortem in postmortems)
    return {
        name: postmortem
        for postmortem in postmortems
        if counted[postmortem.id.casefold()] == 1 and postmortem.id.casefold() not in taken
        if _SEGMENT.fullmatch(postmortem.id) and find_name_fault(postmortem.id) is None
        for name in dict.fromkeys((postmortem.id, postmortem.id.lower()))
    }


def _part(path: str, number: int) -> str:
    return f"{path}/page-{number}.md" if number > 1 else f"{path}.md"


def distinct_slugs(names: Iterable[str]) -> dict[str, str]:
    """Return a slug for each name, no two alike on any file system: the second `API` beside `api` becomes `api-2`."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        slug = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", name).lower()).strip("-_")[:80] or "unnamed"
        number, candidate = 1, slug
        while candidate in found.values() or candidate == "index":
            number += 1
            candidate = f"{slug}-{number}"
        found[name] = candidate
    return found
