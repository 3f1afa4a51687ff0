"""The action item board: every item of every incident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.owners import open_items_by_owner
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.parts import ItemRow, item_row
from mkdocs_postmortem.words.catalogue import Words, words_for

Listed = tuple[ActionItem, Postmortem]
"""An action item with the document that it stands in."""


@dataclass(frozen=True, slots=True)
class OwnerTally:
    """An owner with the number of open items, and of those that are overdue."""

    name: str
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class BoardView:
    """Open items by due date, overdue ones so first, then closed ones, newest first. `as_of` is an ISO date."""

    as_of: str
    open: tuple[ItemRow, ...]
    closed: tuple[ItemRow, ...]
    overdue: int
    ownerless: int
    owners: tuple[OwnerTally, ...]
    back: Target
    words: Words


def board_view(library: Library, addresses: Addresses, today: date) -> BoardView:
    """Return the board as of `today`."""
    words = words_for(library.settings)
    rows = open_item_rows(library.postmortems, addresses, today, words)
    return BoardView(
        as_of=today.isoformat(),
        open=rows,
        closed=tuple(_closed_rows(library.postmortems, addresses, today, words)),
        overdue=sum(row.overdue for row in rows),
        ownerless=sum(not row.owners for row in rows),
        owners=tuple(
            OwnerTally(owner, len(items), sum(item.is_overdue(today) for item in items))
            for owner, items in open_items_by_owner(library.postmortems).items()
        ),
        back=addresses.index,
        words=words,
    )


def open_item_rows(
    postmortems: Iterable[Postmortem], addresses: Addresses, today: date, words: Words, at_most: int | None = None
) -> tuple[ItemRow, ...]:
    """Return the open items by due date, those without one last, then by priority; the first `at_most` of them."""
    listed = by_urgency([(item, postmortem) for postmortem in postmortems for item in postmortem.open_items])
    return tuple(item_row(item, postmortem, addresses, today, words) for item, postmortem in listed[:at_most])


def by_urgency(listed: Iterable[Listed]) -> list[Listed]:
    """Return items by due date, those without one last, then by priority."""
    return sorted(listed, key=lambda pair: _urgency(*pair))


def newest_closed_first(listed: Iterable[Listed]) -> list[Listed]:
    """Return items by the day on which they were done, those without one last."""
    return sorted(
        listed, key=lambda pair: (pair[0].completed_at or date.min, pair[1].id, -pair[0].number), reverse=True
    )


def _closed_rows(
    postmortems: Iterable[Postmortem], addresses: Addresses, today: date, words: Words
) -> Iterable[ItemRow]:
    closed = newest_closed_first((item, p) for p in postmortems for item in p.action_items if not item.is_open)
    return (item_row(item, postmortem, addresses, today, words) for item, postmortem in closed)


def _urgency(item: ActionItem, postmortem: Postmortem) -> tuple[date, str, str, int]:
    priority = item.priority.value if item.priority else "P9"
    return (item.due or date.max, priority, postmortem.id, item.number)
