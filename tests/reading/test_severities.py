"""Severities as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.severities import find_step, severity_of
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import settings_of

SETTINGS = Settings()
WORDS = vocabulary_for(SETTINGS)
OWN = settings_of(
    severities=[{"name": "major", "label": "Critical"}, {"name": "s2", "label": "Minor", "aliases": ["Priority 5"]}]
)


def step_of(text: str, settings: Settings = SETTINGS) -> str | None:
    """Return the name of the step that a statement names."""
    found = severity_of(text, settings, vocabulary_for(settings))
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("sev2", "sev2"), ("SEV-2", "sev2"), ("Sev 2", "sev2"), ("S2", "sev2"), ("P0", "sev0"), ("3", "sev3"),
        ("Severity 1", "sev1"), ("Severity: 1", "sev1"), ("severity level 2", "sev2"), ("Schweregrad 2", "sev2"),
        ("High", "sev1"), ("**High**", "sev1"), ("🔴 Critical", "sev0"), ("critical severity", "sev0"),
        ("P1 (high)", "sev1"), ("High (SEV2)", "sev2"), ("SEV-3（一部影響）", "sev3"), ("1 (critical)", "sev0"),
        ("Sev 2 - High", "sev2"), ("SEV-2 High", "sev2"), ("SEV1/High", "sev1"), ("Low, no customers", "sev3"),
        ("SEV-2 (3 of 5 regions)", "sev2"), ("SEV-2 – 3 regions", "sev2"), ("Sev0: everything down", "sev0"),
        ("Kritisch", "sev0"), ("gering", "sev3"), ("Élevée", "sev1"), ("moyenne", "sev2"), ("Crítica", "sev0"),
        ("baixa", "sev3"), ("Høy", "sev1"), ("middels", "sev2"), ("重大度: 高", "sev1"),
        ("严重", "sev0"), ("低", "sev3"),
    ],
)  # fmt: skip
def test_a_statement_of_the_body_names_its_step(text: str, step: str) -> None:
    assert step_of(text) == step


@pytest.mark.parametrize(
    "text",
    [
        "", "—", "🔴", "N/A", "unknown", "SEV9", "Major", "High error rates", "SEV1/SEV2", "SEV-1 → SEV-2",
        "Critical/High", "(3 of 5)",
    ],
)  # fmt: skip
def test_what_names_no_step_or_two_is_none(text: str) -> None:
    assert step_of(text) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("Kritisch", "major"), ("MAJOR", "major"), ("minor", "s2"), ("Priority 5", "s2"), ("Hoch", None), ("P1", None)],
)
def test_the_scale_decides_which_words_there_are(text: str, step: str | None) -> None:
    assert step_of(text, OWN) == step


def test_the_words_of_the_author_are_kept() -> None:
    found = severity_of("🔴 Kritisch (P0)", SETTINGS, WORDS)

    assert found is not None
    assert (found.stated, found.rank) == ("🔴 Kritisch (P0)", 0)


def test_a_front_matter_value_is_a_name_or_a_degree_as_a_whole() -> None:
    assert find_step("hoch", SETTINGS, WORDS) is not None
    assert find_step("SEV1 (hoch)", SETTINGS, WORDS) is None


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    found = severity_of(text, SETTINGS, WORDS)

    assert found is None or found.stated == text
