"""What the body says of severity, times and services, in the author's words: facts for `inspect` and `adopt`.

The front matter wins and nothing here reaches a page: it is what a careful reader would carry over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_postmortem.model import TimelineEntry
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.dates import find_day
from mkdocs_postmortem.reading.labels import Label
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
)
_RANGE = re.compile(r"\s(?:to|until|till|bis|a|à)\s|\s?(?:〜|～|→|–|—)\s?|\s-\s")
_BRACKET = re.compile(r"\s*[(（].*$")
_DASHED = re.compile(r"\s+[-–—]\s+.*$")
_SEPARATED = re.compile(r"\s*[,、，;]\s*")
_SEVERITY = re.compile(r"^\W*(?P<words>[\w][\w -]{0,20}?)\W*$")
_NOON = 12


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a clock time, or both, as text: `2026-03-01` and `14:05`."""

    day: str = ""
    clock: str = ""

    def __str__(self) -> str:
        return f"{self.day} {self.clock}".strip()


def incident_day(labels: Sequence[Label], vocabulary: Vocabulary) -> date | None:
    """Return the day on which the incident began, as a label states it, or None."""
    days = (find_day(label.text, vocabulary) for label in labels if label.field == "started_at")
    return next((day for day in days if day), None)


def gather_body_facts(
    body: Body, labels: Sequence[Label], timeline: Sequence[TimelineEntry], vocabulary: Vocabulary, *, by_timeline: bool
) -> dict[str, BodyFact]:
    """Return the facts by field: what labels state, and start and end also from the timeline.

    With `by_timeline`, the timeline's first entry is the start; the end is its last entry, or the last one that says
    recovery or resolved.

    Times are local, `YYYY-MM-DD HH:MM`, as the author wrote them; a day without a time stays a day.
    """
    facts: dict[str, BodyFact] = {}
    for label in labels:
        for field, value in _values(label, facts, vocabulary):
            if value and field not in facts:
                facts[field] = BodyFact(
                    value=value, text=label.text, line=body.number(label.index), column=label.column
                )
    if by_timeline:
        _add_from_timeline(facts, timeline, vocabulary)
    return facts


def _values(label: Label, facts: dict[str, BodyFact], vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Yield field and value of a label; a label that holds a range gives start and end."""
    if label.field == "severity":
        yield "severity", _severity(label.text)
    elif label.field in ("started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at", "duration"):
        yield from _times(label, facts, vocabulary)
    elif label.field in ("services", "root_cause_services"):
        yield label.field, ", ".join(_names(label.text))
    else:
        yield label.field, label.text


def _severity(text: str) -> str:
    """Return the words of a severity without the legend that follows: "SEV-3（…）" gives SEV-3."""
    match = _SEVERITY.match(_DASHED.sub("", _BRACKET.sub("", text)).split(",")[0])
    return match["words"].strip() if match else ""


def _names(text: str) -> list[str]:
    return [name for part in _SEPARATED.split(text) if (name := _BRACKET.sub("", part).strip(" `*."))]


def _times(label: Label, facts: dict[str, BodyFact], vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    parts = _RANGE.split(label.text, maxsplit=1)
    first = _moment(parts[0], vocabulary)
    second = _moment(parts[1], vocabulary) if len(parts) > 1 else _Moment()
    if label.field != "duration" and first.day:
        yield label.field, str(first)
    if label.field not in ("duration", "started_at") or not (first.clock and second.clock):
        return
    start = facts.get("started_at")
    day = first.day or (start.value[:10] if start else "")
    if day:
        yield "started_at", f"{day} {first.clock}"
        yield "resolved_at", str(_after(day, first.clock, second))


def _after(day: str, clock: str, end: _Moment) -> _Moment:
    """Return the end of a range; without a day of its own it is the first such time after the start."""
    if end.day:
        return end
    return _Moment(day if end.clock >= clock else next_day(day), end.clock)


def next_day(day: str) -> str:
    """Return the day after an ISO date."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _moment(text: str, vocabulary: Vocabulary) -> _Moment:
    day = find_day(text, vocabulary)
    match = _CLOCK.search(text)
    if match is None:
        return _Moment(day.isoformat() if day else "")
    hour = int(match["hour"])
    if match["half"] and hour <= _NOON:
        hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
    return _Moment(day.isoformat() if day else "", f"{hour:02}:{match['minute']}")


def _add_from_timeline(facts: dict[str, BodyFact], timeline: Sequence[TimelineEntry], vocabulary: Vocabulary) -> None:
    """Complete start and end from the timeline where labels leave them open or state the day alone."""
    dated = [entry for entry in timeline if entry.local]
    if not dated:
        return
    ended = [entry for entry in dated if vocabulary.field_of((entry.event or "").split(":")[0]) == "resolved_at"]
    _complete(facts, "started_at", dated[0])
    if len(dated) > 1:
        _complete(facts, "resolved_at", (ended or dated)[-1])


def _complete(facts: dict[str, BodyFact], field: str, entry: TimelineEntry) -> None:
    known, value = facts.get(field), entry.local or ""
    if known is None or (":" not in known.value and value.startswith(known.value)):
        facts[field] = BodyFact(value=value, text=entry.stated, line=entry.line, column=1)
