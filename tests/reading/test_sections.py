"""Sections by their headings, the title, the first paragraph."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.sections import find_sections, find_title, first_paragraph
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import settings_of

WORDS = vocabulary_for(Settings())


def keys(text: str) -> list[str | None]:
    return [section.key for section in find_sections(scan_body(text, 1), WORDS)]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Summary", "summary"),
        ("TL;DR", "summary"),
        ("3. Timeline (UTC)", "timeline"),
        ("Timeline (All times in Europe/Berlin)", "timeline"),
        ("**Impact**", "impact"),
        ("🔥 Impact", "impact"),
        ("Root Cause(s)", "cause"),
        ("Root cause & trigger", "cause"),
        ("What Didn't Work", "went-poorly"),
        ("What didn’t work", "went-poorly"),
        ("A. Action items", "action-items"),
        ("Detection & Response", "detection-response"),
        ("Impact on the shop", None),
        ("Timeline of the migration", None),
        ("", None),
    ],
)
def test_heading_names_its_section(heading: str, key: str | None) -> None:
    assert keys(f"## {heading}\n\ntext") == [key]


def test_own_headings_come_on_top_of_the_shipped_ones() -> None:
    words = vocabulary_for(settings_of(headings={"timeline": ["Verlauf"]}))
    assert [words.section_of(heading) for heading in ("Verlauf", "Timeline")] == ["timeline", "timeline"]
    assert WORDS.section_of("Verlauf") is None


def test_section_ends_at_the_next_heading_of_its_level() -> None:
    sections = find_sections(scan_body("## Impact\na\n### Users\nb\n## Timeline\nc", 1), WORDS)
    assert [section.text for section in sections] == ["a\n### Users\nb", "b", "c"]


def test_headings_below_action_items_are_kinds_and_no_sections() -> None:
    assert keys("## Action items\n### Detection\n- [ ] a\n## Detection\nb") == ["action-items", None, "detection"]


@pytest.mark.parametrize(
    ("content", "judged"),
    [
        ("", "empty"),
        ("\n\n---\n", "empty"),
        ("<!-- to do -->", "empty"),
        ("TBD", "placeholder"),
        ("[2-3 sentence summary]", "placeholder"),
        ("- ", "placeholder"),
        ("- **Duration:** [Hours]", "placeholder"),
        ("| Time | Event |\n|---|---|\n| 14:23 | [First symptom] |", "placeholder"),
        ("| Time | Event |\n|---|---|\n| 14:23 | Errors |", "text"),
        ("It was the pool.", "text"),
        ("- **Duration:** 40 minutes", "text"),
        ("```\nlog\n```", "text"),
        ("[report](https://example.org)", "text"),
        ("![graph](a.png)", "text"),
        ("[^1]", "text"),
    ],
)
def test_content_is_the_authors_the_templates_or_nothing(content: str, judged: str) -> None:
    (section,) = find_sections(scan_body(f"## Impact\n\n{content}", 1), WORDS)
    assert section.content == judged


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Checkout failed", "Checkout failed"),
        ("# Post-Mortem: Checkout failed", "Checkout failed"),
        ("# Postmortem – Checkout failed", "Checkout failed"),
        ("# Incident report: Checkout *failed*", "Checkout failed"),
        ("# Summary\n# Checkout failed", "Checkout failed"),
        ("# Post-Mortem: [Incident Title]", None),
        ("## Only level two", None),
        ("", None),
    ],
)
def test_title_is_the_first_top_heading_that_is_no_section(text: str, title: str | None) -> None:
    assert find_title(scan_body(text, 1), WORDS) == title


def test_first_paragraph_is_the_authors_first_one_as_plain_text() -> None:
    assert first_paragraph("[What happened]\n\nThe *pool*\nwas [full](x).\n\nMore.", WORDS) == "The pool was full."
    assert first_paragraph("TBD\n\n| a |\n", WORDS) is None
