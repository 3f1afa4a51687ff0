"""Services as documents name them and as the settings list them."""

from __future__ import annotations

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import ServiceEntry, Settings, squash


def find_service(name: str, settings: Settings) -> ServiceEntry | None:
    """Return the configured service with this name or alias (case and punctuation ignored), or None."""
    wanted = squash(name)
    return next(
        (entry for entry in settings.services if wanted in {squash(entry.name), *map(squash, entry.aliases)}), None
    )


def service_name(name: str, settings: Settings) -> str:
    """Return the configured name of a service, or the name as stated when it is not configured."""
    entry = find_service(name, settings)
    return entry.name if entry else name


def services_of(postmortem: Postmortem, settings: Settings) -> tuple[str, ...]:
    """Return the names of all services of a document, affected ones first, each once."""
    stated = (*postmortem.services, *postmortem.root_cause_services)
    return tuple(dict.fromkeys(service_name(name, settings) for name in stated))
