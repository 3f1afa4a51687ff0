"""What became of the action items: over time, and by team and deadline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library.burn_up import BurnUp
from mkdocs_postmortem.library.deadlines import item_due
from mkdocs_postmortem.model import ActionItem, ItemStatus
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.views.time_scale import Tick, calendar_ticks

_ROUND = (1, 2, 5)
_MOST_LEVELS = 5
_MONTH = len("2026-03")
_FATES = ("in_time", "late", "overdue", "undated", "dropped")


@dataclass(frozen=True, slots=True)
class BurnUpPoint:
    """The counts on a day: `promised` items, of which `closed` and `open` ones."""

    day: str
    promised: int
    closed: int

    @property
    def open(self) -> int:
        """Return how many still expected work."""
        return self.promised - self.closed


@dataclass(frozen=True, slots=True)
class BurnUpChart:
    """Two lines over the same days. `top` is what the height stands for, with lines at `levels` below it."""

    points: tuple[BurnUpPoint, ...]
    top: int
    levels: tuple[int, ...]
    ticks: tuple[Tick, ...]
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class TeamRow:
    """The items of a team whose deadline is known and past, or that are done: how many in time, late, and still open.

    `undated` ones are done, and nothing tells when; `dropped` ones were given up or replaced.
    """

    name: str
    in_time: int
    late: int
    overdue: int
    undated: int
    dropped: int

    @property
    def judged(self) -> int:
        """Return of how many items it is known whether they kept their deadline."""
        return self.in_time + self.late + self.overdue

    @property
    def percent(self) -> float:
        """Return the share that was closed in time, as the length of a bar; it is no figure."""
        return round(100 * self.in_time / self.judged, 2) if self.judged else 0.0


def burn_up_chart(burn_up: BurnUp, study: Study) -> BurnUpChart:
    """Return the chart, and in words where its numbers come from."""
    points = [BurnUpPoint(p.day.isoformat(), p.count.promised, p.count.closed) for p in burn_up.points]
    top = max((point.promised for point in points), default=0)
    step = _step(top)
    words = study.words
    since = burn_up.since.isoformat() if burn_up.since else ""
    source = words("items-from-git", day=since) if since else words("items-from-dates")
    return BurnUpChart(
        points=tuple(points),
        top=top,
        levels=tuple(range(step, top + 1, step)),
        ticks=tuple(calendar_ticks([point.day[:_MONTH] for point in points], len(points) - 1)),
        source=" ".join(filter(None, (source, words(f"history-{burn_up.reason}") if burn_up.reason else ""))),
        note=words("items-undated", count=burn_up.undated) if burn_up.undated else "",
    )


def team_rows(study: Study) -> tuple[TeamRow, ...]:
    """Return what became of each team's items, by name; an item of two teams counts for both."""
    found: dict[str, Counter[str]] = {}
    for incident in study.incidents:
        for item in incident.action_items:
            fate = _fate(item, item_due(item, incident, study.library.settings), study.today)
            for team in study.library.owners.teams_of(item) or (study.words("no-team"),):
                found.setdefault(team, Counter())[fate] += 1
    rows = (TeamRow(team, **{fate: counts[fate] for fate in _FATES}) for team, counts in found.items())
    listed = [row for row in rows if row.judged or row.undated or row.dropped]
    return tuple(sorted(listed, key=lambda row: (row.name == study.words("no-team"), row.name.casefold())))


def _fate(item: ActionItem, due: date | None, today: date) -> str:
    """Return what became of an item; "pending" when its deadline is not past, or there is none."""
    if not item.is_open and item.status is not ItemStatus.DONE:
        return "dropped"
    if due is None or (item.is_open and due >= today):
        return "pending"
    if item.is_open:
        return "overdue"
    if item.completed_at is None:
        return "undated"
    return "late" if item.completed_at > due else "in_time"


def _step(top: int) -> int:
    """Return a round distance between lines, so that there are at most five."""
    power = 1
    while top > _MOST_LEVELS * _ROUND[-1] * power:
        power *= 10
    return next(number * power for number in _ROUND if top <= _MOST_LEVELS * number * power)
