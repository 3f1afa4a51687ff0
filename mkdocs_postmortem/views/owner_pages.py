"""The pages of those who own action items: what a person or a team has open, and what is closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.views.address import OWNER_GROUPS, Addresses, Target
from mkdocs_postmortem.views.board import by_urgency, newest_closed_first
from mkdocs_postmortem.views.groups import ROWS_AT_MOST, page_links
from mkdocs_postmortem.views.item_facets import Listed
from mkdocs_postmortem.views.listing import Number
from mkdocs_postmortem.views.parts import ItemRow, Part, item_row
from mkdocs_postmortem.words.catalogue import Words, words_for


@dataclass(frozen=True, slots=True)
class OwnerView:
    """What a person or a team has promised: open items by due date, closed ones newest first. `as_of` is an ISO date.

    A long list goes on on further `pages`; each holds its share of both.
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


def owner_views(library: Library, addresses: Addresses, today: date) -> Iterator[tuple[Target, OwnerView]]:
    """Yield the pages of everybody who owns an action item, and of those whom the settings list."""
    owned: defaultdict[str, list[Listed]] = defaultdict(list)
    for postmortem in library.postmortems:
        for item in postmortem.action_items:
            for name in library.owners.of(item):
                owned[name].append((item, postmortem))
    for kind in OWNER_GROUPS:
        for name in addresses.slugs.get(kind, ()):
            yield from _pages_of(name, kind, owned.get(name, []), _Means(library, addresses, today))


@dataclass(frozen=True, slots=True)
class _Means:
    library: Library
    addresses: Addresses
    today: date

    def rows(self, listed: Sequence[Listed]) -> tuple[ItemRow, ...]:
        words = words_for(self.library.settings)
        return tuple(item_row(*pair, self.library, self.addresses, self.today, words) for pair in listed)


def _pages_of(name: str, kind: str, owned: Sequence[Listed], means: _Means) -> Iterator[tuple[Target, OwnerView]]:
    words = words_for(means.library.settings)
    opened = by_urgency(pair for pair in owned if pair[0].is_open)
    closed = newest_closed_first(pair for pair in owned if not pair[0].is_open)
    ordered, border = [*opened, *closed], len(opened)
    firsts = range(0, max(1, len(ordered)), ROWS_AT_MOST)
    targets = tuple(means.addresses.group(kind, name, number) for number, _ in enumerate(firsts, 1))
    title = words("group-title", kind=words(f"group-{kind}"), name=name)
    for number, (first, target) in enumerate(zip(firsts, targets, strict=True), 1):
        last = first + ROWS_AT_MOST
        yield (
            target,
            OwnerView(
                title=title if number == 1 else words("title-of-page", title=title, number=number),
                as_of=means.today.isoformat(),
                numbers=_numbers(opened, len(closed), means.today, words),
                open=means.rows(ordered[first : min(last, border)]),
                closed=means.rows(ordered[max(first, border) : last]),
                pages=page_links(targets, number),
                back=means.addresses.board,
                words=words,
                is_empty=not ordered,
            ),
        )


def _numbers(opened: Sequence[Listed], closed: int, today: date, words: Words) -> tuple[Number, ...]:
    overdue = sum(item.is_overdue(today) for item, _ in opened)
    return (
        Number(words("open-title"), words.number(len(opened))),
        Number(words("overdue"), words.number(overdue), alarming=overdue > 0),
        Number(words("closed-title"), words.number(closed)),
    )
