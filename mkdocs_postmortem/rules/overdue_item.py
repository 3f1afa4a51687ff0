"""PM316: an open action item is past its due date."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.problems import OVERDUE_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import RegisterRule, naming, open_items_of, place_of


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem for each open item that was due before `as_of`; nothing without that day."""
    today = register.settings.as_of
    for document, item in open_items_of(register) if today else ():
        if today and item.due and item.due < today:
            days = (today - item.due).days
            message = f"{naming(item)} was due {item.due}, {days} {'day' if days == 1 else 'days'} ago"
            yield OVERDUE_ITEM.at(place_of(item, document), message, "finish it, agree on a new date, or drop it")


RULE = RegisterRule(
    OVERDUE_ITEM,
    check,
    Explanation(
        why="An item that is late and that nobody looks at is the reason why the same incident comes twice.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31").given(
            "as_of: 2026-04-02"
        ),
        good=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31", done=True).given(
            "as_of: 2026-04-02"
        ),
        note="Today is `as_of`, or the day of the run.",
        options=("as_of",),
    ),
)
