"""PM509: an owner or a team is not in the configured list."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import UNKNOWN_OWNER
from tests.documents import VALID, only, places, problems_of, with_items

OWNERS = ["Dana", {"name": "team-payments", "aliases": ["Payments"]}]


def test_anybody_may_own_an_item_without_a_list() -> None:
    assert places("PM509", VALID) == []


def test_owner_who_is_not_in_the_list_is_reported_with_a_suggestion() -> None:
    problem = only(problems_of(with_items("Cap / Owner: Danna / Due: 2026-03-31"), owners=OWNERS), UNKNOWN_OWNER)
    assert problem.location.line == 34
    assert problem.message == 'action item "Cap" belongs to "Danna", who is not in the list of owners'
    assert problem.hint == 'did you mean "Dana"?'


@pytest.mark.parametrize("owner", ["Dana", "@dana", "team-payments", "payments", "Team Payments"])
def test_names_and_aliases_are_known_in_any_spelling(owner: str) -> None:
    assert places("PM509", with_items(f"Cap / Owner: {owner} / Due: 2026-03-31"), owners=OWNERS) == []


def test_owners_of_services_are_known() -> None:
    services = [{"name": "checkout", "owner": "team-basket"}]
    text = with_items("Cap / Owner: team-basket / Due: 2026-03-31")
    assert places("PM509", text, owners=OWNERS, services=services) == []


def test_each_unknown_owner_and_team_is_reported() -> None:
    text = with_items("Cap / Owner: Lee, Dana / Team: search / Due: 2026-03-31")
    assert places("PM509", text, owners=OWNERS) == ["34:1", "34:1"]
