"""How many action items incidents have promised, and how many of them were closed, month after month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_postmortem.library.deadlines import ended_on
from mkdocs_postmortem.library.months import month_ends
from mkdocs_postmortem.model import ActionItem, Postmortem

MOST_POINTS = 60
"""Months that are looked at: five years."""

Reason = Literal["", "off", "audience", "no-git", "shallow", "young", "large"]
"""Why the git history tells nothing: it is not wanted or not for these readers, there is none, or it is cut off, too
short or too long."""


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many items were there, and how many of them were closed: done, dropped or superseded."""

    promised: int = 0
    closed: int = 0

    def __add__(self, other: ItemCount) -> ItemCount:
        return ItemCount(self.promised + other.promised, self.closed + other.closed)


@dataclass(frozen=True, slots=True)
class Point:
    """The count at the end of a day."""

    day: date
    count: ItemCount


@dataclass(frozen=True, slots=True)
class BurnUp:
    """The counts by time, and where they come from: the git history, or, for a reason, the dates in the documents.

    `since` is the day of the first commit of the folder. `undated` items are in no count: nothing tells when they were
    closed, or when their incident was.
    """

    points: tuple[Point, ...]
    reason: Reason = ""
    since: date | None = None
    undated: int = 0


def count_items(postmortem: Postmortem) -> ItemCount:
    """Return the count of one document; only those about incidents have any."""
    if not postmortem.is_figured:
        return ItemCount()
    return ItemCount(len(postmortem.action_items), len(postmortem.action_items) - len(postmortem.open_items))


def burn_up_by_dates(postmortems: Iterable[Postmortem], today: date, reason: Reason) -> BurnUp:
    """Return the counts from what the documents say themselves, at the ends of months and on `today`.

    An item counts as promised from the day on which its incident was over, and as closed from `completed_at` on.
    """
    items = [(item, ended_on(p)) for p in postmortems if p.is_figured for item in p.action_items]
    dated = [(item, ended) for item, ended in items if ended and (item.is_open or item.completed_at)]
    promised = sorted(ended for _, ended in dated)
    closed = sorted(_closed_on(item, ended) for item, ended in dated if not item.is_open)
    days = month_ends(promised[0], today, MOST_POINTS) if promised and promised[0] <= today else ()
    points = (Point(day, ItemCount(bisect_right(promised, day), bisect_right(closed, day))) for day in days)
    return BurnUp(tuple(points), reason, undated=len(items) - len(dated))


def _closed_on(item: ActionItem, ended: date) -> date:
    """Return the day of completion; work that was done during the incident was promised with the others."""
    return max(item.completed_at or ended, ended)
