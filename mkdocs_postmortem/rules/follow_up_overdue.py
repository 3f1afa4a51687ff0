"""PM604: the follow-up review has not been held."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.deadlines import follow_up_due, is_followed_up
from mkdocs_postmortem.problems import FOLLOW_UP_OVERDUE, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, published


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each published document whose follow-up review was due and of which it says nothing.

    Attendees, or words in the follow-up section, say that it was held.
    """
    today = library.settings.as_of
    for postmortem in published(library) if today else ():
        due = follow_up_due(postmortem, library.settings)
        if today and due and due < today and postmortem.open_items and not is_followed_up(postmortem):
            key = "review_at" if postmortem.states("review_at") else "published_at"
            message = f"the follow-up review was due {due}, and nothing says that it was held"
            yield FOLLOW_UP_OVERDUE.at(postmortem.place_of(key), message, "hold it and add `review_attendees`")


RULE = Rule(
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
