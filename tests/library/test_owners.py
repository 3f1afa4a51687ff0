"""Who owns action items: one name for all spellings, people apart from teams."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library.owners import Owners, find_owners
from tests.documents import VALID, library_of, with_items, with_line


def owners_in(*items: str, **options: Any) -> Owners:
    library = library_of(with_items(*items), **options)
    return find_owners(library.postmortems, library.settings)


def test_spellings_that_differ_in_case_and_punctuation_are_one_owner() -> None:
    assert owners_in("a / Owner: Dana K", "b / Owner: @dana-k", "c / Owner: DANA K").named("person") == ("Dana K",)


def test_aliases_of_the_settings_are_their_owner() -> None:
    owners = owners_in(
        "a / Owner: payments", owners=[{"name": "team-payments", "kind": "team", "aliases": ["payments"]}]
    )

    assert (owners.named("team"), owners.find("Payments")) == (("team-payments",), "team-payments")


@pytest.mark.parametrize(
    ("item", "options"),
    [
        ("a / Owner: Core", {"owners": [{"name": "Core", "kind": "team"}]}),
        ("a / Team: Core", {}),
        ("a / Owner: Core", {"services": [{"name": "checkout", "owner": "core"}]}),
    ],
)
def test_a_team_is_what_is_called_one(item: str, options: dict[str, Any]) -> None:
    assert (owners_in(item, **options).named("team"), owners_in(item, **options).named("person")) == (("Core",), ())


def test_a_team_is_known_by_its_own_name() -> None:
    assert owners_in("a / Owner: Platform team", "b / Owner: Dana").named("team") == ("Platform team",)


def test_the_settings_know_better_than_an_item() -> None:
    owners = owners_in("a / Team: Dana", owners=[{"name": "Dana", "kind": "person"}])

    assert (owners.named("person"), owners.named("team")) == (("Dana",), ())


def test_an_items_owners_are_people_first() -> None:
    library = library_of(with_items("a / Owner: Zoe, Adam / Team: Core"))
    ((item,),) = (postmortem.action_items for postmortem in library.postmortems)

    assert library.owners.of(item) == ("Zoe", "Adam", "Core")


def test_nobody_is_found_who_owns_nothing() -> None:
    assert owners_in("a / Owner: Dana").find("Kim") is None
    assert library_of(with_line("- [ ]", "Nothing to do.", VALID)).owners.named("person") == ()


def test_names_of_signs_alone_stay_apart() -> None:
    assert len(owners_in("a / Owner: 🔥", "b / Owner: 💧").kinds) == 2
