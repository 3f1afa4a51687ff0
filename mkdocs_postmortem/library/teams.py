"""Which team an action item belongs to. People are never added up."""

from __future__ import annotations

from mkdocs_postmortem.model import ActionItem
from mkdocs_postmortem.settings import Settings, squash


def team_names(settings: Settings) -> dict[str, str]:
    """Return the names of the teams that own configured services, by their letters and digits."""
    return {squash(entry.owner): entry.owner for entry in settings.services if entry.owner}


def teams_of(item: ActionItem, known: dict[str, str]) -> tuple[str, ...]:
    """Return the teams of an item, each once: the stated one, else those of its owners that own a service."""
    if item.team:
        return (known.get(squash(item.team), item.team),)
    return tuple(dict.fromkeys(known[squash(owner)] for owner in item.owners if squash(owner) in known))
