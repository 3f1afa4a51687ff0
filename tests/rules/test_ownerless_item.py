"""PM301: an open action item has no owner."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_front, with_line, without_line


def test_item_that_states_it_is_fine() -> None:
    assert report(with_line("  - Owner:", "  - Team: Payments")) == []


def test_open_item_is_reported_where_it_stands() -> None:
    (problem,) = problems_of(without_line("  - Owner:"))
    assert (problem.kind.code, problem.location.line, problem.location.column) == ("PM301", 34, 1)
    assert problem.message == 'action item "Alert on pool saturation" has no owner'


@pytest.mark.parametrize("status", ["Done", "Won't do: no need", "Superseded"])
def test_closed_item_needs_none(status: str) -> None:
    text = without_line("  - Owner:").replace("- [ ]", "- [x]" if status == "Done" else "- [ ]")
    assert report(text + f"  - Status: {status}\n") == []


def test_item_of_the_front_matter_is_reported_there() -> None:
    stated = {"Owner": "owner: Dana", "Due": "due: 2026-03-31"}
    del stated["Owner"]
    item = ", ".join(["title: Alert", *stated.values()])
    assert report(with_front("action_items:\n  - {" + item + "}")) == ["10:5 PM301"]


def test_placeholder_does_not_count() -> None:
    assert report(with_line("  - Owner:", "  - Owner: TBD")) == ["34:1 PM301"]


def test_draft_is_only_warned() -> None:
    (problem,) = problems_of(without_line("  - Owner:", with_line("status:", "status: draft", VALID)))
    assert problem.level.value == "warning"
