"""What the settings say of saved views and facets: whether every name and value in them belongs to something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.model.facts import IncidentKind, Status
from mkdocs_postmortem.settings import SavedView, Settings, squash
from mkdocs_postmortem.settings.saved_view import FACETS, NOT_FACETS, PENDING, SORTS, UNDATED

Fault = tuple[tuple[str, ...], str, str]
"""The option by its path, what is wrong with it, and what to do."""
_YEAR_LENGTH = 4


def find_view_faults(settings: Settings) -> Iterator[Fault]:
    """Yield every facet, value and order of the settings' views that means nothing."""
    for number, declared in enumerate(settings.fields):
        if declared.facet and declared.name in (*FACETS, *NOT_FACETS):
            message = f'fields: a facet cannot be called "{declared.name}"'
            yield ("fields", str(number), "name"), message, "it stands for something else in addresses; rename it"
    for number, view in enumerate(settings.views):
        yield from _faults_of_view(view, ("views", str(number)), settings)


def _faults_of_view(view: SavedView, place: tuple[str, ...], settings: Settings) -> Iterator[Fault]:
    keys = (*FACETS, *(declared.name for declared in settings.fields if declared.facet))
    for key, words in view.where.items():
        if key not in keys:
            yield (*place, "where", key), f'views: {view.name}: "{key}" is no facet', suggest(key, keys)
            continue
        for word in words:
            if fault := _strange(key, word, settings):
                yield (*place, "where", key), f'views: {view.name}: {key} "{word}" {fault[0]}', fault[1]
    if view.sort.removeprefix("-") not in SORTS:
        message = f'views: {view.name}: "{view.sort}" is no order'
        yield (*place, "sort"), message, suggest(view.sort.removeprefix("-"), SORTS)


def _strange(key: str, word: str, settings: Settings) -> tuple[str, str] | None:
    """Return what is wrong with a value and what to do, None when it can be one of the facet's."""
    if key == "year":
        fits = word == UNDATED or (word.isascii() and word.isdecimal() and len(word) == _YEAR_LENGTH)
        return None if fits else ("is no year", f"write four digits, or {UNDATED} for documents without a start")
    shown, spellings = _known(key, settings)
    if not shown or squash(word) in map(squash, spellings):
        return None
    return "is not known", suggest(word, shown)


def _known(key: str, settings: Settings) -> tuple[list[str], list[str]]:
    """Return the values that a facet can have and all their spellings; none when it can have any."""
    if key == "severity":
        scale = settings.severities
        return [level.name for level in scale], [
            w for level in scale for w in (level.name, level.label, *level.aliases)
        ]
    if key in ("service", "root_cause_service"):
        entries = settings.services
        aliases = chain.from_iterable(entry.aliases for entry in entries)
        names = [entry.name for entry in entries]
        return names, [*names, *aliases]
    values = _closed_lists(settings).get(key, [])
    return values, values


def _closed_lists(settings: Settings) -> dict[str, list[str]]:
    own = {
        declared.name: ["yes", "no"] if declared.type == "yes-no" else list(declared.choices)
        for declared in settings.fields
    }
    return {
        "status": [status.value for status in Status],
        "kind": [kind.value for kind in IncidentKind],
        "factor": list(settings.factor_categories),
        "has": list(PENDING),
        **own,
    }
