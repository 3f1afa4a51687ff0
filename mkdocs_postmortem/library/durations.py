"""How long incidents took: to be noticed, to be stopped, to be over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from mkdocs_postmortem.library.figures import Spread, spread_of
from mkdocs_postmortem.model import Postmortem


@dataclass(frozen=True, slots=True)
class Measure:
    """A length of time that every incident may have; `name` is the one of the glossary."""

    name: str
    of: Callable[[Postmortem], timedelta | None]


MEASURES = (
    Measure("time-to-detect", lambda p: p.time_to_detect),
    Measure("time-to-mitigate", lambda p: p.time_to_mitigate),
    Measure("time-to-resolve", lambda p: p.length),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """The time that one incident took."""

    length: timedelta
    incident: Postmortem

    def __lt__(self, other: Taken) -> bool:
        """Compare by length, then by id, so that the same library gives the same figures."""
        return (self.length, self.incident.id) < (other.length, other.incident.id)


def spread_over(incidents: Iterable[Postmortem], measure: Measure) -> Spread[Taken]:
    """Return what the incidents took, shortest first: those that state both times, in the right order."""
    lengths = ((measure.of(incident), incident) for incident in incidents)
    return spread_of(Taken(length, incident) for length, incident in lengths if length is not None and length.days >= 0)
