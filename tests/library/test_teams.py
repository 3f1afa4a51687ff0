from __future__ import annotations

import pytest

from mkdocs_postmortem.library.teams import team_names, teams_of
from mkdocs_postmortem.model import ActionItem
from tests.documents import settings_of

KNOWN = team_names(
    settings_of(services=[{"name": "a", "owner": "team-shop"}, {"name": "b", "owner": "Team Search"}, "c"])
)


@pytest.mark.parametrize(
    ("item", "teams"),
    [
        ({"team": "Payments"}, ("Payments",)),
        ({"team": "Team Shop", "owners": ("team-search",)}, ("team-shop",)),
        ({"owners": ("Dana", "team_shop")}, ("team-shop",)),
        ({"owners": ("team search", "team-shop", "Team Shop")}, ("Team Search", "team-shop")),
        ({"owners": ("Dana", "Kim")}, ()),
        ({}, ()),
    ],
)
def test_team_is_the_stated_one_or_an_owner_of_a_service_and_never_a_person(
    item: dict[str, str], teams: tuple[str, ...]
) -> None:
    assert teams_of(ActionItem(title="A", **item), KNOWN) == teams  # type: ignore[arg-type]
