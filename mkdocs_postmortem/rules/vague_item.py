"""PM308: an open action item begins with a verb that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ActionItem, ItemKind
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import VAGUE_ITEM, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import LOGIN_2017, SRE_WORKBOOK
from mkdocs_postmortem.rules.language.wording import begins_with
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of, tells_end


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each open item whose title begins with a vague verb and has no plan to verify it."""
    for postmortem, item in items_of(library):
        verb = is_vague(item)
        if verb:
            message = f'{naming(item)} begins with "{shorten(verb)}", which nobody can finish'
            hint = "say what will be built, changed or removed, or how you will verify it"
            yield VAGUE_ITEM.at(place_of(item, postmortem), message, hint)


def is_vague(item: ActionItem) -> str | None:
    """Return the vague verb with which an open item begins, None when there is none or its end is verified."""
    if not item.is_open or tells_end(item) or item.kind is ItemKind.INVESTIGATE:
        return None
    return begins_with("vague_verbs", item.title)


RULE = Rule(
    VAGUE_ITEM,
    check,
    Explanation(
        why="Actionable, specific and bounded: an item says what will be done. Improve, investigate and make sure "
        "name a "
        "wish, and stay open for ever.",
        sources=(LOGIN_2017, SRE_WORKBOOK),
        bad=with_item("Improve monitoring of the pool", "Owner: Dana", "Due: 2026-03-31"),
        good=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31"),
        note="English and German verbs are known. An item with a verification plan, with words behind or below its "
        "title, "
        "or of the kind investigate is not reported.",
    ),
)
