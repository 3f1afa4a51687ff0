"""What the settings say of words: refused where it means nothing, at its line of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.configuration.written import place_like
from mkdocs_postmortem.reading.settings_file import check_options, read_project
from mkdocs_postmortem.reading.settings_words import find_word_faults
from tests.documents import settings_of
from tests.sites import write


def refusals(options: dict[str, Any]) -> list[str]:
    """Return what is refused of these options, and why."""
    _, problems = check_options(place_like(options, None, Location("mkdocs.yml")))
    return [f"{problem.message}; {problem.hint}" if problem.hint else problem.message for problem in problems]


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        (
            {"language": "fr"},
            'language: no words are shipped for "fr"; use auto, en or de; `words` may replace every word of one',
        ),
        ({"words": {"bord-title": "x"}}, 'words: "bord-title" is no word of the pages; did you mean "board-title"?'),
        ({"words": {"age": "{days} d"}}, "words: age: nothing fills in {days}; filled in are {length}"),
        ({"words": {"age": "{length.days}"}}, "words: age: nothing fills in {length.days}; filled in are {length}"),
        (
            {"words": {"count-more": {"one": "{count}", "other": "{n} more"}}},
            "words: count-more: nothing fills in {n}; filled in are {count}",
        ),
        ({"words": {"overdue": {"one": "x"}}}, "option words.overdue.other: it is missing; add it"),
        ({"vocabulary": {"colums": {}}}, 'option vocabulary.colums is not known; did you mean "columns"?'),
        (
            {"vocabulary": {"columns": {"onwers": ["x"]}}},
            'vocabulary.columns: "onwers" is not known; did you mean "owners"?',
        ),
        (
            {"vocabulary": {"columns": {"owners": ["wer"], "due": ["Wer"]}}},
            'vocabulary.columns: "Wer" stands for both owners and due; leave one out',
        ),
        (
            {"vocabulary": {"fields": {"started_at": ["detected at"]}}},
            'vocabulary.fields: "detected at" stands for both detected_at and started_at; leave one out',
        ),
        (
            {"vocabulary": {"nothing": [False]}},
            "option vocabulary.nothing[0]: it must be text, not yes or no; put it in quotes",
        ),
        (
            {"vocabulary": {"months": {13: ["x"]}}},
            'vocabulary.months: "13" is not known; use 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 12',
        ),
    ],
)
def test_a_word_that_means_nothing_is_refused(options: dict[str, Any], refusal: str) -> None:
    assert refusals(options) == [refusal]


@pytest.mark.parametrize("text", ["late {", "late }", "{!r}"])
def test_brackets_of_a_word_must_be_whole(text: str) -> None:
    (refusal,) = refusals({"words": {"overdue": text}})

    assert refusal.startswith(f'words: overdue: the brackets of "{text}" cannot be read')
    assert refusal.endswith("nothing is filled in here; write {{ and }} for brackets")


def test_a_word_is_text() -> None:
    (refusal,) = refusals({"words": {"overdue": True}})

    assert refusal.endswith("write text, in quotes where YAML reads something else, or {one: …, other: …}")


@pytest.mark.parametrize(
    "options",
    [
        {"language": "de-AT"},
        {"language": "auto"},
        {"words": {"age": "{length}", "count-more": "more", "overdue": "{{late}}"}},
        {"vocabulary": {"months": {1: ["gennaio"], "2": ["febbraio"]}}},
        {"vocabulary": {"columns": {"owners": ["owners", "Eigner"]}}},
    ],
)
def test_words_that_mean_something_are_taken(options: dict[str, Any]) -> None:
    assert refusals(options) == []


@pytest.mark.parametrize("spelling", ["", "   ", "x" * 201])
def test_a_spelling_without_letters_is_refused(spelling: str) -> None:
    assert len(refusals({"vocabulary": {"statuses": {"done": [spelling]}}})) == 1


def test_norwegian_without_quotes_is_no_truth_value() -> None:
    (fault,) = find_word_faults(settings_of(language=False))

    assert fault[1] == 'language: no words are shipped for "no"'


def test_each_is_reported_at_its_line(tmp_path: Path) -> None:
    write(
        tmp_path / "mkdocs.yml",
        "plugins:\n"
        "  - postmortem:\n"
        "      language: fr\n"
        "      words:\n"
        "        bord-title: x\n"
        "      vocabulary:\n"
        "        columns:\n"
        "          title: [Vorhaben]\n"
        "          onwers: [Macher]\n",
    )

    places = [problem.location for problem in read_project(None, tmp_path).problems]

    assert [(place.line, place.column) for place in places] == [(3, 7), (5, 9), (9, 11)]
