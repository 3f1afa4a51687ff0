"""The action item board: every item of every incident that is open, and the page of those that are closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.library.facets import facets_of
from mkdocs_postmortem.model import ActionItem, ItemStatus, Postmortem
from mkdocs_postmortem.views.address import OWNER_GROUPS, Addresses, Target
from mkdocs_postmortem.views.facet_table import FacetTable
from mkdocs_postmortem.views.item_facets import DUE_SOON, ItemList, Listed, item_facets, note_of
from mkdocs_postmortem.views.listing import Number, Tallies, Tally
from mkdocs_postmortem.views.parts import ItemRow, Part, item_row
from mkdocs_postmortem.views.value_names import value_label
from mkdocs_postmortem.words.catalogue import Words, words_for

MOST_URGENT = 100
"""How many items the board and the page of closed items list; the pages of owners, teams and services have theirs."""
_AT_A_GLANCE = 12


@dataclass(frozen=True, slots=True)
class BoardView:
    """Open items by due date, overdue ones so first, or closed ones, newest first. `as_of` is an ISO date.

    `other` leads to the closed items from the open ones, and back. `table` is what scripts need to filter and sort.
    """

    title: str
    as_of: str
    is_closed: bool
    numbers: tuple[Number, ...]
    rows: tuple[ItemRow, ...]
    rows_note: str
    tallies: tuple[Tallies, ...]
    other: Part
    back: Target
    words: Words
    table: FacetTable | None = None


def board_view(library: Library, addresses: Addresses, today: date) -> BoardView:
    """Return the board as of `today`: the most urgent open items, and the ways to all of them."""
    listed = tuple((item, p) for p in library.postmortems for item in p.open_items)
    items = ItemList(listed, library, addresses, Standpoint(library.settings, today))
    words, closed = items.words, sum(len(p.action_items) for p in library.postmortems) - len(listed)
    return BoardView(
        title=words("board-title"),
        as_of=today.isoformat(),
        is_closed=False,
        numbers=(*_numbers(items), Number(words("closed-title"), words.number(closed), addresses.closed_items)),
        rows=_rows(items, by_urgency(listed)),
        rows_note=_rows_note(items, "most-urgent-of"),
        tallies=tuple(tallies for tallies in _tallies(items) if tallies.first),
        other=Part(words("closed-items"), addresses.closed_items),
        back=addresses.index,
        words=words,
        table=item_facets(items) if listed else None,
    )


def closed_items_view(library: Library, addresses: Addresses, today: date) -> BoardView:
    """Return the page of closed items: the newest ones, and the ways to all of them."""
    listed = tuple((item, p) for p in library.postmortems for item in p.action_items if not item.is_open)
    items = ItemList(listed, library, addresses, Standpoint(library.settings, today), is_closed=True)
    words = items.words
    return BoardView(
        title=words("closed-items"),
        as_of=today.isoformat(),
        is_closed=True,
        numbers=tuple(_numbers_by_status(items)),
        rows=_rows(items, newest_closed_first(listed)),
        rows_note=_rows_note(items, "newest-items-of"),
        tallies=tuple(tallies for tallies in _tallies(items) if tallies.first),
        other=Part(words("open-items-title"), addresses.board),
        back=addresses.index,
        words=words,
        table=item_facets(items) if listed else None,
    )


def open_item_rows(
    postmortems: Iterable[Postmortem], library: Library, addresses: Addresses, today: date, at_most: int | None = None
) -> tuple[ItemRow, ...]:
    """Return the open items by due date, those without one last, then by priority; the first `at_most` of them."""
    listed = by_urgency([(item, postmortem) for postmortem in postmortems for item in postmortem.open_items])
    words = words_for(library.settings)
    return tuple(item_row(*pair, library, addresses, today, words) for pair in listed[:at_most])


def by_urgency(listed: Iterable[Listed]) -> list[Listed]:
    """Return items by due date, those without one last, then by priority, then in the order in which they come."""
    return sorted(listed, key=lambda pair: _urgency(pair[0]))


def newest_closed_first(listed: Iterable[Listed]) -> list[Listed]:
    """Return items by the day on which they were done, those without one last, then in the order in which they come."""
    return sorted(listed, key=lambda pair: pair[0].completed_at or date.min, reverse=True)


def _urgency(item: ActionItem) -> tuple[date, str]:
    return (item.due or date.max, item.priority.value if item.priority else "P9")


def _rows(items: ItemList, ordered: Sequence[Listed]) -> tuple[ItemRow, ...]:
    """Return the first rows, with texts as short as those that scripts show."""
    today = items.standpoint.today
    rows = (
        (item, item_row(item, postmortem, items.library, items.addresses, today, items.words))
        for item, postmortem in ordered[:MOST_URGENT]
    )
    return tuple(items.room.fit(replace(row, details=note_of(item, closed=items.is_closed))) for item, row in rows)


def _rows_note(items: ItemList, word: str) -> str:
    total = len(items.listed)
    if total <= MOST_URGENT:
        return items.words("count-items", count=total)
    return items.words(word, shown=MOST_URGENT, total=items.words.number(total))


def _numbers(items: ItemList) -> Iterator[Number]:
    """Yield how many items are open, overdue, due soon and without owner; scripts find those that change by name."""
    words, today = items.words, items.standpoint.today
    overdue = sum(item.is_overdue(today) for item, _ in items.listed)
    soon = sum(item.due is not None and 0 <= (item.due - today).days <= DUE_SOON for item, _ in items.listed)
    ownerless = sum(not items.library.owners.of(item) for item, _ in items.listed)
    yield Number(words("open-title"), words.number(len(items.listed)))
    yield Number(words("overdue"), words.number(overdue), alarming=overdue > 0, name="deadline=overdue")
    yield Number(words("deadline-due-soon", days=DUE_SOON), words.number(soon), name="deadline=due-soon")
    yield Number(words("without-owner"), words.number(ownerless), alarming=ownerless > 0)


def _numbers_by_status(items: ItemList) -> Iterator[Number]:
    """Yield how many items were closed in which way."""
    counts = Counter(item.status for item, _ in items.listed)
    for status in ItemStatus:
        if counts[status] or status is ItemStatus.DONE:
            yield Number(items.words(f"item-{status.value}"), items.words.number(counts[status]))


def _tallies(items: ItemList) -> Iterator[Tallies]:
    """Yield who owns the items, by name, for nobody is ranked; and of open ones the services, whose pages list them."""
    owners, services = items.library.owners, facets_of(items.standpoint)["service"]
    for kind, who in OWNER_GROUPS.items():
        counts = Counter(name for item, _ in items.listed for name in owners.of(item))
        yield _tally(items, kind, owners.named(who), counts)
    if items.is_closed:
        return
    counts = Counter(name for _, postmortem in items.listed for name in services.values_of(postmortem))
    yield _tally(items, "services", sorted(counts, key=str.casefold), counts)


def _tally(items: ItemList, kind: str, names: Iterable[str], counts: Mapping[str, int]) -> Tallies:
    key = "service" if kind == "services" else kind
    tallies = [
        Tally(value_label(key, name, items.library.settings, items.words), "plain", items.addresses.group(kind, name),
              counts.get(name, 0))
        for name in names
    ]  # fmt: skip
    return Tallies(items.words(f"group-{kind}"), tuple(tallies[:_AT_A_GLANCE]), tuple(tallies[_AT_A_GLANCE:]))
