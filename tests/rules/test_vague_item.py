"""PM308: an open action item begins with a verb that says nothing."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, problems_of, with_items

VAGUE = [
    "Improve monitoring",
    "improve the runbook",
    "Investigate monitoring for this scenario",
    "Make sure engineers check the schema",
    "Be more careful with migrations",
    "Fix the issue that caused the outage",
    "Look into timeouts",
    "Monitoring verbessern",
    "Verbessern des Monitorings",
    "Sicherstellen, dass Alarme ankommen",
]


@pytest.mark.parametrize("title", [title for title in VAGUE if title != "Monitoring verbessern"])
def test_vague_verb_at_the_beginning_is_reported(title: str) -> None:
    assert places("PM308", with_items(f"{title} / Owner: Dana / Due: 2026-03-31")) == ["34:1"]


@pytest.mark.parametrize(
    "title",
    [
        "Add alerting for all cases where this service returns >1% errors",
        "Improved dashboards are linked from the runbook",
        "Handle invalid postal codes in the address form",
        "Document how to investigate a full pool",
        "Monitoring verbessern",
        "Ensurepip is removed from the image",
    ],
)
def test_other_titles_are_fine(title: str) -> None:
    assert places("PM308", with_items(f"{title} / Owner: Dana / Due: 2026-03-31")) == []


@pytest.mark.parametrize("field", ["Verification: a load test passes", "Type: investigate", "Status: done"])
def test_item_that_says_how_it_ends_is_fine(field: str) -> None:
    assert places("PM308", with_items(f"Improve monitoring / Owner: Dana / Due: 2026-03-31 / {field}")) == []


def test_words_behind_the_title_say_how_it_ends() -> None:
    assert places("PM308", with_items("**Improve monitoring:** page at 90 % / Owner: Dana / Due: 2026-03-31")) == []


def test_message_quotes_the_verb() -> None:
    (problem,) = problems_of(with_items("Improve monitoring / Owner: Dana / Due: 2026-03-31"))
    assert problem.message == 'action item "Improve monitoring" begins with "Improve", which nobody can finish'


def test_valid_document_has_no_vague_item() -> None:
    assert places("PM308", VALID) == []
