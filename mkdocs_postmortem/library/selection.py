"""Choosing postmortems by what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import squash


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted: any one of the values inside a filter, all filters together; an empty filter wants all."""

    services: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: date | None = None

    def choose(self, library: Library) -> tuple[Postmortem, ...]:
        """Return the chosen documents in the library's order; `since` is a day in UTC and leaves undated ones out."""
        return tuple(postmortem for postmortem in library.postmortems if self._wants(postmortem, library))

    def _wants(self, postmortem: Postmortem, library: Library) -> bool:
        severity = postmortem.severity
        return (
            _any(self.services, services_of(postmortem, library.settings))
            and _any(self.severities, (severity.name, severity.label) if severity else ())
            and _any(self.statuses, [postmortem.status.value] if postmortem.status else ())
            and _any(self.tags, postmortem.tags)
            and _any(self.kinds, [postmortem.kind.value])
            and (
                self.since is None or (postmortem.started_at is not None and postmortem.started_at.date() >= self.since)
            )
        )


def _any(wanted: tuple[str, ...], stated: Iterable[str]) -> bool:
    return not wanted or bool({squash(word) for word in wanted} & {squash(word) for word in stated})
