"""Owners without a label in front of an item, and whom a document names."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.reading.item_people import is_owner, leading_owner, people_of
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

WORDS = vocabulary_for(Settings())
PEOPLE = frozenset({"kim lee", "kim"})


def test_people_are_those_of_the_facts_with_their_first_names() -> None:
    facts = Facts(authors=("Kim Lee", "@dana"), commander="Al Ruiz")
    assert people_of(facts) == {"kim lee", "kim", "dana", "al ruiz"}


@pytest.mark.parametrize(
    ("text", "owner", "rest"),
    [
        ("Kim: pin it", "Kim", "pin it"),
        ("**Kim Lee**: pin it", "Kim Lee", "pin it"),
        ("**Kim:** pin it", "Kim", "pin it"),
        ("@dana: pin it", "@dana", "pin it"),
        ("@dana pin it", "@dana", "pin it"),
        ("Platform team: pin it", "Platform team", "pin it"),
        ("Redis: pin it", "", "Redis: pin it"),
        ("Pin it: now", "", "Pin it: now"),
        ("Kim:", "", "Kim:"),
    ],
)
def test_person_team_or_handle_before_a_colon_is_the_owner(text: str, owner: str, rest: str) -> None:
    assert leading_owner(text, WORDS, PEOPLE) == (owner, rest)


@pytest.mark.parametrize(("text", "owner"), [("Dana: pin it", "Dana"), ("Monitoring: pin it", ""), ("pin: it", "")])
def test_another_name_is_the_owner_only_in_a_list_of_owners(text: str, owner: str) -> None:
    assert leading_owner(text, WORDS, PEOPLE)[0] == ""
    assert leading_owner(text, WORDS, PEOPLE, names=True)[0] == owner


def test_team_alone_is_no_owner() -> None:
    assert not is_owner("Team", WORDS, PEOPLE)
