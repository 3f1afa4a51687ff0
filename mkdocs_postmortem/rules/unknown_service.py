"""PM505: a service is not in the configured list."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.services import find_service
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_SERVICE, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each service of a front matter that the settings do not list; nothing when they list none."""
    known = [service.name for service in library.settings.services]
    for postmortem in library.postmortems if known else ():
        for key in ("services", "root_cause_services"):
            for index, name in enumerate(getattr(postmortem, key) if postmortem.states(key) else ()):
                if find_service(name, library.settings) is None:
                    place = postmortem.place_of(f"{key}.{index}")
                    yield UNKNOWN_SERVICE.at(
                        place, f'service "{shorten(name)}" is not in the list', suggest(name, known)
                    )
