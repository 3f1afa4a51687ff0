"""The timeline: what happened when, in the author's order."""

from __future__ import annotations

from datetime import datetime

from mkdocs_postmortem.model.text import Link, LongText
from mkdocs_postmortem.model.value import Value


class TimelineEntry(Value):
    """One entry; `stated` is as written.

    `time` is an aware datetime in UTC, or None when date or zone cannot be known. `local` is the author's clock as
    `YYYY-MM-DD HH:MM` (or a day alone) where the day is known. `line` counts from 1 in the source file.
    """

    stated: str
    local: str | None = None
    time: datetime | None = None
    approximate: bool = False
    end: datetime | None = None
    actor: LongText | None = None
    event: LongText | None = None
    result: LongText | None = None
    links: tuple[Link, ...] = ()
    line: int = 1
