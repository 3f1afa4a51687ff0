"""Incidents per month, one row of bars for each severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library.months import Month, month_of, months_between
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.views.parts import Badge
from mkdocs_postmortem.views.time_scale import Tick, calendar_ticks

MOST_MONTHS = 36
LEAST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Incidents of one severity: `counts` by month, `total` in all of them. Without a badge it is the row of all."""

    badge: Badge | None
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Rows of bars over the same months; `outside` incidents began in another month or do not say when."""

    months: tuple[str, ...]
    rows: tuple[MonthRow, ...]
    highest: int
    ticks: tuple[Tick, ...]
    outside: int


def month_chart(study: Study) -> MonthChart:
    """Return the chart of the months up to today: from the first incident on, at least 12 and at most 36."""
    months = _months_shown(study.incidents, study.today)
    names = tuple(map(str, months))
    everything = _row(None, study.incidents, months)
    rows = (_row(group.badge, group.incidents, months) for group in study.severities())
    return MonthChart(
        months=names,
        rows=(everything, *(row for row in rows if row.total)),
        highest=max(everything.counts),
        ticks=tuple(calendar_ticks(names, len(names))),
        outside=len(study.incidents) - everything.total,
    )


def _months_shown(incidents: Iterable[Postmortem], today: date) -> tuple[Month, ...]:
    last = month_of(today)
    first = min((month_of(p.started_at.date()) for p in incidents if p.started_at), default=last)
    first = min(max(first, last.moved(1 - MOST_MONTHS)), last.moved(1 - LEAST_MONTHS))
    return tuple(months_between(first, last))


def _row(badge: Badge | None, incidents: Iterable[Postmortem], months: Sequence[Month]) -> MonthRow:
    found = Counter(month_of(incident.started_at.date()) for incident in incidents if incident.started_at)
    counts = tuple(found[month] for month in months)
    return MonthRow(badge, counts, sum(counts))
