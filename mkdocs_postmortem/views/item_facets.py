"""What scripts need to filter and sort a list of action items: facets, columns and orders, as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.library.facets import facets_of
from mkdocs_postmortem.model import ActionItem, ItemStatus, Postmortem
from mkdocs_postmortem.model.action_item import ItemKind, Priority
from mkdocs_postmortem.settings.saved_view import UNDATED
from mkdocs_postmortem.views.address import ITEMS_ANCHOR, Addresses
from mkdocs_postmortem.views.facet_table import (
    CONTROL_WORDS,
    DayScale,
    FacetColumn,
    FacetTable,
    FacetValue,
    Naming,
    SortColumn,
    days_since_1970,
    facet_column,
)
from mkdocs_postmortem.views.parts import Part, progress_of, tracker_part
from mkdocs_postmortem.views.room import Room, room_for, shorten
from mkdocs_postmortem.words.catalogue import Words, words_for

Listed = tuple[ActionItem, Postmortem]
"""An action item with the document that it stands in."""
DUE_SOON = 7
"""From how many days before its due date on an item is due soon."""
_MISSING: dict[str, Callable[[ActionItem], object]] = {
    "owner": lambda item: item.owners or item.team,
    "due-date": lambda item: item.due,
    "tracker": lambda item: item.tracker,
}
"""What an open item may lack, and what tells that it has it."""
_TITLES = {
    "status": "column-status",
    "owner": "column-owner",
    "team": "group-teams",
    "priority": "column-priority",
    "kind": "facet-kind",
    "missing": "facet-missing",
    "year": "group-years",
}
_DEADLINES = ("overdue", "due-soon", "later")
_AGES = (30, 90, 180, 365)
_OPEN_ORDER = ("deadline", "owner", "team", "service", "severity", "priority", "kind", "status", "age", "missing")
_CLOSED_ORDER = ("status", "owner", "team", "service", "severity", "priority", "kind", "year")

ITEM_WORDS = (
    "age", "column-closed", "column-due", "column-incident", "column-owner", "column-priority", "column-status",
    "count-dropped", "is-overdue", "item-number", "not-stated", "progress", "separator",
)  # fmt: skip
"""What rows of action items say."""
_OWN_WORDS = {"results": "items-of", "filter-text": "filter-items", "no-match": "no-item-match"}


@dataclass(frozen=True)
class ItemList:
    """Open or closed action items, those of one document together, and from where they are looked at."""

    listed: Sequence[Listed]
    library: Library
    addresses: Addresses
    standpoint: Standpoint
    is_closed: bool = False

    @cached_property
    def words(self) -> Words:
        """Return the words of the pages."""
        return words_for(self.library.settings)

    @cached_property
    def groups(self) -> tuple[tuple[Postmortem, int], ...]:
        """Return the documents of the items, and how many of the items each has."""
        grouped = (tuple(group) for _, group in groupby(self.listed, key=lambda pair: pair[1].path))
        return tuple((group[0][1], len(group)) for group in grouped)

    @cached_property
    def documents(self) -> tuple[Postmortem, ...]:
        """Return the documents of the items."""
        return tuple(postmortem for postmortem, _ in self.groups)

    @cached_property
    def room(self) -> Room:
        """Return how long the texts of a row may be."""
        return room_for(len(self.listed), len(self.documents))


def item_facets(items: ItemList) -> FacetTable:
    """Return the table of a list of action items."""
    tickets = [tracker_part(item, items.library.settings) for item, _ in items.listed]
    ends = [_address_ends(ticket) for ticket in tickets]
    places = {end: place for place, end in enumerate(dict.fromkeys(end for end in ends if end))}
    return FacetTable(
        kind="closed-item" if items.is_closed else "item",
        facets=tuple(_facets(items)),
        columns={
            **_columns(items),
            "tracker": [ticket.text if ticket else "" for ticket in tickets],
            "ticket": [places.get(end) for end in ends],
        },
        parents=tuple(number for _, number in items.groups),
        shared=_shared(items),
        targets=tuple(items.addresses.incident(postmortem, ITEMS_ANCHOR) for postmortem in items.documents),
        offsets={"closed" if items.is_closed else "due": "started"},
        lookups={"tickets": tuple(places)},
        searched=("title", "details", "id", "incident", "tracker"),
        sorts=_sorts(items),
        sort="-closed" if items.is_closed else "due",
        today=items.standpoint.today.isoformat(),
        is_live=not items.library.settings.day_is_stated,
        words=items.words,
        word_keys={**{key: key for key in (*CONTROL_WORDS, *ITEM_WORDS)}, **_OWN_WORDS},
    )


def note_of(item: ActionItem, *, closed: bool) -> str:
    """Return what stands below an item's title: of a closed one why it was dropped or how it is known to work."""
    return ((item.reason or item.verification) if closed else None) or item.details or ""


def _address_ends(ticket: Part | None) -> tuple[str, ...]:
    """Return a ticket's address without its number, in two parts, so that thousands of tickets have it in common.

    An address that does not hold the number at the end of the ticket's name is one part; no address is none.
    """
    if ticket is None or not ticket.url:
        return ()
    number = re.search(r"[0-9]*$", ticket.text)
    before, found, after = ticket.url.rpartition(number[0]) if number and number[0] else ("", "", "")
    return (before, after) if found else (ticket.url,)


def _columns(items: ItemList) -> dict[str, list[str | int | Sequence[int] | None]]:
    cells: dict[str, Callable[[ActionItem, Postmortem], str | int | None]] = {
        "title": lambda item, _: shorten(item.title, items.room.title),
        "details": lambda item, _: shorten(note_of(item, closed=items.is_closed), items.room.details),
        "number": lambda item, _: item.number,
    }
    if items.is_closed:
        cells["closed"] = lambda item, postmortem: _days_after(postmortem, item.completed_at)
    else:
        cells["due"] = lambda item, postmortem: _days_after(postmortem, item.due)
        cells["said"] = lambda item, _: "" if item.due else item.stated_due or ""
    return {name: [cell(*pair) for pair in items.listed] for name, cell in cells.items()}


def _days_after(postmortem: Postmortem, day: date | None) -> int | None:
    """Return a day counted from the start of its incident, else from 1970: small numbers compress well."""
    return None if day is None else days_since_1970(day) - (_start(postmortem) or 0)


def _start(postmortem: Postmortem) -> int | None:
    return days_since_1970(postmortem.started_at.date()) if postmortem.started_at else None


def _shared(items: ItemList) -> dict[str, list[str | int | None]]:
    """Return the columns of the documents: name, start, and how many of all their items are done and dropped."""
    today = items.standpoint.today
    progress = [progress_of(postmortem.action_items, today) for postmortem in items.documents]
    return {
        "id": [p.id for p in items.documents],
        "incident": [shorten(p.title, items.room.incident_title) for p in items.documents],
        "started": [_start(postmortem) for postmortem in items.documents],
        "done": [each.done for each in progress],
        "dropped": [each.dropped for each in progress],
        "items": [each.total for each in progress],
    }


def _facets(items: ItemList) -> Iterator[FacetColumn]:
    """Yield the facets in the order of the page."""
    found = {column.key: column for column in (*_of_days(items), *_of_items(items), *_of_documents(items))}
    yield from (found[key] for key in (_CLOSED_ORDER if items.is_closed else _OPEN_ORDER))


def _of_days(items: ItemList) -> Iterator[FacetColumn]:
    """Yield the facets that change with the day."""
    words = items.words
    deadlines = tuple(FacetValue(name, words(f"deadline-{name}", days=DUE_SOON)) for name in _DEADLINES)
    yield FacetColumn("deadline", words("facet-deadline"), deadlines, scale=DayScale("due", (0, DUE_SOON + 1)))
    firsts = (0, *_AGES)
    between = (
        FacetValue(f"{first}-{after - 1}", words("days-between", first=first, last=after - 1))
        for first, after in pairwise(firsts)
    )
    oldest = FacetValue(f"from-{firsts[-1]}", words("days-from", first=firsts[-1]))
    yield FacetColumn("age", words("facet-age"), (*between, oldest), scale=DayScale("started", _AGES, is_past=True))


def _of_items(items: ItemList) -> Iterator[FacetColumn]:
    """Yield the facets of the items themselves. Those who own items stand by name: nobody is ranked."""
    words, owners = items.words, items.library.owners
    yield _facet(items, "status", [each.value for each in ItemStatus], lambda item: (item.status.value,), "item-")
    yield _facet(items, "owner", owners.named("person"), owners.people_of)
    yield _facet(items, "team", owners.named("team"), owners.teams_of)
    yield _facet(items, "priority", [each.value for each in Priority], lambda item: _value(item.priority))
    yield _facet(items, "kind", [each.value for each in ItemKind], lambda item: _value(item.kind), "item-kind-")
    yield _facet(items, "missing", list(_MISSING), _missing, "missing-")
    years = sorted({_year(item) for item, _ in items.listed}, key=lambda year: (year != UNDATED, year), reverse=True)
    column = _facet(items, "year", years, lambda item: (_year(item),))
    unstated = tuple(
        replace(each, label=words("not-stated")) if each.name == UNDATED else each for each in column.values
    )
    yield replace(column, values=unstated)


def _of_documents(items: ItemList) -> Iterator[FacetColumn]:
    """Yield the facets that all items of a document share."""
    facets = facets_of(items.standpoint)
    naming = Naming(items.library.settings, items.addresses, items.words)
    for key in ("service", "severity"):
        yield replace(facet_column(facets[key], items.documents, naming), is_shared=True)


def _facet(
    items: ItemList, key: str, order: Sequence[str], values_of: Callable[[ActionItem], tuple[str, ...]], word: str = ""
) -> FacetColumn:
    """Return a facet with the values that items have, in this order; `word` is how the keys of their names begin."""
    stated = [values_of(item) for item, _ in items.listed]
    known = {name for values in stated for name in values}
    names = [name for name in order if name in known]
    places = {name: place for place, name in enumerate(names)}
    values = tuple(
        FacetValue(
            name,
            items.words(f"{word}{name}") if word else name,
            f"item-{name}" if key == "status" else "",
            items.addresses.owner(name) if key in ("owner", "team") else None,
        )
        for name in names
    )
    cells = tuple(tuple(places[name] for name in values) for values in stated)
    return FacetColumn(key, items.words(_TITLES[key]), values, cells)


def _value(found: Priority | ItemKind | None) -> tuple[str, ...]:
    return (found.value,) if found else ()


def _missing(item: ActionItem) -> tuple[str, ...]:
    return tuple(name for name, stated in _MISSING.items() if not stated(item))


def _year(item: ActionItem) -> str:
    return str(item.completed_at.year) if item.completed_at else UNDATED


def _sorts(items: ItemList) -> tuple[SortColumn, ...]:
    """Return the orders, in the order of the table's columns."""
    words = items.words
    day = (
        SortColumn("closed", words("column-closed"), 1, column="closed", falling=True)
        if items.is_closed
        else SortColumn("due", words("column-due"), 1, column="due", then="priority")
    )
    return (
        SortColumn("title", words("column-action-item"), 0, column="title"),
        day,
        SortColumn("status", words("column-status"), 2, facet="status"),
        SortColumn("owner", words("column-owner"), 3, facet="owner", otherwise="team", by_name=True),
        SortColumn("priority", words("column-priority"), 4, facet="priority"),
        SortColumn("incident", words("column-incident"), 5, column="started", falling=True),
    )
