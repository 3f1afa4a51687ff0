"""Drift: action items and the issues of their tracker that no longer say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.trackers import Ticket, ticket_of
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.reading.issue_export import Issue

_ISSUE_PAGE = re.compile(r"/(?P<repository>.+?)/(?:-/)?(?:issues|pull|merge_requests|work_items)/(?P<number>[0-9]+)")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,19}-[0-9]{1,9}")
_BARE = re.compile(r"#?(?P<number>[0-9]{1,9})")


class DriftKind(str, Enum):
    """What is wrong with an item and its issue; the last two are notes, for nobody has done anything wrong."""

    ISSUE_CLOSED = "issue-closed"
    ISSUE_OPEN = "issue-open"
    UNKNOWN = "unknown-issue"
    AMBIGUOUS = "ambiguous-issue"

    @property
    def is_drift(self) -> bool:
        """Return whether the two say different things."""
        return self in (DriftKind.ISSUE_CLOSED, DriftKind.ISSUE_OPEN)


@dataclass(frozen=True, slots=True)
class Drift:
    """An item whose issue says something else, or which the export does not hold: `issue` is None then."""

    kind: DriftKind
    item: ActionItem
    document: Postmortem
    ticket: Ticket
    issue: Issue | None = None


def tracked_items(library: Library) -> Iterator[tuple[ActionItem, Postmortem, Ticket]]:
    """Yield the action items that name a ticket."""
    for postmortem in library.postmortems:
        for item in postmortem.action_items:
            if item.tracker:
                yield item, postmortem, ticket_of(item.tracker, library.settings.trackers)


def find_drift(library: Library, issues: Iterable[Issue]) -> Iterator[Drift]:
    """Yield the items that are open while their issue is closed, the reverse, and those without an issue."""
    named: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        for name in _names_of(issue):
            named[name].append(issue)
    for item, document, ticket in tracked_items(library):
        found = _find(item, ticket, named)
        if not found:
            yield Drift(DriftKind.UNKNOWN, item, document, ticket)
        elif len({issue.is_closed for issue in found}) > 1:
            yield Drift(DriftKind.AMBIGUOUS, item, document, ticket, found[0])
        elif found[0].is_closed is item.is_open:
            kind = DriftKind.ISSUE_CLOSED if item.is_open else DriftKind.ISSUE_OPEN
            yield Drift(kind, item, document, ticket, found[-1])


def _find(item: ActionItem, ticket: Ticket, named: Mapping[str, list[Issue]]) -> list[Issue]:
    """Return the issues of an item: by address, by key, and by bare number where no addresses could tell better."""
    stated = (item.tracker or "").strip()
    names = _names_of_address(ticket.url) if ticket.url else []
    bare = _BARE.fullmatch(stated)
    found = next((named[name] for name in (*names, *(() if bare else (stated.casefold(),))) if name in named), [])
    if found or bare is None:
        return found
    return [issue for issue in named.get(f"#{bare['number']}", ()) if not (ticket.url and issue.url)]


def _names_of(issue: Issue) -> set[str]:
    bare = _BARE.fullmatch(issue.key)
    own = f"#{bare['number']}" if bare else issue.key.casefold()
    return {own, *(_names_of_address(issue.url) if issue.url else ())}


def _names_of_address(url: str) -> list[str]:
    """Return what an address says: itself without what does not matter, `owner/repo#12`, and a key at its end."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    names = [f"{(parts.netloc + path).casefold().replace('/-/', '/')}"]
    if page := _ISSUE_PAGE.fullmatch(path):
        names.append(f"{page['repository']}#{page['number']}".casefold())
    # Linear puts words of the title behind the key.
    names += [segment.casefold() for segment in path.split("/")[-2:] if _KEY.fullmatch(segment)]
    return names
