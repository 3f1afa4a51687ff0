"""PM405: a timeline entry lies far from the incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem, TimelineEntry
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.problems import ENTRY_OUTSIDE_INCIDENT, Location, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each entry between others that lies further from the incident than `timeline_slack`.

    What led to an incident, and what was done about it later, may stand before and after the entries of the incident.
    Where no entry lies in it at all, the first is reported.
    """
    slack = library.settings.timeline_slack
    for postmortem in library.postmortems:
        start, end = postmortem.started_at, postmortem.resolved_at
        if start and end and end < start:
            continue  # Which of the two is wrong is not known: PM111.
        timed = [entry for entry in postmortem.timeline if entry.time]
        outside = [_distance(entry, postmortem, slack) for entry in timed]
        inside = [index for index, where in enumerate(outside) if not where]
        between = range(inside[0], inside[-1]) if inside else range(min(1, len(timed)))
        for index in between:
            if outside[index]:
                message = f'the entry "{shorten(timed[index].stated)}" lies {outside[index]}'
                hint = "check its day, and the times of the front matter"
                yield ENTRY_OUTSIDE_INCIDENT.at(Location(postmortem.path, timed[index].line), message, hint)


def _distance(entry: TimelineEntry, postmortem: Postmortem, slack: timedelta) -> str:
    """Return how far outside the incident an entry lies, empty when it is within the slack."""
    start, end = postmortem.started_at, postmortem.resolved_at
    if entry.time and start and entry.time < start - slack:
        return f"{format_duration(start - entry.time)} before the start"
    if entry.time and end and entry.time > end + slack:
        return f"{format_duration(entry.time - end)} after the end"
    return ""


RULE = Rule(
    ENTRY_OUTSIDE_INCIDENT,
    check,
    Explanation(
        why="An entry that is days away from the incident has the wrong day or the wrong month, or the incident began "
        "earlier than the front matter says.",
        sources=(THE_DOCUMENT,),
        bad=writing(
            "Timeline",
            "| Time (UTC) | Event |\n|---|---|\n| 2026-03-01 14:05 | The error rate alert fired |\n"
            "| 2026-02-01 14:20 | The pool was seen to be full |\n| 2026-03-01 14:45 | The pool limit was raised |",
        ),
        good=writing(
            "Timeline",
            "| Time (UTC) | Event |\n|---|---|\n| 2026-03-01 14:05 | The error rate alert fired |\n"
            "| 2026-03-01 14:45 | The pool limit was raised |",
        ),
        note="The slack is a day by default, on both sides. Entries that lead up to an incident, or follow it, may "
        "be older "
        "and younger: only those between entries of the incident are reported, and the first when none lies in it.",
        options=("timeline_slack",),
    ),
)
