"""PM312: none of an incident's action items prevents it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ItemKind
from mkdocs_postmortem.problems import NO_PREVENTIVE_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item, writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import LOGIN_2017, SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, place_of, published

_PREVENTING = (ItemKind.PREVENT, ItemKind.MITIGATE, ItemKind.REPAIR)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each published incident whose items all state a kind, and none of them one that prevents."""
    for postmortem in published(library):
        kinds = [item.kind for item in postmortem.action_items]
        if kinds and postmortem.is_figured and all(kind and kind not in _PREVENTING for kind in kinds):
            item = postmortem.action_items[0]
            message = "none of the action items prevents the incident or makes it smaller"
            hint = "add an item that does, or say in the document why there is none"
            yield NO_PREVENTIVE_ITEM.at(place_of(item, postmortem), message, hint)


RULE = Rule(
    NO_PREVENTIVE_ITEM,
    check,
    Explanation(
        why="Alerts and runbooks help the next time. Only items that prevent, mitigate or repair make a next time less "
        "likely or less bad.",
        sources=(SRE_WORKBOOK, LOGIN_2017),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31", "Type: detect"),
        good=writing(
            "Action items",
            "- [ ] Page when 90% of the pool is in use\n  - Owner: Dana\n  - Due: 2026-03-31\n  - Type: detect\n"
            "- [ ] Refuse a pool smaller than the number of workers\n  - Owner: Dana\n  - Due: 2026-03-31\n  - Type: "
            "prevent",
        ),
        note="The kind comes from a column, a field or the sub-heading above the item. A document with an item that "
        "states none is not reported.",
    ),
)
