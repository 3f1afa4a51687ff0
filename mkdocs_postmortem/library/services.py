"""Services as documents name them and as the settings list them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import ServiceEntry, Settings, squash


def find_service(name: str, settings: Settings) -> ServiceEntry | None:
    """Return the configured service with this name or alias (case and punctuation ignored), or None."""
    return _by_spelling(_Listed(settings.services)).get(squash(name))


def service_name(name: str, settings: Settings) -> str:
    """Return the configured name of a service, or the name as stated when it is not configured."""
    entry = find_service(name, settings)
    return entry.name if entry else name


def services_of(postmortem: Postmortem, settings: Settings) -> tuple[str, ...]:
    """Return the names of all services of a document, affected ones first, each once."""
    stated = (*postmortem.services, *postmortem.root_cause_services)
    return tuple(dict.fromkeys(service_name(name, settings) for name in stated))


@dataclass(frozen=True, slots=True, eq=False)
class _Listed:
    """The configured services as a key: the same tuple is the same key, for its entries have no hash."""

    entries: tuple[ServiceEntry, ...]

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Listed) and self.entries is other.entries


@lru_cache(maxsize=8)
def _by_spelling(listed: _Listed) -> dict[str, ServiceEntry]:
    """Return the services by each of their spellings; of two with one spelling the first."""
    found: dict[str, ServiceEntry] = {}
    for entry in listed.entries:
        for spelling in (entry.name, *entry.aliases):
            found.setdefault(squash(spelling), entry)
    return found
