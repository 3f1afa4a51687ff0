"""The catalogues of the pages' words: every language has them all, and every word is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_postmortem.model import ItemKind, ItemStatus
from mkdocs_postmortem.model.detection import DetectionSource
from mkdocs_postmortem.model.facts import IncidentKind, Status
from mkdocs_postmortem.model.impact import Degradation
from mkdocs_postmortem.model.relation import NAMES
from mkdocs_postmortem.settings import DEFAULT_CATEGORIES, DEFAULT_SCALE, Settings, Wording
from mkdocs_postmortem.words.catalogue import LANGUAGES, base_language, names_in, shipped_words, words_for
from tests.documents import settings_of

PACKAGE = Path(__file__).parent.parent.parent / "mkdocs_postmortem"
ENGLISH = shipped_words("en")
FOREIGN = [language for language in LANGUAGES if language != "en"]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("templates/*.jinja", "views/**/*.py", "rendering/**/*.py", "site.py", "words/catalogue.py")
    for path in sorted(PACKAGE.glob(pattern))
)
ASKED_FOR = set(re.findall(r'words\(\s*"([a-z0-9-]+)"', SOURCES))
BEGINNINGS = tuple(re.findall(r'"([a-z-]+-)(?:"|\{)', SOURCES))
"""Beginnings of keys that a value completes: `item-` in `words(f"item-{status}")`."""


def filled_in(wording: Wording) -> set[str]:
    """Return the names in both forms of a word."""
    return names_in(wording.one) | names_in(wording.other)


@pytest.mark.parametrize("language", FOREIGN)
def test_every_language_has_the_words_of_english(language: str) -> None:
    assert list(shipped_words(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", FOREIGN)
def test_every_language_fills_in_the_same_names_as_english(language: str) -> None:
    words = shipped_words(language)

    assert {key: filled_in(words[key]) for key in words} == {key: filled_in(ENGLISH[key]) for key in ENGLISH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language: str) -> None:
    assert [
        key for key, forms in shipped_words(language).items() if not (forms.one.strip() and forms.other.strip())
    ] == []


def test_every_word_that_is_asked_for_is_in_the_catalogue() -> None:
    assert len(ASKED_FOR) > 50
    assert sorted(ASKED_FOR - set(ENGLISH)) == []


def test_every_word_of_the_catalogue_is_asked_for() -> None:
    assert [key for key in ENGLISH if f'"{key}"' not in SOURCES and not key.startswith(BEGINNINGS)] == []


def test_every_choice_of_the_model_has_a_word() -> None:
    keys = [
        *(f"status-{value.value}" for value in Status),
        *(f"kind-{value.value}" for value in IncidentKind),
        *(f"item-{value.value}" for value in ItemStatus),
        *(f"item-kind-{value.value}" for value in ItemKind),
        *(f"source-{value.value}" for value in DetectionSource),
        *(f"degradation-{value.value}" for value in Degradation),
        *(f"audience-{name}" for name in Settings().audiences),
        *(f"category-{name}" for name in DEFAULT_CATEGORIES),
        *(f"severity-{level.name}" for level in DEFAULT_SCALE),
        *(f"relation-{name.replace(' ', '-')}" for pair in NAMES.values() for name in pair),
    ]

    assert [key for key in keys if key not in ENGLISH] == []


def test_english_labels_of_the_scale_are_those_of_the_settings() -> None:
    assert [ENGLISH[f"severity-{level.name}"].other for level in DEFAULT_SCALE] == [
        level.label for level in DEFAULT_SCALE
    ]


@pytest.mark.parametrize(
    ("code", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE_CH", "de"), ("en-GB", "en"), ("pt-BR", "en"), ("auto", "en"), ("", "en")],
)
def test_a_language_is_known_by_its_code_without_the_region(code: str, language: str) -> None:
    assert base_language(code) == language
    assert words_for(Settings(language=code)).language == language


@pytest.mark.parametrize(("count", "text"), [(0, "0 problems"), (1, "1 problem"), (2, "2 problems")])
def test_a_count_picks_the_form(count: int, text: str) -> None:
    assert words_for(Settings())("count-problems", count=count) == text


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 1200, "1,200"),
        ("de", 1200, "1.200"),
        ("en", 12.5, "12.5"),
        ("de", 12.5, "12,5"),
        ("de", 1234567, "1.234.567"),
    ],
)
def test_numbers_have_the_marks_of_the_language(language: str, number: float, text: str) -> None:
    assert words_for(Settings(language=language)).number(number) == text


def test_a_word_of_the_settings_takes_the_place_of_the_shipped_one() -> None:
    words = words_for(
        settings_of(language="de", words={"board-title": "Aufgaben", "count-more": {"one": "x", "other": "y"}})
    )

    assert (words("board-title"), words("count-more", count=1), words("count-more", count=2)) == ("Aufgaben", "x", "y")
    assert words("overdue") == "Überfällig"


def test_labels_of_a_scale_of_ones_own_are_shown_as_they_are() -> None:
    scale = [{"name": "sev0", "label": "Gold {x}"}, {"name": "sev1", "label": "Critical"}]

    words = words_for(settings_of(language="de", severities=scale))

    assert (words("severity-sev0"), words("severity-sev1")) == ("Gold {x}", "Critical")


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_for(Settings())("no-such-word")


@pytest.mark.parametrize("text", ["{", "}", "{count!r}", "{count:>9}"])
def test_brackets_that_hold_no_name_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        names_in(text)
