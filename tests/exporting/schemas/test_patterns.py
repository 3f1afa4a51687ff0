"""Expressions mean the same to Python and to ECMA 262, and know every spelling that the reader knows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.exporting.schemas.patterns import portable, spelled, whole
from mkdocs_postmortem.settings import squash

WORDS = ("started_at", "start", "start time", "mässig", "follow-up", "assessment", "高い", "sev0")
SQUASHED = {squash(word) for word in WORDS}


@pytest.mark.parametrize(
    ("pattern", "expression"),
    [
        (re.compile(r"(?P<year>\d{4})", re.ASCII), "(?:[0-9]{4})"),
        (re.compile(r"about |ca\.", re.IGNORECASE), r"[Aa][Bb][Oo][Uu][Tt] |[Cc][Aa]\."),
        (re.compile(r"[a-f0-9_]+", re.IGNORECASE), "[A-Fa-f0-9_]+"),
        (re.compile(r"[^\s\"\\`]+"), r'[^\s"\\`]+'),
        (re.compile(r".*?", re.DOTALL), r"[\s\S]*?"),
        (re.compile(r"\w(?!x)(?:y)"), r"[\w\x80-\uffff](?!x)(?:y)"),
    ],
)
def test_flags_names_and_needless_escapes_are_spelled_out(pattern: re.Pattern[str], expression: str) -> None:
    assert portable(pattern) == expression


def test_a_whole_text_may_have_blanks_around_it_unless_told_otherwise() -> None:
    assert [bool(re.search(whole("a", "b"), text)) for text in ("a", " b ", "ab", "")] == [True, True, False, False]
    assert not re.search(whole("a", blanks=False), " a")


@pytest.mark.parametrize(
    "text", ["Start Time", "START_TIME", "start-time:", "(follow up)", "S.E.V. 0", "mäßig", "高い!"]
)
def test_a_word_is_known_whatever_its_case_and_punctuation(text: str) -> None:
    assert re.search(spelled(SQUASHED), text)


@pytest.mark.parametrize("text", ["", "star", "starts", "start time x", "sev", "sev00"])
def test_another_word_is_not(text: str) -> None:
    assert not re.search(spelled(SQUASHED), text)


def test_a_text_that_is_not_meant_is_left_out_exactly_as_it_stands() -> None:
    expression = spelled({"start", "startedat"}, ["started_at", "own"])

    assert not re.search(expression, "started_at")
    assert re.search(expression, "Started_at")
    assert re.search(expression, "start")


def test_brackets_may_stand_behind_a_key() -> None:
    expression = spelled({"starttime"}, behind=r"(?:\([\s\S]*)?")

    assert re.search(expression, "Start time (UTC)")
    assert not re.search(expression, "Start time UTC")


@settings(deadline=None)
@given(st.sampled_from(WORDS), st.lists(st.sampled_from(["", " ", "-", "_", ".", "*", "…"]), min_size=24), st.data())
def test_every_spelling_that_squashes_to_a_word_matches(word: str, between: list[str], data: st.DataObject) -> None:
    cased = [data.draw(st.sampled_from([letter, letter.upper()])) for letter in word]
    text = "".join(letter + gap for letter, gap in zip(cased, between, strict=False))

    assert re.search(spelled(SQUASHED), text)


@settings(deadline=None)
@given(st.text(alphabet="startedime_ -SV0é高い", max_size=16))
def test_what_matches_squashes_to_a_word(text: str) -> None:
    assert bool(re.search(spelled(SQUASHED), text)) == (squash(text) in SQUASHED)
