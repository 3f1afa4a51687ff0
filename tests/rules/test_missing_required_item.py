"""PM318: a document lacks the action items that a policy demands of it."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.problems import MISSING_REQUIRED_ITEM, Level
from tests.documents import VALID, only, places, problems_of, report, with_items, with_line

QUIET = {"PM310": "off", "PM311": "off"}
ITEM = "Page on saturation / Owner: Dana / Due: 2026-03-31"


def policy(items: dict[str, Any], **conditions: Any) -> dict[str, Any]:
    """Return settings that demand these items of published documents, or of those with other conditions."""
    return {"when": [{**(conditions or {"status": "published"}), "require": {"items": items}}], "levels": QUIET}


def test_nothing_is_demanded_without_a_policy() -> None:
    assert report(VALID) == []


def test_missing_item_is_reported_at_the_section_with_the_policy_that_asks() -> None:
    problem = only(problems_of(VALID, **policy({"priority": ["P0", "P1"]})), MISSING_REQUIRED_ITEM)
    assert problem.location.line == 32
    assert problem.message == (
        "a published document must have at least one P0 or P1 action item (when[0]) and has none"
    )
    assert problem.hint == "add it, or give one that is there the priority P0 or P1"


@pytest.mark.parametrize(
    ("demand", "item"),
    [
        ({"priority": "P1"}, f"{ITEM} / Priority: P1"),
        ({"kind": ["detect", "prevent"]}, f"{ITEM} / Type: detect"),
        ({"priority": ["P0", "P1"], "kind": "prevent"}, f"{ITEM} / Priority: P0 / Type: prevent"),
        ({"at_least": 1}, ITEM),
        ({"priority": "P1"}, f"[x] {ITEM} / Priority: P1"),
    ],
)
def test_an_item_with_all_that_is_asked_for_meets_the_demand(demand: dict[str, Any], item: str) -> None:
    assert places("PM318", with_items(item), **policy(demand)) == []


@pytest.mark.parametrize(
    ("demand", "item"),
    [
        ({"priority": "P1"}, f"{ITEM} / Priority: P2"),
        ({"priority": ["P0"], "kind": "prevent"}, f"{ITEM} / Priority: P0 / Type: detect"),
        ({"at_least": 2}, ITEM),
        ({"priority": "P1"}, f"{ITEM} / Priority: P1 / Status: won't do"),
        ({"priority": "P1"}, f"{ITEM} / Priority: P1 / Status: superseded"),
    ],
)
def test_an_item_that_lacks_any_of_it_does_not(demand: dict[str, Any], item: str) -> None:
    assert places("PM318", with_items(item), **policy(demand)) == ["32:1"]


def test_demand_for_several_says_how_many_there_are() -> None:
    (problem,) = problems_of(with_items(ITEM), **policy({"at_least": 2}))
    assert problem.message.endswith("must have at least 2 action items (when[0]) and has 1")
    assert problem.hint == "add what is to be done"


def test_only_documents_that_meet_the_conditions_are_asked() -> None:
    demand = policy({"priority": "P0"}, status="published", severity="sev0")
    assert report(VALID, **demand) == []
    assert places("PM318", with_line("severity:", "severity: critical"), **demand) == ["32:1"]


def test_draft_is_only_warned() -> None:
    draft = with_line("status:", "status: draft")
    (problem,) = problems_of(draft, **policy({"priority": "P0"}, status="draft"))
    assert problem.level is Level.WARNING
