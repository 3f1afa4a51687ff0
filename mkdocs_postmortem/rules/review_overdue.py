"""PM603: a document is not published within its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.deadlines import ended_on, level_of
from mkdocs_postmortem.model import Status
from mkdocs_postmortem.problems import REVIEW_OVERDUE, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GITLAB_REVIEW, PAGERDUTY_PROMPT, SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, readable

_UNFINISHED = (Status.DRAFT, Status.IN_REVIEW)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each draft or document in review whose deadline has passed; PM605 takes over stale drafts."""
    today, deadlines = library.settings.as_of, library.settings.deadlines
    for postmortem in readable(library) if today else ():
        ended = ended_on(postmortem)
        allowed = deadlines.for_review(level_of(postmortem, library))
        if today is None or ended is None or allowed is None or postmortem.status not in _UNFINISHED:
            continue
        is_stale = postmortem.is_draft and today > ended + deadlines.draft
        if today > ended + allowed and not is_stale:
            message = f"the review was due {ended + allowed}, {allowed.days} days after the incident"
            yield REVIEW_OVERDUE.at(
                postmortem.place_of("status"), message, "finish the review and publish the document"
            )


RULE = Rule(
    REVIEW_OVERDUE,
    check,
    Explanation(
        why="A prompt postmortem is more accurate, because people remember. Those who were affected wait for it.",
        sources=(SRE_WORKBOOK, PAGERDUTY_PROMPT, GITLAB_REVIEW),
        bad=stating("status: in-review").given("as_of: 2026-03-20"),
        good=stating("status: published").given("as_of: 2026-03-20"),
        note="By default the two worst severities have 14 days from the end of the incident, the others 30.",
        options=("deadlines", "as_of"),
    ),
)
