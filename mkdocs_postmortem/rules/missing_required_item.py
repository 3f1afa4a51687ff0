"""PM318: a document lacks the action items that a policy demands of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.policy import demands_on
from mkdocs_postmortem.model import ActionItem, ItemStatus
from mkdocs_postmortem.problems import MISSING_REQUIRED_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, place_of_items, readable
from mkdocs_postmortem.settings import ItemDemand, squash

_DROPPED = (ItemStatus.WONT_DO, ItemStatus.SUPERSEDED)
_POLICY = "when: [{status: published, severity: sev1, require: {items: {priority: [P0, P1]}}}]"


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each demand of a `when` block that a document has too few action items for.

    Open and done items count, those that were dropped or superseded do not.
    """
    for postmortem in readable(library):
        items = [item for item in postmortem.action_items if item.status not in _DROPPED]
        for demand in demands_on(postmortem, library.settings):
            wanted = demand.require.items
            if wanted and (number := sum(_counts(item, wanted) for item in items)) < wanted.at_least:
                message = f"{demand.asks(f'have at least {_asked(wanted)}')} and has {number or 'none'}"
                yield MISSING_REQUIRED_ITEM.at(place_of_items(postmortem), message, _hint(wanted))


def _counts(item: ActionItem, wanted: ItemDemand) -> bool:
    priority = item.priority.value if item.priority else ""
    kind = item.kind.value if item.kind else ""
    return _is_one_of(priority, wanted.priority) and _is_one_of(kind, wanted.kind)


def _is_one_of(word: str, wanted: Sequence[str]) -> bool:
    return not wanted or squash(word) in {squash(one) for one in wanted}


def _asked(wanted: ItemDemand) -> str:
    """Return "one P0 or P1 item of kind prevent"."""
    number = "one" if wanted.at_least == 1 else str(wanted.at_least)
    kind = f" of kind {_either(wanted.kind)}" if wanted.kind else ""
    noun = "action item" if wanted.at_least == 1 else "action items"
    return " ".join(part for part in (number, _either(wanted.priority), noun) if part) + kind


def _hint(wanted: ItemDemand) -> str:
    named = (("priority", wanted.priority), ("kind", wanted.kind))
    quality = " and ".join(f"the {what} {_either(words)}" for what, words in named if words)
    return f"add it, or give one that is there {quality}" if quality else "add what is to be done"


def _either(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


RULE = Rule(
    MISSING_REQUIRED_ITEM,
    check,
    Explanation(
        why="After a severe incident something must change, and soon. A house that has decided so can have it checked "
        "before the document is published.",
        sources=(SRE_WORKBOOK,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31", "Priority: P2").given(
            f"levels: {{no-urgent-item: off}}\n{_POLICY}"
        ),
        good=with_item(
            "Page when 90% of the pool is in use",
            "Owner: Dana",
            "Due: 2026-03-31",
            "Priority: P1",
            "Verification: a load test raises the page",
        ).given(_POLICY),
        note="Only found where a block of the setting `when` asks for items. Open and done items count, those that "
        "were dropped or superseded do not, and an item counts only with the priority and kind that it states.",
        options=("when",),
    ),
)
