"""PM406: the timeline says nothing for a long part of the incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.problems import TIMELINE_GAP, Location, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_WRITING
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem where the longest silence of an incident ends, when that is over `timeline_gap`.

    It ends at an entry, or with the incident: then the problem stands at the last entry.
    """
    for postmortem in library.postmortems:
        start, end = postmortem.started_at, postmortem.resolved_at
        if start is None or end is None:
            continue
        inside = [
            (entry.time, entry.line) for entry in postmortem.timeline if entry.time and start <= entry.time <= end
        ]
        silence, line, where = _longest_silence(start, end, inside)
        if inside and silence > library.settings.timeline_gap:
            message = f"nothing is told of the {format_duration(silence)} {where}"
            hint = "add what was tried and found in that time"
            yield TIMELINE_GAP.at(Location(postmortem.path, line), message, hint)


def _longest_silence(start: datetime, end: datetime, entries: list[tuple[datetime, int]]) -> tuple[timedelta, int, str]:
    """Return the longest time without an entry, the line to look at, and where it lies; of equal ones the first."""
    ordered = sorted(entries)
    before = [start, *(time for time, _ in ordered)]
    silences = [(time - last, line, "before this entry") for last, (time, line) in zip(before, ordered, strict=False)]
    silences += [(end - time, line, "between this entry and the end") for time, line in ordered[-1:]]
    return max(silences, key=lambda silence: silence[0], default=(timedelta(), 1, ""))


RULE = Rule(
    TIMELINE_GAP,
    check,
    Explanation(
        why="Hours without an entry are where the search went astray. That is the part from which others can learn.",
        sources=(PAGERDUTY_WRITING,),
        bad=stating("resolved_at: 2026-03-01T18:45Z", shown="started_at: 2026-03-01T14:05Z")
        .telling("| 14:45 | The pool limit was raised |", "| 18:45 | The pool limit was raised |")
        .given("levels: {PM406: warning}"),
        good=stating("resolved_at: 2026-03-01T14:45Z").given("levels: {PM406: warning}"),
        note="Off by default. The longest silence between start and resolution is reported when it is over two hours.",
        options=("timeline_gap",),
    ),
)
