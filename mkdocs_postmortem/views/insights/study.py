"""What every part of the page looks at: the incidents, and how they are divided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.library import group_by
from mkdocs_postmortem.library.services import find_service, services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.views.address import Addresses
from mkdocs_postmortem.views.durations import Group
from mkdocs_postmortem.views.parts import Badge, Part, severity_name
from mkdocs_postmortem.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Study:
    """The documents about incidents, as of a day."""

    incidents: tuple[Postmortem, ...]
    library: Library
    addresses: Addresses
    today: date
    words: Words

    def severities(self) -> Iterator[Group]:
        """Yield the incidents of each severity, worst first, then those without one; none that has no incident."""
        members = group_by(self.incidents, lambda p: [p.severity.name if p.severity else ""])
        slugs = self.addresses.slugs["severities"]
        for name in (name for name in slugs if name in members):
            label, target = severity_name(name, self.words), self.addresses.group("severities", name)
            yield Group(Part(label, target), members[name], Badge(label, f"severity-{slugs[name]}", target))
        if "" in members:
            label = self.words("severity-not-stated")
            yield Group(Part(label), members[""], Badge(label, "none"))

    def services(self) -> list[Group]:
        """Return the incidents of each service, most incidents first, then by name; those without one are left out."""
        settings = self.library.settings
        members = group_by(self.incidents, lambda p: services_of(p, settings))
        order = sorted(members, key=lambda name: (-len(members[name]), name.casefold()))
        return [Group(self._service(name), members[name]) for name in order]

    def _service(self, name: str) -> Part:
        entry = find_service(name, self.library.settings)
        title = entry.title if entry and entry.title else name
        return Part(title, self.addresses.group("services", name))
