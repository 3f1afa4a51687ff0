"""PM508: an incident recurred whose action items are still open."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import RECURRENCE_WITH_OPEN_ITEMS
from mkdocs_postmortem.rules.recurrence_with_open_items import check
from tests.documents import VALID, places, register_with, with_front, with_items

EARLIER = VALID.replace("INC-2026-014", "INC-2025-001")


def again(relation: str = "recurrence-of") -> str:
    return with_front(f"related: [{{id: inc-2025-001, relation: {relation}}}]")


def test_recurrence_of_an_incident_with_open_items_is_reported_at_the_relation() -> None:
    assert places("PM508", again(), EARLIER) == ["9:11"]


def test_recurrence_of_an_incident_whose_items_are_closed_is_fine() -> None:
    assert places("PM508", again(), with_items("[x] Cap", "Page / Status: won't do", text=EARLIER)) == []


@pytest.mark.parametrize("relation", ["related", "caused-by", "duplicate-of", "follows"])
def test_other_relations_are_fine(relation: str) -> None:
    assert places("PM508", again(relation), EARLIER) == []


def test_unknown_incident_is_a_problem_of_its_own() -> None:
    assert (places("PM508", again()), places("PM503", again())) == ([], ["9:11"])


def test_message_counts_the_items() -> None:
    (problem,) = check(register_with(again(), with_items("Cap", "Page", text=EARLIER)))
    assert problem.kind is RECURRENCE_WITH_OPEN_ITEMS
    assert problem.message == "INC-2025-001, of which this is a recurrence, still has 2 open action items"
