"""Facets: the names under which documents are grouped, chosen and filtered, and what each document has of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mkdocs_postmortem.library.services import service_name, services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import CustomField, Settings, squash
from mkdocs_postmortem.settings.saved_view import UNDATED
from mkdocs_postmortem.settings.severity import rank_of


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where documents are looked at: the settings, the day, and how many problems each document (by path) has."""

    settings: Settings
    today: date
    problems: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to group documents. `values_of` gives a document's values, each once.

    `meaning_of` gives the value that a word of the settings or of a command line stands for; a word that stands for
    none is given back as it is.
    """

    key: str
    values_of: Callable[[Postmortem], tuple[str, ...]]
    meaning_of: Callable[[str], str] = str

    def has_any(self, postmortem: Postmortem, wanted: tuple[str, ...]) -> bool:
        """Return whether the document has one of the wanted values, spellings compared by letters and digits alone."""
        return not {squash(self.meaning_of(word)) for word in wanted}.isdisjoint(
            map(squash, self.values_of(postmortem))
        )


def facets_of(standpoint: Standpoint) -> dict[str, Facet]:
    """Return all facets by key, those of the settings' own fields last."""
    return {facet.key: facet for facet in _facets(standpoint)}


def _facets(standpoint: Standpoint) -> Iterator[Facet]:
    settings = standpoint.settings
    yield Facet("severity", lambda p: (p.severity.name,) if p.severity else (), lambda word: _step(word, settings))
    yield Facet("service", lambda p: services_of(p, settings), lambda word: service_name(word, settings))
    yield Facet(
        "root_cause_service",
        lambda p: _once(service_name(name, settings) for name in p.root_cause_services),
        lambda word: service_name(word, settings),
    )
    yield Facet("status", lambda p: (p.status.value,) if p.status else ())
    yield Facet("tag", lambda p: _once(p.tags))
    yield Facet("kind", lambda p: (p.kind.value,))
    yield Facet("year", lambda p: (str(p.started_at.year) if p.started_at else UNDATED,))
    yield Facet("factor", lambda p: _once(f.category for f in p.contributing_factors if f.category))
    yield Facet("has", lambda p: tuple(_pending(p, standpoint)))
    for declared in settings.fields:
        if declared.facet:
            yield _own(declared)


def _own(declared: CustomField) -> Facet:
    return Facet(declared.name, lambda p: _texts(p.custom.get(declared.name)))


def _step(word: str, settings: Settings) -> str:
    rank = rank_of(word, settings.severities)
    return word if rank is None else settings.severities[rank].name


def _pending(postmortem: Postmortem, standpoint: Standpoint) -> Iterator[str]:
    """Yield what somebody still has to do about a document, by the names of the settings."""
    open_items = postmortem.open_items
    if open_items:
        yield "open-items"
    if any(item.is_overdue(standpoint.today) for item in open_items):
        yield "overdue-items"
    if any(not item.owners and not item.team for item in open_items):
        yield "ownerless-items"
    if not postmortem.action_items:
        yield "no-items"
    if not postmortem.reviewers and not postmortem.approved_by:
        yield "no-review"
    if standpoint.problems.get(postmortem.path):
        yield "problems"


def _texts(value: Any) -> tuple[str, ...]:
    """Return a value of a field of the settings as words, none when it is not stated."""
    if value is None:
        return ()
    if isinstance(value, (list, tuple)):
        return _once(text for each in value for text in _texts(each))
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return (f"{value:g}" if isinstance(value, float) else str(value),)


def _once(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
