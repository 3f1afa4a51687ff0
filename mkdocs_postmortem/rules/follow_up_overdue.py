"""PM604: the follow-up review has not been held."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model import Status
from mkdocs_postmortem.problems import FOLLOW_UP_OVERDUE, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import RegisterRule


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each published document whose follow-up review was due and of which it says nothing.

    Attendees, or words in the follow-up section, say that it was held.
    """
    today = register.settings.as_of
    for document in register.documents if today else ():
        due = register.settings.deadlines.follow_up_due(document.review_at, document.published_at)
        if today and due and due < today and _is_owed(document):
            key = "review_at" if document.states("review_at") else "published_at"
            message = f"the follow-up review was due {due}, and nothing says that it was held"
            yield FOLLOW_UP_OVERDUE.at(document.place_of(key), message, "hold it and add `review_attendees`")


def _is_owed(document: Digest) -> bool:
    is_whole = document.readable and document.renderable and document.status is Status.PUBLISHED
    return is_whole and bool(document.open_items) and not document.is_followed_up


RULE = RegisterRule(
    FOLLOW_UP_OVERDUE,
    check,
    Explanation(
        why="If writing is rewarded and closing the items is not, postmortems pile up unclosed. A fixed day on which "
        "somebody looks at them again ends that.",
        sources=(SRE_WORKBOOK,),
        bad=stating("review_at: 2026-03-20").given("as_of: 2026-03-25"),
        good=stating("review_at: 2026-03-20", "review_attendees: [Dana, Kim]").given("as_of: 2026-03-25"),
        note="Only while items are open. Due is `review_at`, else 30 days after `published_at`. A follow-up section "
        "with "
        "text counts as held.",
        options=("deadlines", "as_of"),
    ),
)
