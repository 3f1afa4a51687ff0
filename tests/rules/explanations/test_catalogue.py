"""Every kind of problem is explained, and its examples are what they say."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import CATALOGUE
from mkdocs_postmortem.rules import RULES
from mkdocs_postmortem.rules.explanations.catalogue import EXPLANATIONS, explain
from mkdocs_postmortem.rules.explanations.example import SOUND, Example
from mkdocs_postmortem.settings import Settings
from scripts.write_rules_pages import DOCS, report


def test_every_kind_is_explained_once() -> None:
    assert list(EXPLANATIONS) == sorted(CATALOGUE)


def test_rule_explains_its_own_kind() -> None:
    assert [rule.kind.code for rule in RULES if explain(rule.kind) is not rule.explanation] == []


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_bad_example_reports_its_own_code_once(code: str) -> None:
    assert len([line for line in report(EXPLANATIONS[code].bad) if f" {code} " in line]) == 1


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_good_example_reports_nothing_at_all(code: str) -> None:
    assert report(EXPLANATIONS[code].good) == ()


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_explanation_is_a_sentence_with_a_source_and_two_examples_to_look_at(code: str) -> None:
    explanation = EXPLANATIONS[code]
    assert explanation.why.endswith(".")
    assert explanation.sources
    assert all(example.shown or example.told for example in (explanation.bad, explanation.good))
    assert explanation.bad != explanation.good


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_source_is_an_address_or_a_page_of_the_documentation(code: str) -> None:
    for source in EXPLANATIONS[code].sources:
        assert source.address.startswith("https://") or (DOCS / source.address).is_file(), source.address


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_options_are_settings(code: str) -> None:
    assert set(EXPLANATIONS[code].options) <= set(Settings.model_fields)


def test_sound_document_is_sound() -> None:
    assert report(Example(SOUND)) == ()
