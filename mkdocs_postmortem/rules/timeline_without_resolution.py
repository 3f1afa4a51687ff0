"""PM404: nothing tells when the incident was over."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import TIMELINE_WITHOUT_RESOLUTION, Problem
from mkdocs_postmortem.rules.explanations.example import stating, without
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, readable
from mkdocs_postmortem.rules.timeline_without_detection import tells_nothing_of, timeline_place


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each incident with a timeline that, like the front matter, says nothing of its end."""
    for postmortem in readable(library):
        stated = postmortem.resolved_at or postmortem.mitigated_at or postmortem.duration
        if stated or not tells_nothing_of(postmortem, "ending"):
            continue
        message = "neither the timeline nor resolved_at says when the incident was over"
        hint = "add an entry for the end, or `resolved_at`"
        yield TIMELINE_WITHOUT_RESOLUTION.at(timeline_place(postmortem), message, hint)


RULE = Rule(
    TIMELINE_WITHOUT_RESOLUTION,
    check,
    Explanation(
        why="Without an end there is no duration, and readers cannot tell whether the incident is still going on.",
        sources=(SRE_WORKBOOK,),
        bad=without(
            "resolved_at", shown="started_at: 2026-03-01T14:05Z\n\n| 14:05 | The error rate alert fired |"
        ).telling("| 14:45 | The pool limit was raised |", "| 14:45 | The pool limit is being raised |"),
        good=stating("resolved_at: 2026-03-01T14:45Z"),
        note="Incidents with two entries or more. `mitigated_at` and `duration` count as an end too.",
    ),
)
