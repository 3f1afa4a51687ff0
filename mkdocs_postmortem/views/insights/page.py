"""The page on what the incidents have in common: how many, how long, how noticed, why, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.burn_up import BurnUp
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.facts import IncidentKind
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.durations import DurationTable, guard_text
from mkdocs_postmortem.views.insights.causes import Matrix, Share, detection_shares, factor_matrix
from mkdocs_postmortem.views.insights.lengths import duration_tables
from mkdocs_postmortem.views.insights.months import MonthChart, month_chart
from mkdocs_postmortem.views.insights.promises import BurnUpChart, TeamRow, burn_up_chart, team_rows
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.views.listing import Number
from mkdocs_postmortem.words.catalogue import Words, words_for

_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class KindRow:
    """Documents of one kind and their action items. Only incidents are counted anywhere else on the page."""

    name: str
    documents: int
    items: int
    open: int


@dataclass(frozen=True, slots=True)
class InsightsView:
    """Everything the page shows. `as_of` is an ISO date. Without an incident only `kinds` has rows."""

    as_of: str
    numbers: tuple[Number, ...]
    months: MonthChart
    guard: str
    durations: tuple[DurationTable, ...]
    detection: tuple[Share, ...]
    factors: Matrix
    items: BurnUpChart
    teams: tuple[TeamRow, ...]
    kinds: tuple[KindRow, ...]
    is_empty: bool
    back: Target
    words: Words


def insights_view(library: Library, addresses: Addresses, today: date, burn_up: BurnUp) -> InsightsView:
    """Return the page as of `today`."""
    words = words_for(library.settings)
    incidents = tuple(p for p in library.postmortems if p.is_figured)
    study = Study(incidents, library, addresses, today, words)
    return InsightsView(
        as_of=today.isoformat(),
        numbers=_numbers(study),
        months=month_chart(study),
        guard=guard_text(words),
        durations=tuple(duration_tables(study)) if incidents else (),
        detection=detection_shares(study) if incidents else (),
        factors=factor_matrix(study),
        items=burn_up_chart(burn_up, study),
        teams=team_rows(study),
        kinds=tuple(_kinds(library.postmortems, words)),
        is_empty=not incidents,
        back=addresses.index,
        words=words,
    )


def _numbers(study: Study) -> tuple[Number, ...]:
    """Return how many incidents there are, how many of the last 365 days, and how many items are open and closed."""
    words, items = study.words, [item for incident in study.incidents for item in incident.action_items]
    days = [(study.today - incident.started_at.date()).days for incident in study.incidents if incident.started_at]
    recent, still = sum(0 <= day < _A_YEAR for day in days), sum(item.is_open for item in items)
    return (
        Number(words("incidents-label", count=len(study.incidents)), str(len(study.incidents)), study.addresses.index),
        Number(words("last-year", count=_A_YEAR), str(recent)),
        Number(words("open-items-title"), str(still), study.addresses.board),
        Number(words("closed-items-title"), str(len(items) - still), study.addresses.closed_items),
    )


def _kinds(postmortems: Sequence[Postmortem], words: Words) -> list[KindRow]:
    rows = []
    for kind in IncidentKind:
        own = [postmortem for postmortem in postmortems if postmortem.kind is kind]
        items = sum(len(postmortem.action_items) for postmortem in own)
        still = sum(len(postmortem.open_items) for postmortem in own)
        rows += [KindRow(words(f"kind-{kind.value}"), len(own), items, still)] if own else []
    return rows
