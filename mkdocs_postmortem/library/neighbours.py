"""The incidents before and after one in the service where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_postmortem.library.services import service_name
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Settings


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A service, and the documents of it that started right before and right after one; None where there is none."""

    service: str
    earlier: Postmortem | None
    later: Postmortem | None


def find_neighbours(postmortems: Iterable[Postmortem], settings: Settings) -> Mapping[str, Neighbours]:
    """Return the neighbours of each document by path. `postmortems` come newest first.

    Its service is the first one where it came from, else the first affected. Without a start, or without a service, a
    document has no neighbours and is none.
    """
    by_service: dict[str, list[Postmortem]] = {}
    for postmortem in postmortems:
        stated = postmortem.root_cause_services or postmortem.services
        if stated and postmortem.started_at:
            by_service.setdefault(service_name(stated[0], settings), []).append(postmortem)
    return {
        own.path: Neighbours(service, earlier, later)
        for service, members in by_service.items()
        for later, own, earlier in zip([None, *members], members, [*members[1:], None], strict=False)
    }
