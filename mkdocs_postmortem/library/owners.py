"""Who has promised what: open action items by owner."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.settings import squash


def owners_of(item: ActionItem) -> tuple[str, ...]:
    """Return the people and teams that own an item, each once, as the author spelled them."""
    named = (*item.owners, *([item.team] if item.team else []))
    return tuple({squash(name): name for name in reversed(named)}.values())[::-1]


def open_items_by_owner(postmortems: Iterable[Postmortem]) -> dict[str, tuple[ActionItem, ...]]:
    """Return the open items of each owner; spellings that differ in case and punctuation alone are one owner.

    Owners come in the order of their names. An item with several owners counts for each of them.
    """
    spelling: dict[str, str] = {}
    items: dict[str, list[ActionItem]] = {}
    for postmortem in postmortems:
        for item in postmortem.open_items:
            for owner in owners_of(item):
                items.setdefault(spelling.setdefault(squash(owner), owner), []).append(item)
    return {owner: tuple(items[owner]) for owner in sorted(items, key=str.casefold)}
