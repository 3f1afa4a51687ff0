"""A list that a hand-written page asks for: postmortems or action items, the first of them and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library, Selection, Standpoint
from mkdocs_postmortem.library.item_selection import ItemSelection
from mkdocs_postmortem.library.ordering import order_by
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.reading.marker_words import Marker
from mkdocs_postmortem.views.address import Addresses
from mkdocs_postmortem.views.board import by_urgency, newest_closed_first
from mkdocs_postmortem.views.parts import IncidentRow, ItemRow, Part, incident_row, item_row
from mkdocs_postmortem.words.catalogue import Words, words_for

_NEWEST_FIRST = "-date"


@dataclass(frozen=True, slots=True)
class MarkedList:
    """The entries of a list, `note`: how many are shown of how many, and `more`, which leads to all there are.

    `closed` tells that all items are closed, so that their last day is the one that counts.
    """

    rows: tuple[IncidentRow, ...]
    items: tuple[ItemRow, ...]
    closed: bool
    note: str
    more: Part
    words: Words


def marked_list(marker: Marker, library: Library, addresses: Addresses, today: date) -> MarkedList:
    """Return the list that a marker asks for, as of `today`."""
    standpoint = Standpoint(library.settings, today)
    make = _items if marker.name == "action-items" else _postmortems
    return make(marker, library, addresses, standpoint)


def _postmortems(marker: Marker, library: Library, addresses: Addresses, standpoint: Standpoint) -> MarkedList:
    words, today = words_for(library.settings), standpoint.today
    chosen = _chosen(marker, library, standpoint)
    return MarkedList(
        rows=tuple(incident_row(p, library, addresses, today, words) for p in chosen[: marker.limit]),
        items=(),
        closed=False,
        note=_note(marker, len(chosen), words) or words("count-postmortems", count=len(chosen)),
        more=Part(words("back-to-index"), addresses.index),
        words=words,
    )


def _chosen(marker: Marker, library: Library, standpoint: Standpoint) -> tuple[Postmortem, ...]:
    """Return the documents of the saved view, if one is named, as far as they fit the rest, in the order asked for."""
    view = next((view for view in library.settings.views if view.name == marker.view), None)
    of_view = Selection(view.where if view else {}).choose(library, standpoint)
    fitting = {postmortem.path for postmortem in Selection(marker.where).choose(library, standpoint)}
    sort = marker.sort or (view.sort if view else _NEWEST_FIRST)
    return order_by([postmortem for postmortem in of_view if postmortem.path in fitting], sort, library.settings)


def _items(marker: Marker, library: Library, addresses: Addresses, standpoint: Standpoint) -> MarkedList:
    words, today = words_for(library.settings), standpoint.today
    found = list(ItemSelection(marker.where, marker.state).choose(library, standpoint))
    closed = marker.state == "closed"
    ordered = newest_closed_first(found) if closed else by_urgency(found)
    return MarkedList(
        rows=(),
        items=tuple(item_row(*pair, library, addresses, today, words) for pair in ordered[: marker.limit]),
        closed=closed,
        note=_note(marker, len(found), words) or words("count-items", count=len(found)),
        more=Part(words("board-title"), addresses.board),
        words=words,
    )


def _note(marker: Marker, total: int, words: Words) -> str:
    """Return how many entries of how many are shown, "" when it is all of them."""
    return words("shown-of", shown=marker.limit, total=words.number(total)) if total > marker.limit else ""
