"""The pages of those who own action items: what a person or a team has promised, and in which incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.views.address import OWNER_GROUPS, Addresses, Target
from mkdocs_postmortem.views.board import by_urgency, newest_closed_first
from mkdocs_postmortem.views.durations import DurationTable, members_table
from mkdocs_postmortem.views.groups import ROWS_AT_MOST, page_links
from mkdocs_postmortem.views.item_facets import Listed
from mkdocs_postmortem.views.listing import Number, incident_numbers, newest_note
from mkdocs_postmortem.views.parts import IncidentRow, ItemRow, Part, incident_row, item_row
from mkdocs_postmortem.words.catalogue import Words, words_for

INCIDENTS_AT_MOST = 50
"""How many incidents stand on the page of an owner; the index has all."""


@dataclass(frozen=True, slots=True)
class OwnerView:
    """What a person or a team has promised: open items by due date, closed ones newest first. `as_of` is an ISO date.

    A long list goes on on further `pages`; each holds its share of both. The first page also has the newest of the
    incidents in which the items stand, and of a team those of its services, with how long they took. A person has no
    lengths of time: an incident is never one's own. `is_live` says that scripts bring the items to the reader's day.
    """

    title: str
    as_of: str
    numbers: tuple[Number, ...]
    open: tuple[ItemRow, ...]
    closed: tuple[ItemRow, ...]
    pages: tuple[Part, ...]
    back: Target
    words: Words
    is_empty: bool = False
    is_live: bool = False
    incidents: tuple[IncidentRow, ...] = ()
    incidents_note: str = ""
    durations: DurationTable | None = None


@dataclass(frozen=True, slots=True)
class _Owner:
    """A person or a team with its action items, and the incidents that it had to do with, newest first."""

    name: str
    kind: str
    items: Sequence[Listed]
    incidents: Sequence[Postmortem]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What all pages are made from. An incident's row is made once, for it stands on several pages."""

    library: Library
    addresses: Addresses
    today: date
    words: Words
    rows: dict[str, IncidentRow] = field(default_factory=dict)

    def item_rows(self, listed: Sequence[Listed]) -> tuple[ItemRow, ...]:
        return tuple(item_row(*pair, self.library, self.addresses, self.today, self.words) for pair in listed)

    def incident_row(self, postmortem: Postmortem) -> IncidentRow:
        if postmortem.path not in self.rows:
            row = incident_row(postmortem, self.library, self.addresses, self.today, self.words)
            self.rows[postmortem.path] = row
        return self.rows[postmortem.path]


def owner_views(library: Library, addresses: Addresses, today: date) -> Iterator[tuple[Target, OwnerView]]:
    """Yield the pages of everybody who owns an action item, and of those whom the settings list."""
    shelf = _Shelf(library, addresses, today, words_for(library.settings))
    items, incidents = _items_by_owner(library), _incidents_by_owner(library)
    for kind in OWNER_GROUPS:
        for name in addresses.slugs.get(kind, ()):
            yield from _pages_of(_Owner(name, kind, items.get(name, []), incidents.get(name, [])), shelf)


def _items_by_owner(library: Library) -> Mapping[str, list[Listed]]:
    owned: defaultdict[str, list[Listed]] = defaultdict(list)
    for postmortem in library.postmortems:
        for item in postmortem.action_items:
            for name in library.owners.of(item):
                owned[name].append((item, postmortem))
    return owned


def _incidents_by_owner(library: Library) -> Mapping[str, list[Postmortem]]:
    """Return the incidents in which each owner has an item, and those of the services that it owns."""
    owners = library.owners
    services = {entry.name: owners.find(entry.owner) for entry in library.settings.services if entry.owner}
    found: defaultdict[str, list[Postmortem]] = defaultdict(list)
    for postmortem in library.postmortems:
        names = [name for item in postmortem.action_items for name in owners.of(item)]
        owning = (services.get(service) for service in services_of(postmortem, library.settings))
        for name in dict.fromkeys((*names, *filter(None, owning))):
            found[name].append(postmortem)
    return found


def _pages_of(owner: _Owner, shelf: _Shelf) -> Iterator[tuple[Target, OwnerView]]:
    opened = by_urgency(pair for pair in owner.items if pair[0].is_open)
    closed = newest_closed_first(pair for pair in owner.items if not pair[0].is_open)
    ordered, border = [*opened, *closed], len(opened)
    firsts = range(0, max(1, len(ordered)), ROWS_AT_MOST)
    targets = tuple(shelf.addresses.group(owner.kind, owner.name, number) for number, _ in enumerate(firsts, 1))
    title = shelf.words("group-title", kind=shelf.words(f"group-{owner.kind}"), name=owner.name)
    for number, (first, target) in enumerate(zip(firsts, targets, strict=True), 1):
        last = first + ROWS_AT_MOST
        view = OwnerView(
            title=title if number == 1 else shelf.words("title-of-page", title=title, number=number),
            as_of=shelf.today.isoformat(),
            numbers=(*incident_numbers(owner.incidents, shelf.words), *_numbers(opened, len(closed), shelf)),
            open=shelf.item_rows(ordered[first : min(last, border)]),
            closed=shelf.item_rows(ordered[max(first, border) : last]),
            pages=page_links(targets, number),
            back=shelf.addresses.board,
            words=shelf.words,
            is_empty=not ordered,
            is_live=not shelf.library.settings.day_is_stated,
        )
        yield target, _with_incidents(view, owner, shelf) if number == 1 else view


def _with_incidents(view: OwnerView, owner: _Owner, shelf: _Shelf) -> OwnerView:
    shown, words = owner.incidents[:INCIDENTS_AT_MOST], shelf.words
    is_team = OWNER_GROUPS[owner.kind] == "team"
    return replace(
        view,
        incidents=tuple(map(shelf.incident_row, shown)),
        incidents_note=newest_note(len(shown), len(owner.incidents), words),
        durations=members_table(owner.incidents, shelf.addresses, words, "pm-durations") if is_team else None,
    )


def _numbers(opened: Sequence[Listed], closed: int, shelf: _Shelf) -> tuple[Number, ...]:
    words, overdue = shelf.words, sum(item.is_overdue(shelf.today) for item, _ in opened)
    return (
        Number(words("open-items-title"), words.number(len(opened))),
        Number(words("overdue"), words.number(overdue), alarming=overdue > 0, name="overdue"),
        Number(words("closed-items"), words.number(closed)),
    )
