"""The orders in which lists of documents are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Settings


def fold(text: str) -> str:
    """Return text in the form by which lists are sorted and searched: without marks above letters, in lower case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).lower()


def order_by(postmortems: Iterable[Postmortem], sort: str, settings: Settings) -> tuple[Postmortem, ...]:
    """Return the documents by `sort`, one of the settings' words, with a `-` before it from the largest down.

    What a document does not state comes last either way, and equal ones stay in the order in which they come.
    """
    key = _KEYS[sort.removeprefix("-")]
    keyed = [(key(postmortem, settings), postmortem) for postmortem in postmortems]
    stated = [pair for pair in keyed if pair[0] is not None]
    stated.sort(key=lambda pair: pair[0], reverse=sort.startswith("-"))
    return tuple(p for _, p in stated) + tuple(p for value, p in keyed if value is None)


def _first_service(postmortem: Postmortem, settings: Settings) -> str | None:
    services = services_of(postmortem, settings)
    return fold(services[0]) if services else None


_KEYS: dict[str, Callable[[Postmortem, Settings], Any]] = {
    # By the day alone, which is all that pages know of it; the library's order has the time of the day.
    "date": lambda p, _: p.started_at.date() if p.started_at else None,
    "title": lambda p, _: fold(p.title),
    "severity": lambda p, _: p.severity.rank if p.severity else None,
    "duration": lambda p, _: p.length,
    "service": _first_service,
    "items": lambda p, _: len(p.open_items),
}
