"""Documents of incidents that took a stated time, for the pages that count them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.documents import VALID, with_front, with_line


def incident(number: int, minutes: int = 40, *, day: str = "2026-03-01", front: str = "", **fields: str) -> str:
    """Return a document: detected after a tenth of its time, mitigated after half of it, then resolved."""
    start = datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=timezone.utc)
    text = with_line("id:", f"id: INC-{number}", with_front(front) if front else VALID)
    for field, value in fields.items():
        text = with_line(f"{field}:", f"{field}: {value}", text)
    times = {"detected_at": minutes / 10, "mitigated_at": minutes / 2}
    later = "\n".join(f"{key}: {start + timedelta(minutes=after):%Y-%m-%dT%H:%M:%SZ}" for key, after in times.items())
    text = with_line("started_at:", f"started_at: {start:%Y-%m-%dT%H:%MZ}\n{later}", text)
    return with_line("resolved_at:", f"resolved_at: {start + timedelta(minutes=minutes):%Y-%m-%dT%H:%MZ}", text)


def drill(number: int) -> str:
    """Return a document about a drill."""
    return with_front("kind: drill", with_line("id:", f"id: DRILL-{number}"))
