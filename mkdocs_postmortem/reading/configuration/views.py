"""The saved views and facets of the settings: every name and value in them must belong to something."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.model.facts import IncidentKind, Status
from mkdocs_postmortem.reading.configuration.refusal import Path, Refusal
from mkdocs_postmortem.settings import SavedView, Settings, squash
from mkdocs_postmortem.settings.saved_view import FACETS, NOT_FACETS, PENDING, SORTS, UNDATED

_YEAR_LENGTH = 4
_LISTED_IN = {
    "severity": "severities",
    "service": "services",
    "root_cause_service": "services",
    "tag": "tags",
    "factor": "factor_categories",
}
"""The option that lists the values of a facet; other lists are ours, or those of `fields`."""


def find_view_faults(settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    """Yield every facet, value and order that means nothing; what an option in `refused` would list is not judged."""
    for number, declared in enumerate(settings.fields):
        if declared.facet and declared.name in (*FACETS, *NOT_FACETS):
            message = f'fields: a facet cannot be called "{declared.name}"'
            hint = "it stands for something else in addresses; rename it"
            yield Refusal(("fields", str(number), "name"), message, hint)
    for number, view in enumerate(settings.views):
        yield from _faults_of_view(view, ("views", str(number)), settings, refused)


def _faults_of_view(view: SavedView, place: Path, settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    keys = (*FACETS, *(declared.name for declared in settings.fields if declared.facet))
    for key, words in view.where.items():
        option = (*place, "where", key)
        if key not in keys:
            if "fields" not in refused:
                yield Refusal(option, f'views: {view.name}: "{key}" is no facet', suggest(key, keys))
            continue
        for word in words:
            if _LISTED_IN.get(key, "fields") not in refused and (fault := find_strange(key, word, settings)):
                yield Refusal(option, f'views: {view.name}: {key} "{word}" {fault[0]}', fault[1])
    if view.sort.removeprefix("-") not in SORTS:
        message = f'views: {view.name}: "{view.sort}" is no order'
        yield Refusal((*place, "sort"), message, suggest(view.sort.removeprefix("-"), SORTS))


def find_strange(key: str, word: str, settings: Settings) -> tuple[str, str] | None:
    """Return what is wrong with a value of a facet and what to do, None when documents can have it."""
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
        spellings = [word for level in scale for word in (level.name, level.label, *level.aliases)]
        return [level.name for level in scale], spellings
    if key in ("service", "root_cause_service"):
        entries = settings.services
        names = [entry.name for entry in entries]
        return names, [*names, *chain.from_iterable(entry.aliases for entry in entries)]
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
        "tag": list(settings.tags),
        "factor": list(settings.factor_categories),
        "has": list(PENDING),
        **own,
    }
