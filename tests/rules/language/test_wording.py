"""Words that rules look for: whole words in any case, prefixes with a star, and scripts without blanks."""

from __future__ import annotations

import time

import pytest

from mkdocs_postmortem.rules.language.wording import begins_with, pattern_of, words_of

PARTS = ("vague_verbs", "open_ended", "blame", "acts", "noticing", "ending")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_words_without_a_blank_around_them(part: str) -> None:
    words = words_of(part)
    assert len(words) > 10
    assert [word for word in words if word != word.strip().lower()] == []


@pytest.mark.parametrize("part", PARTS)
def test_every_word_finds_itself(part: str) -> None:
    missed = [word for word in words_of(part) if not pattern_of(part).search(word.removesuffix("*"))]
    assert missed == []


def test_words_are_found_whole_and_in_any_case() -> None:
    assert pattern_of("ending").search("It is OVER now")
    assert not pattern_of("ending").search("The overhead grew")


def test_star_stands_for_further_letters() -> None:
    assert pattern_of("noticing").search("Alerting began")
    assert not pattern_of("noticing").search("realerting")


def test_script_without_blanks_has_no_borders_of_words() -> None:
    assert pattern_of("noticing").search("監視がアラートを発報した")


def test_beginning_is_quoted_as_written() -> None:
    assert begins_with("vague_verbs", "IMPROVE the pool") == "IMPROVE"
    assert begins_with("vague_verbs", "We improve the pool") is None


@pytest.mark.parametrize("part", PARTS)
def test_search_takes_linear_time(part: str) -> None:
    text = " ".join(word[:-1] for word in words_of(part)) * 100
    began = time.process_time()
    pattern_of(part).sub("", text)
    assert time.process_time() - began < 5
