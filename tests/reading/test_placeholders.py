"""Telling what an author wrote from what the template printed."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.placeholders import classify, is_placeholder
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

WORDS = vocabulary_for(Settings())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "TBD",
        "tbd.",
        "N/A",
        "none",
        "—",
        "-",
        "…",
        "???",
        "[Name]",
        "[YYYY-MM-DD HH:MM timezone]",
        "**[Name]**",
        "- [ ] [Specific preventive measure]",
        "> [Names]",
        "[Number] customers affected",
        "[Start time] to [End time] = [Duration]",
        "[Critical / High / Medium / Low]",
        "YYYY-MM-DD",
        "Use precise times. Include links to dashboards.",
        "Copy this file for each incident postmortem.",
    ],
)
def test_words_of_a_template_are_placeholders(text: str) -> None:
    assert is_placeholder(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Dana",
        "0",
        "none of them",
        "[report](https://example.org)",
        "[Report](https://example.org)",
        "[x] done",
        "[^1]",
        "TBD by Dana",
        "Copying files took an hour",
        "[[wiki]]",
        "a [Name] in the middle",
        "no",
        "[Payments] alert fired",
        "[Dana] restarted the pool",
        "[Docs] Write it down",
    ],
)
def test_words_of_an_author_are_not(text: str) -> None:
    assert not is_placeholder(text, WORDS)


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("- How will we prove this is fixed?", "placeholder"),
        ("- How will we prove this is fixed? By thirty quiet days", "text"),
        ("- process / oncall", "placeholder"),
        ("- process / oncall: the checklist is old", "text"),
        ("- config / deployments: TBD", "placeholder"),
        ("1. **Why no load testing?** Not included in release checklist", "placeholder"),
        ("1. **Why no load testing?** Nobody owned it", "text"),
    ],
)
def test_an_answer_behind_a_templates_question_is_the_authors(line: str, content: str) -> None:
    assert classify([line], WORDS) == content
