"""PM403: nothing tells when the incident was noticed."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import TIMELINE_WITHOUT_DETECTION, Location, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_WRITING, SRE_WORKBOOK
from mkdocs_postmortem.rules.language.wording import pattern_of
from mkdocs_postmortem.rules.rule import Rule, readable

_TELLING = 2
"""The least number of entries that make a timeline: a single one is a note."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each incident with a timeline that, like the front matter, says nothing of its detection."""
    for postmortem in readable(library):
        if postmortem.detected_at or not tells_nothing_of(postmortem, "noticing"):
            continue
        message = "neither the timeline nor detected_at says when the incident was noticed"
        hint = "add an entry for the first alert or report, or `detected_at`"
        yield TIMELINE_WITHOUT_DETECTION.at(timeline_place(postmortem), message, hint)


def tells_nothing_of(postmortem: Postmortem, part: str) -> bool:
    """Return whether an incident has a timeline and none of its entries holds a word of this part."""
    entries = postmortem.timeline
    if len(entries) < _TELLING or not postmortem.is_figured:
        return False
    said = pattern_of(part)
    return not any(said.search(text) for e in entries for text in (e.event, e.result, e.actor) if text)


def timeline_place(postmortem: Postmortem) -> Location:
    """Return where the timeline begins: its heading, else its first entry."""
    section = postmortem.section("timeline")
    return Location(postmortem.path, section.line if section else postmortem.timeline[0].line)


RULE = Rule(
    TIMELINE_WITHOUT_DETECTION,
    check,
    Explanation(
        why="The time from start to detection is what better alerts can shorten. It is known only when somebody wrote "
        "down when the incident was noticed.",
        sources=(SRE_WORKBOOK, PAGERDUTY_WRITING),
        bad=writing(
            "Timeline",
            "| Time (UTC) | Event |\n|---|---|\n| 14:05 | The pool was full |\n| 14:45 | The pool limit was raised |",
        ),
        good=writing(
            "Timeline",
            "| Time (UTC) | Event |\n|---|---|\n| 14:05 | The pool was full |\n| 14:09 | The error rate alert fired |",
        ),
        note="Incidents with two entries or more, in all languages whose headings are known.",
    ),
)
