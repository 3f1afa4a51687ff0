"""PM603: a document is not published within its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.deadlines import ended_on, level_of
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model import Status
from mkdocs_postmortem.problems import REVIEW_OVERDUE, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GITLAB_REVIEW, PAGERDUTY_PROMPT, SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import RegisterRule

_UNFINISHED = (Status.DRAFT, Status.IN_REVIEW)


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each draft or document in review whose deadline has passed; PM605 takes over stale drafts."""
    today, deadlines = register.settings.as_of, register.settings.deadlines
    unfinished = (d for d in register.documents if d.readable and d.status in _UNFINISHED)
    for document in unfinished if today else ():
        ended = ended_on(document)
        allowed = deadlines.for_review(level_of(document, register.settings))
        if today is None or ended is None or allowed is None:
            continue
        is_stale = document.is_draft and today > ended + deadlines.draft
        if today > ended + allowed and not is_stale:
            message = f"the review was due {ended + allowed}, {allowed.days} days after the incident"
            yield REVIEW_OVERDUE.at(document.place_of("status"), message, "finish the review and publish the document")


RULE = RegisterRule(
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
