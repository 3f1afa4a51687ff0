"""PM310: an urgent action item has no plan to verify its effect."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.problems import UNVERIFIED_PRIORITY, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import URGENT, Rule, items_of, naming, place_of, tells_end

_DROPPED = (ItemStatus.WONT_DO, ItemStatus.SUPERSEDED)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each P0 or P1 item, open or done, that does not say how its end will be seen.

    A section on the follow-up is a plan for all items.
    """
    for postmortem, item in items_of(library):
        section = postmortem.section("follow-up")
        if section and section.content == "text":
            continue
        if item.priority in URGENT and item.status not in _DROPPED and not tells_end(item):
            message = f"{naming(item)} is {item.priority.value} and has no verification plan"
            hint = "say how you will know that it works, such as a test or a drill"
            yield UNVERIFIED_PRIORITY.at(place_of(item, postmortem), message, hint)


RULE = Rule(
    UNVERIFIED_PRIORITY,
    check,
    Explanation(
        why="The most urgent items keep an incident from happening again. Whether they do shows in a test, not in a "
        "closed ticket.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31", "Priority: P1"),
        good=with_item(
            "Page when 90% of the pool is in use",
            "Owner: Dana",
            "Due: 2026-03-31",
            "Priority: P1",
            "Verification: a load test raises the page",
        ),
        note="Words behind or below the title count as a plan, since the narrative form has the end of the work "
        "there, and "
        "so does a section on the follow-up. Items that were dropped or superseded need none.",
    ),
)
