from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.labels import Label, find_labels
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

VOCABULARY = vocabulary_for(Settings())


def labels(text: str) -> list[Label]:
    return find_labels(scan_body(text, 1), VOCABULARY)


@pytest.mark.parametrize(
    "text",
    [
        "**Severity:** High",
        "**Severity**: High",
        "- **Severity**: High",
        "- Severity: High",
        "Severity: High",
        "## Severity\n\nHigh\n",
        "| Field | Value |\n|---|---|\n| Severity | High |\n| Services | checkout |",
        "**Schweregrad:** High",
        "**Alvorlighetsgrad:** High",
    ],
)
def test_a_labelled_severity_is_found_in_every_form(text: str) -> None:
    assert [(label.field, label.text) for label in labels(text) if label.field == "severity"] == [("severity", "High")]


def test_several_labels_on_one_line_are_told_apart() -> None:
    found = labels("**Incident ID:** INC-5 | **Severity:** SEV3 | **Status:** resolved")

    assert [(label.field, label.text) for label in found] == [
        ("id", "INC-5"),
        ("severity", "SEV3"),
        ("status", "resolved"),
    ]


def test_a_zone_in_a_label_goes_with_its_words() -> None:
    (found,) = labels("- **Start time (UTC):** 2026-03-01 14:05")

    assert (found.field, found.text) == ("started_at", "2026-03-01 14:05 UTC")


@pytest.mark.parametrize(
    "text",
    [
        "**Severity:** [Critical / High / Medium / Low]",
        "**Severity:**\n- a list",
        "```\nSeverity: High\n```",
        "<!-- **Severity:** High -->",
        "## Action items\n\n- [ ] Alert\n  - **Severity:** High\n",
        "We saw that severity: the word matters.",
    ],
)
def test_what_is_no_label_of_the_author_is_left_alone(text: str) -> None:
    assert labels(text) == []


def test_a_label_knows_where_its_words_stand() -> None:
    (found,) = labels("Intro\n\n**Severity:** High")

    assert (found.index, found.column) == (2, 15)
