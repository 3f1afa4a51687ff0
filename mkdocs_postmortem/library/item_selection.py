"""Choosing action items by what they and their documents are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_postmortem.library.facets import Standpoint
from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.owners import Owners
from mkdocs_postmortem.library.selection import Selection
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.reading.marker_words import State
from mkdocs_postmortem.settings import squash

_OF_DOCUMENTS = ("service", "severity", "tag")
_IS_WANTED: dict[State, Callable[[ActionItem, date], bool]] = {
    "open": lambda item, _: item.is_open,
    "overdue": lambda item, today: item.is_overdue(today),
    "closed": lambda item, _: not item.is_open,
    "all": lambda *_: True,
}


@dataclass(frozen=True, slots=True)
class ItemSelection:
    """What is wanted: any one of the words of a key, all keys together. A team is an owner too."""

    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    state: State = "open"

    def choose(self, library: Library, standpoint: Standpoint) -> Iterator[tuple[ActionItem, Postmortem]]:
        """Yield the chosen items with their documents, in the order of both."""
        of_documents = {key: words for key, words in self.where.items() if key in _OF_DOCUMENTS}
        others = {
            key: {squash(_meaning(key, word, library.owners)) for word in words}
            for key, words in self.where.items()
            if key not in _OF_DOCUMENTS
        }
        for postmortem in Selection(of_documents).choose(library, standpoint):
            for item in postmortem.action_items:
                if _IS_WANTED[self.state](item, standpoint.today) and _fits(item, postmortem, library.owners, others):
                    yield item, postmortem


def _meaning(key: str, word: str, owners: Owners) -> str:
    """Return the name of the owner that a word of a marker stands for; other words are what they are."""
    return (owners.find(word) or word) if key in ("owner", "team") else word


def _fits(item: ActionItem, postmortem: Postmortem, owners: Owners, wanted: Mapping[str, set[str]]) -> bool:
    return all(
        not words.isdisjoint(map(squash, _VALUES[key](item, postmortem, owners))) for key, words in wanted.items()
    )


_VALUES: dict[str, Callable[[ActionItem, Postmortem, Owners], tuple[str, ...]]] = {
    "owner": lambda item, _, owners: owners.of(item),
    "team": lambda item, _, owners: owners.teams_of(item),
    "priority": lambda item, *_: (item.priority.value,) if item.priority else (),
    "kind": lambda item, *_: (item.kind.value,) if item.kind else (),
    "incident": lambda _, postmortem, __: (postmortem.id,),
}
