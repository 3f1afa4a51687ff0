"""How incidents were noticed, and which contributing factors which services share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.detection import DetectionSource
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.views.parts import Part

MOST_SERVICES = 20
DARKEST = 4
"""Shades of a cell: none, and four."""
_UNCATEGORISED = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all incidents: `percent` is the length of a bar, and no figure."""

    label: str
    count: int
    percent: float


@dataclass(frozen=True, slots=True)
class Cell:
    """How many incidents, and how dark that is among the cells, 0 to 4."""

    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A service, how many incidents it had, and how many of them each factor contributed to."""

    name: Part
    incidents: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Services by contributing factor; `left_out` services have fewer incidents than those shown."""

    factors: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    left_out: int


def detection_shares(study: Study) -> tuple[Share, ...]:
    """Return how many incidents each source noticed, and of how many it is not stated; none without an incident."""
    found = Counter(incident.detection.source for incident in study.incidents)
    labels = [*((source, study.words(f"source-{source.value}")) for source in DetectionSource)]
    shares = [(label, found[source]) for source, label in labels] + [(study.words("not-stated"), found[None])]
    return tuple(Share(label, count, round(100 * count / len(study.incidents), 2)) for label, count in shares if count)


def factor_matrix(study: Study) -> Matrix:
    """Return the incidents by service and factor; an incident counts once for each of its services and factors."""
    services = study.services()
    counts = Counter(category for incident in study.incidents for category in _categories(incident))
    order = sorted(counts, key=lambda name: (name == _UNCATEGORISED, -counts[name], name))
    shown = services[:MOST_SERVICES]
    table = [(group, Counter(name for p in group.incidents for name in _categories(p))) for group in shown]
    highest = max((count for _, found in table for count in found.values()), default=1)
    rows = [
        MatrixRow(group.name, len(group.incidents), tuple(_cell(found[name], highest) for name in order))
        for group, found in table
    ]
    return Matrix(tuple(_factor_name(name, study) for name in order), tuple(rows), len(services) - len(shown))


def _categories(incident: Postmortem) -> Sequence[str]:
    return tuple(dict.fromkeys(factor.category or _UNCATEGORISED for factor in incident.contributing_factors))


def _factor_name(name: str, study: Study) -> str:
    if name == _UNCATEGORISED:
        return study.words("without-category")
    key = f"category-{name}"
    return study.words(key) if key in study.words else name


def _cell(count: int, highest: int) -> Cell:
    return Cell(count, -(-count * DARKEST // highest))
