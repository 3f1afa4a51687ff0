"""Lengths of time as dots on one scale, with the figures that so many of them bear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_postmortem.library.durations import MEASURES, Measure, Taken, spread_over
from mkdocs_postmortem.library.figures import LEAST_FOR_MEDIAN, LEAST_FOR_P90, Spread
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.views.address import Addresses
from mkdocs_postmortem.views.parts import Badge, Part
from mkdocs_postmortem.views.time_scale import TimeScale, scale_of
from mkdocs_postmortem.words.catalogue import Words

HIGHEST_PILE = 8
"""Dots that may stand on one another; where more incidents share a place, each dot stands for several."""
_NAMED_AT_MOST = 3
_ENOUGH_TO_COMPARE = 2


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: `position` in percent of the width, `level` from the bottom, and what it stands for."""

    position: float
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class DotStrip:
    """The dots of one row; `each` is how many incidents a dot stands for at most. Figures are positions, in percent."""

    dots: tuple[Dot, ...]
    median: float | None
    p90: float | None
    each: int = 1


@dataclass(frozen=True, slots=True)
class Range:
    """How many lengths lie between two lines of the scale, and which: `named` links to them, unless there are many."""

    count: int
    named: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class DurationRow:
    """The lengths of one group: how many of its incidents state them, figures that lead to their incident, the dots.

    The group's name is a badge, or plain text. `ranges` say what the dots show.
    """

    name: Part
    badge: Badge | None
    stated: int
    total: int
    median: Part | None
    p90: Part | None
    strip: DotStrip
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that belong together, under a title."""

    title: str
    rows: tuple[DurationRow, ...]


@dataclass(frozen=True, slots=True)
class DurationTable:
    """Rows on one scale. `first` is what the first column names; `note` says what is not in the table.

    `meanings` say what the lengths of time are.
    """

    anchor: str
    title: str
    meanings: tuple[str, ...]
    first: str
    groups: tuple[RowGroup, ...]
    scale: TimeScale
    note: str = ""

    @property
    def dots_stand_for(self) -> int:
        """Return how many incidents a dot stands for at most."""
        return max((row.strip.each for group in self.groups for row in group.rows), default=1)


@dataclass(frozen=True, slots=True)
class Group:
    """Incidents with a name."""

    name: Part
    incidents: Sequence[Postmortem]
    badge: Badge | None = None


def shared_scale(incidents: Iterable[Postmortem]) -> TimeScale:
    """Return the scale on which every length of these incidents has its place."""
    listed = tuple(incidents)
    return scale_of([taken.length for measure in MEASURES for taken in spread_over(listed, measure).ordered])


def duration_row(group: Group, measure: Measure, scale: TimeScale, addresses: Addresses) -> DurationRow:
    """Return how long the incidents of a group took by one measure."""
    spread = spread_over(group.incidents, measure)
    return DurationRow(
        name=group.name,
        badge=group.badge,
        stated=len(spread.ordered),
        total=len(group.incidents),
        median=_figure(spread.median, addresses),
        p90=_figure(spread.p90, addresses),
        strip=_strip(spread, scale),
        ranges=tuple(_ranges(spread, scale, addresses)),
    )


def members_table(
    members: Iterable[Postmortem], addresses: Addresses, words: Words, anchor: str
) -> DurationTable | None:
    """Return all measures of the incidents among these documents; None where there is nothing to compare."""
    incidents = tuple(p for p in members if p.is_figured)
    scale = shared_scale(incidents)
    rows = [
        duration_row(Group(Part(words(measure.name)), incidents), measure, scale, addresses) for measure in MEASURES
    ]
    if max(row.stated for row in rows) < _ENOUGH_TO_COMPARE:
        return None
    meanings = (f"{words(measure.name)}: {words(f'meaning-{measure.name}')}" for measure in MEASURES)
    title, first = words("durations-title"), words("column-measure")
    groups = (RowGroup("", tuple(rows)),)
    return DurationTable(anchor, title, (*meanings, guard_text(words)), first, groups, scale)


def guard_text(words: Words) -> str:
    """Return how figures are made, and from how many incidents on they are given."""
    return words("how-figures", median=LEAST_FOR_MEDIAN, p90=LEAST_FOR_P90)


def _ranges(spread: Spread[Taken], scale: TimeScale, addresses: Addresses) -> Iterator[Range]:
    for number, _ in enumerate(scale.ranges):
        inside = [taken for taken in spread.ordered if scale.range_of(taken.length) == number]
        named = inside if len(inside) <= _NAMED_AT_MOST else ()
        yield Range(len(inside), tuple(Part(_named(taken), addresses.incident(taken.incident)) for taken in named))


def _named(taken: Taken) -> str:
    return f"{taken.incident.id}: {format_duration(taken.length)}"


def _figure(taken: Taken | None, addresses: Addresses) -> Part | None:
    return Part(format_duration(taken.length), addresses.incident(taken.incident)) if taken else None


def _strip(spread: Spread[Taken], scale: TimeScale) -> DotStrip:
    piles: dict[int, list[Taken]] = {}
    for taken in spread.ordered:
        piles.setdefault(_column(taken, scale), []).append(taken)
    each = -(-max(map(len, piles.values()), default=1) // HIGHEST_PILE)
    dots = [
        Dot(column, level, _title(pile[level * each : (level + 1) * each]))
        for column, pile in piles.items()
        for level in range(-(-len(pile) // each))
    ]
    median, p90 = (_column(taken, scale) if taken else None for taken in (spread.median, spread.p90))
    return DotStrip(tuple(dots), median, p90, each)


def _column(taken: Taken, scale: TimeScale) -> int:
    """Return the whole percent at which a length has its dot, so that dots stand on one another."""
    return round(scale.position(taken.length))


def _title(pile: Sequence[Taken]) -> str:
    """Return the incidents behind a dot with their lengths."""
    named = map(_named, pile[:_NAMED_AT_MOST])
    return ", ".join(named) + (f" (+{len(pile) - _NAMED_AT_MOST})" if len(pile) > _NAMED_AT_MOST else "")
