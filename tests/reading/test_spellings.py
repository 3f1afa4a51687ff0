"""How words are spelled for a look-up, and what the first letters of a text tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.spellings import START, Beginnings, heading_spellings, label_spelling, status_spelling
from mkdocs_postmortem.settings import squash

SPELLINGS = ("tbd", "na", "nothingyet")


def test_heading_is_looked_up_with_and_without_its_bracket() -> None:
    assert heading_spellings("3. **Timeline** (UTC)") == ("timelineutc", "timeline")


def test_label_is_looked_up_without_its_bracket() -> None:
    assert label_spelling("*Start time* (UTC):") == "starttime"


@pytest.mark.parametrize(
    ("text", "spelled"), [("In-Progress", "in progress"), ("Won’t do", "won't do"), ("İ ok", "İ ok")]
)
def test_status_keeps_its_length(text: str, spelled: str) -> None:
    assert status_spelling(text) == spelled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The deploy failed", True),
        ("abc", True),
        ("tbx", True),
        ("Nothing at all", False),
        ("TB", False),
        ("ärm", False),
    ],
)
def test_three_letters_tell_that_a_text_is_none_of_the_spellings(text: str, told: bool) -> None:  # noqa: FBT001  # a case
    assert Beginnings(SPELLINGS)[text[:START]] is told


@given(st.one_of(st.text(), st.sampled_from(SPELLINGS).flatmap(lambda word: st.text().map(word.__add__))))
def test_no_text_that_squashes_to_a_spelling_is_told_apart_from_it(text: str) -> None:
    spelled = squash(text)
    if spelled in SPELLINGS or any(spelled.startswith(long) for long in SPELLINGS if len(long) >= START):
        assert not Beginnings(SPELLINGS)[text[:START]]


def test_what_hostile_documents_ask_is_not_remembered_for_ever() -> None:
    beginnings = Beginnings(SPELLINGS)
    assert all(beginnings[f"{chr(code)}ab"] is False for code in range(0x4E00, 0x4E00 + 10_000))
    assert len(beginnings) < 5_000
