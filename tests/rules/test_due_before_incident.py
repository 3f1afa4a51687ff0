"""PM315: an action item is due before the incident began."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import DUE_BEFORE_INCIDENT
from tests.documents import only, places, problems_of, with_items, with_line, without_line


def test_item_due_a_year_too_early_is_an_error_that_names_both_days() -> None:
    problem = only(problems_of(with_items("Cap / Owner: Dana / Due: 2025-03-31")), DUE_BEFORE_INCIDENT)
    assert (problem.level.value, problem.location.line) == ("error", 34)
    assert problem.message == 'action item "Cap" is due 2025-03-31, before the incident began (2026-03-01)'


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2026-03-02"])
def test_day_of_the_start_in_any_zone_is_fine(day: str) -> None:
    assert places("PM315", with_items(f"Cap / Owner: Dana / Due: {day}")) == []


def test_done_items_are_judged_too() -> None:
    assert places("PM315", with_items("[x] Cap / Due: 2026-02-27")) == ["34:1"]


def test_draft_is_only_warned() -> None:
    text = with_items("Cap / Owner: Dana / Due: 2025-03-31", text=with_line("status:", "status: draft"))
    assert only(problems_of(text), DUE_BEFORE_INCIDENT).level.value == "warning"


def test_nothing_is_early_without_a_start() -> None:
    assert places("PM315", without_line("started_at:", with_items("Cap / Due: 1999-01-01"))) == []
