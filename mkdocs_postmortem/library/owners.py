"""Who has promised what: the people and teams that own action items, each under one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.reading.item_people import is_team
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import OwnerEntry, Settings, squash

OwnerKind = Literal["person", "team"]


def owners_of(item: ActionItem) -> tuple[str, ...]:
    """Return the people and teams that own an item, each once, as the author spelled them."""
    named = (*item.owners, *([item.team] if item.team else []))
    return tuple({squash(name): name for name in reversed(named)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Owners:
    """The owners of a library: `names` by each of their spellings, squashed, and `kinds` by name, in order.

    Spellings that differ in case and punctuation alone are one owner, as are the aliases of the settings.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, OwnerKind] = field(default_factory=dict)

    def of(self, item: ActionItem) -> tuple[str, ...]:
        """Return the people and then the teams that own an item, each once."""
        return (*self.people_of(item), *self.teams_of(item))

    def people_of(self, item: ActionItem) -> tuple[str, ...]:
        """Return the people who own an item."""
        return tuple(self._of(item, "person"))

    def teams_of(self, item: ActionItem) -> tuple[str, ...]:
        """Return the teams that own an item."""
        return tuple(self._of(item, "team"))

    def named(self, kind: OwnerKind) -> tuple[str, ...]:
        """Return all people or all teams, in alphabetical order."""
        return tuple(name for name, known in self.kinds.items() if known == kind)

    def find(self, name: str) -> str | None:
        """Return the owner of this name in any spelling, None when nobody has it."""
        found = self.names.get(_spelling(name))
        return found if found in self.kinds else None

    def _of(self, item: ActionItem, kind: OwnerKind) -> Iterator[str]:
        for name in dict.fromkeys(self.names[_spelling(stated)] for stated in owners_of(item)):
            if self.kinds[name] == kind:
                yield name


def find_owners(postmortems: Iterable[Postmortem], settings: Settings) -> Owners:
    """Return the owners of all action items and those of the settings.

    The latter count for the narrowest audience only: others need not know who works here.
    """
    items = [item for postmortem in postmortems for item in postmortem.action_items]
    listed = {_spelling(name): entry for entry in settings.owners for name in (entry.name, *entry.aliases)}
    names = {spelling: entry.name for spelling, entry in listed.items()}
    for item in items:
        for stated in owners_of(item):
            names.setdefault(_spelling(stated), stated)
    shown = {names[_spelling(stated)] for item in items for stated in owners_of(item)}
    if settings.audience == settings.audiences[0]:
        shown.update(entry.name for entry in settings.owners)
    teams = {_spelling(item.team) for item in items if item.team}
    return Owners(names, _kinds(shown, listed, teams, settings))


def _kinds(
    shown: Iterable[str], listed: Mapping[str, OwnerEntry], teams: Iterable[str], settings: Settings
) -> dict[str, OwnerKind]:
    """Return who is a team: as the settings say, else as an item, the name itself or a service calls somebody."""
    called = {*teams, *(_spelling(service.owner) for service in settings.services if service.owner)}
    vocabulary = vocabulary_for(settings)
    kinds: dict[str, OwnerKind] = {}
    for name in sorted(shown, key=lambda name: (name.casefold(), name)):
        entry = listed.get(_spelling(name))
        is_called = _spelling(name) in called or is_team(name, vocabulary)
        kinds[name] = (entry.kind if entry else None) or ("team" if is_called else "person")
    return kinds


def _spelling(name: str) -> str:
    """Return the form in which spellings are compared; a name of signs alone stays as it is."""
    return squash(name) or name
