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


@pytest.mark.parametrize("divider", [" · ", " • ", " | "])
def test_bold_labels_on_one_line_may_have_dots_or_bars_between(divider: str) -> None:
    found = labels(f"> **Severity:** SEV3{divider}**Status:** resolved")
    assert [(label.field, label.text) for label in found] == [("severity", "SEV3"), ("status", "resolved")]


def test_dot_in_a_line_without_bold_labels_divides_nothing() -> None:
    assert [label.text for label in labels("- Severity: High · for a day")] == ["High · for a day"]


def test_labels_over_a_single_row_are_read() -> None:
    found = labels("| Date of incident | Priority | Room |\n|---|---|---|\n| 6 May 2026 | P2 | 12 |\n")
    assert [(label.field, label.text, label.index, label.column) for label in found] == [
        ("started_at", "6 May 2026", 2, 3), ("severity", "P2", 2, 16)
    ]  # fmt: skip


def test_labels_over_several_rows_are_a_table_of_other_things() -> None:
    assert (
        labels("| Date | Priority | Lead |\n|---|---|---|\n| 6 May 2026 | P2 | Kim |\n| 7 May 2026 | P3 | Kim |\n")
        == []
    )


def test_labels_in_every_second_column_are_read() -> None:
    found = labels(
        "| Severity | SEV2 | **Start** | 2026-05-06 |\n|---|---|---|---|\n| Room | 12 | **End** | 2026-05-07 |\n"
    )
    assert [(label.field, label.text) for label in found] == [
        ("severity", "SEV2"), ("started_at", "2026-05-06"), ("resolved_at", "2026-05-07")
    ]  # fmt: skip


def test_label_may_have_two_colons() -> None:
    assert [(label.field, label.text) for label in labels("start:: 2026-05-06 21:10")] == [
        ("started_at", "2026-05-06 21:10")
    ]


@pytest.mark.parametrize("title", ["# [SEV1] Search is down", "# Search is down (SEV1)", "Search (sev1) is down\n==="])
def test_severity_in_brackets_of_the_title_counts_where_no_label_states_one(title: str) -> None:
    assert [label.text.upper() for label in labels(f"{title}\n")] == ["SEV1"]
    assert [label.text for label in labels(f"{title}\n\nSeverity: low\n")] == ["low"]


@pytest.mark.parametrize("title", ["# Search is down (S3)", "# Postmortem (Search)", "## [SEV1] Search is down"])
def test_other_brackets_of_a_heading_are_no_severity(title: str) -> None:
    assert labels(f"{title}\n") == []


def test_plain_labels_between_bars_are_read_where_two_are_known() -> None:
    found = labels("Severity: P2 | Room: 12 | Lead: Kim")
    assert [(label.field, label.text) for label in found] == [("severity", "P2"), ("commander", "Kim")]
    assert [label.text for label in labels("Severity: P2 | see below")] == ["P2 | see below"]
