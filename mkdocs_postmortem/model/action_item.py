"""An action item: what will be done, by whom, by when, and how far it is."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator

from mkdocs_postmortem.model.choice import one_of, shorten
from mkdocs_postmortem.model.text import LongText, Text, Texts
from mkdocs_postmortem.model.times import as_date, parse_date
from mkdocs_postmortem.model.value import Value
from mkdocs_postmortem.problems import INVALID_DUE, UNKNOWN_ITEM_STATUS, UNKNOWN_PRIORITY


class ItemStatus(str, Enum):
    """How far an item is. Done, won't do and superseded are closed; the rest is open."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    WONT_DO = "wont-do"
    SUPERSEDED = "superseded"

    @property
    def is_closed(self) -> bool:
        """Return whether no more work is expected."""
        return self not in (ItemStatus.OPEN, ItemStatus.IN_PROGRESS)


class ItemKind(str, Enum):
    """What an item is for. Source: Google SRE Workbook, chapter 10 (prevent, mitigate, detect, investigate, repair)."""

    PREVENT = "prevent"
    DETECT = "detect"
    MITIGATE = "mitigate"
    RESPOND = "respond"
    INVESTIGATE = "investigate"
    DOCUMENT = "document"
    REPAIR = "repair"
    PROCESS = "process"


class Priority(str, Enum):
    """P0 is most urgent. Source of the scale: both templates, and Google's P0 to P3."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


PRIORITY_WORDS = {"critical": Priority.P0, "high": Priority.P1, "medium": Priority.P2, "low": Priority.P3,
                  "0": Priority.P0, "1": Priority.P1, "2": Priority.P2, "3": Priority.P3}  # fmt: skip
STATUS_WORDS = {
    "not started": ItemStatus.OPEN, "todo": ItemStatus.OPEN, "to do": ItemStatus.OPEN, "pending": ItemStatus.OPEN,
    "backlog": ItemStatus.OPEN, "new": ItemStatus.OPEN, "planned": ItemStatus.OPEN,
    "in progress": ItemStatus.IN_PROGRESS, "doing": ItemStatus.IN_PROGRESS, "started": ItemStatus.IN_PROGRESS,
    "wip": ItemStatus.IN_PROGRESS, "in review": ItemStatus.IN_PROGRESS, "ongoing": ItemStatus.IN_PROGRESS,
    "done": ItemStatus.DONE, "complete": ItemStatus.DONE, "completed": ItemStatus.DONE, "closed": ItemStatus.DONE,
    "fixed": ItemStatus.DONE, "resolved": ItemStatus.DONE, "finished": ItemStatus.DONE, "shipped": ItemStatus.DONE,
    "won't do": ItemStatus.WONT_DO, "will not do": ItemStatus.WONT_DO, "wontfix": ItemStatus.WONT_DO,
    "cancelled": ItemStatus.WONT_DO, "canceled": ItemStatus.WONT_DO, "dropped": ItemStatus.WONT_DO,
    "rejected": ItemStatus.WONT_DO, "deferred": ItemStatus.WONT_DO,
    "superseded": ItemStatus.SUPERSEDED, "replaced": ItemStatus.SUPERSEDED,
}  # fmt: skip
"""Spellings of item statuses in `action_items:`; those of the body stand in the vocabularies."""

_choose_status = one_of(ItemStatus, "action item status", STATUS_WORDS, UNKNOWN_ITEM_STATUS)
_choose_priority = one_of(Priority, "priority", PRIORITY_WORDS, UNKNOWN_PRIORITY)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])", re.ASCII)


def parse_priority(text: str) -> Priority:
    """Return the priority of P0 to P3, 0 to 3, or critical, high, medium, low; raises a fault (unknown-priority)."""
    found: Priority = _choose_priority(text.strip())
    return found


def parse_due(text: str) -> date:
    """Return the date that `text` is or begins with (`YYYY-MM-DD`); raises a fault (invalid-due) for anything else.

    "Next sprint", "Q3" and 03/04/2026 stay unread: the first two are no days, the third is two.
    """
    match = _ISO_DATE.match(text.strip())
    return parse_date(match[0] if match else shorten(text), INVALID_DUE)


def _due(value: Any) -> Any:
    if isinstance(value, str):
        return parse_due(value)
    return as_date(value)


class ActionItem(Value):
    """One action item of one document. `line` and `column` count from 1 and tell where it stands in the file.

    `stated_due` and `stated_status` keep what the author wrote where it could not be read. An item that stands in the
    front matter and again in the body has the body's line as `restated_line`.
    """

    title: Text
    """What will be done."""
    details: LongText | None = None
    """What there is to say about it."""
    number: int = 0
    kind: Annotated[ItemKind | None, BeforeValidator(one_of(ItemKind, "action item kind"))] = None
    """What the item is for."""
    priority: Annotated[Priority | None, BeforeValidator(_choose_priority)] = None
    """How urgent it is; P0 is most urgent."""
    owners: Texts = ()
    """Who does it: people or teams."""
    team: Text | None = None
    """The owning team; it counts as an owner."""
    due: Annotated[date | None, BeforeValidator(_due)] = None
    """The due date."""
    stated_due: Text | None = None
    status: Annotated[ItemStatus, BeforeValidator(_choose_status)] = ItemStatus.OPEN
    """How far it is."""
    stated_status: Text | None = None
    reason: Text | None = None
    """Why it will not be done, or what replaced it."""
    tracker: Text | None = None
    """The address or the name of a ticket."""
    verification: Text | None = None
    """How it is known to work."""
    completed_at: Annotated[date | None, BeforeValidator(as_date)] = None
    """The day on which it was done."""
    line: int = 1
    column: int = 1
    restated_line: int | None = None

    @property
    def is_open(self) -> bool:
        """Return whether work is still expected."""
        return not self.status.is_closed

    def is_overdue(self, on: date) -> bool:
        """Return whether the item is open and its due date lies before the day `on`."""
        return self.is_open and self.due is not None and self.due < on
