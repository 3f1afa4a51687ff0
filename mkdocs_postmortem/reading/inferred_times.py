"""Start and end as a timeline shows them, where nothing states them: for `inspect` and `adopt`, never as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from mkdocs_postmortem.model import TimelineEntry
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.reading.vocabulary import Vocabulary

# What stands apart in an entry: "Start of impact. First merge …", "First errors SEV-2 BEGINS".
_BORDER = re.compile(r"[.:;,!()（）。：；，–—]")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9-]*(?: [A-Z0-9][A-Z0-9-]*)+")
_LONGEST = 300


def infer_times(
    facts: Mapping[str, BodyFact], timeline: Sequence[TimelineEntry], vocabulary: Vocabulary
) -> dict[str, BodyFact]:
    """Return start and end as the timeline shows them, where labels leave them open or state the day alone.

    An entry that says "OUTAGE BEGINS" or "End of impact" is the start or the end. Else the start is the first entry,
    and the end the last that says resolved or recovery, or the last one that tells of nothing that came afterwards.
    """
    dated = [entry for entry in timeline if entry.local]
    chosen = {
        "started_at": (_marked(dated, "started_at", vocabulary) or dated)[:1],
        "resolved_at": (_marked(dated, "resolved_at", vocabulary) or _last(dated, vocabulary))[-1:],
    }
    found = {field: _fact(entry) for field, entries in chosen.items() for entry in entries}
    return {field: fact for field, fact in found.items() if _completes(fact, facts.get(field))}


def _completes(fact: BodyFact, known: BodyFact | None) -> bool:
    return known is None or (":" not in known.value and fact.value.startswith(known.value))


def _fact(entry: TimelineEntry) -> BodyFact:
    value, zone = entry.local or "", _zone_of(entry)
    content = f"{value} {zone}" if zone else value
    return BodyFact(
        value=value, text=entry.stated, line=entry.line, column=1, zone=zone, content=content, inferred=True
    )


def _marked(entries: Sequence[TimelineEntry], field: str, vocabulary: Vocabulary) -> list[TimelineEntry]:
    """Return the entries that mark start or end: those of the impact, else those of the incident as a process."""
    ranks = [min(filter(None, _ranks(entry, field, vocabulary)), default=0) for entry in entries]
    best = min(filter(None, ranks), default=None)
    return [entry for entry, rank in zip(entries, ranks, strict=True) if rank == best]


def _ranks(entry: TimelineEntry, field: str, vocabulary: Vocabulary) -> Iterator[int]:
    event = (entry.event or "")[:_LONGEST]
    for part in (*_BORDER.split(event), *_CAPITALS.findall(event)):
        yield vocabulary.mark_of(part, field)


def _last(entries: Sequence[TimelineEntry], vocabulary: Vocabulary) -> list[TimelineEntry]:
    """Return the entries of which the last one is the end; empty when only the first tells of the incident."""
    resolved = [entry for entry in entries if _label(entry, vocabulary) == "resolved_at"]
    during = [entry for entry in entries[1:] if not vocabulary.came_afterwards(entry.event or "")]
    return (resolved if len(entries) > 1 else []) or during


def _label(entry: TimelineEntry, vocabulary: Vocabulary) -> str | None:
    return vocabulary.field_of((entry.event or "").partition(":")[0])


def _zone_of(entry: TimelineEntry) -> str | None:
    """Return the offset at which an entry's instant is its local time, None when the instant is unknown."""
    if entry.time is None or not entry.local or ":" not in entry.local:
        return None
    local = entry.time.replace(tzinfo=None).fromisoformat(entry.local)
    shift = local - entry.time.replace(tzinfo=None, second=0, microsecond=0).replace(second=local.second)
    minutes = round(shift / timedelta(minutes=1))
    sign = "-" if minutes < 0 else "+"
    return "UTC" if not minutes else f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
