"""PM701: the analysis blames a person."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import BLAME_LANGUAGE
from tests.documents import VALID, only, places, problems_of, with_front, with_section


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("This was human error.", 10),
        ("The operator was careless.", 18),
        ("On-call should have known.", 1),
        ("They should’ve checked it.", 1),
        ("We should have monitored the pool.", 1),
        ("The on-call engineer should have seen it.", 1),
        ("Ursache war menschliches Versagen.", 13),
        ("Das war fahrlässig.", 9),
    ],
)
def test_word_of_blame_is_reported_at_its_place(text: str, column: int) -> None:
    assert places("PM701", with_section("Root cause", text)) == [f"30:{column}"]


@pytest.mark.parametrize("text", ["Dana forgot the limit.", "dana had ignored the page.", "@Dana accidentally ran it."])
def test_named_person_who_is_made_the_cause_is_reported(text: str) -> None:
    front = with_front("authors: [dana]")
    (place,) = places("PM701", with_section("Root cause", text, front))
    assert place.startswith("31:")


def test_full_name_and_first_name_are_known() -> None:
    front = with_front("commander: Mirela Ionescu")
    text = with_section("Root cause", "Mirela broke it. Then Mirela Ionescu failed to tell.", front)
    assert places("PM701", text) == ["31:1", "31:23"]


@pytest.mark.parametrize(
    "text",
    [
        "Dana restarted the pool, and the limit held.",
        "Nobody forgot anything.",
        "The form should have a warning.",
        "An error of a human kind of name.",
        "```text\nhuman error\n```",
        "<!-- human error -->",
    ],
)
def test_other_sentences_and_code_are_fine(text: str) -> None:
    assert places("PM701", with_section("Root cause", text)) == []


@pytest.mark.parametrize("heading", ["Lessons learned", "What went poorly"])
def test_lessons_are_looked_at_and_other_sections_are_not(heading: str) -> None:
    assert places("PM701", f"{VALID}\n## {heading}\n\nHuman error.\n") == ["40:1"]
    assert places("PM701", with_section("Summary", "Human error.")) == []


def test_sub_sections_belong_to_their_section() -> None:
    assert places("PM701", with_section("Root cause", "### Why\n\nHuman error.")) == ["32:1"]


def test_message_quotes_the_words_and_the_hint_tells_what_to_ask() -> None:
    problem = only(problems_of(with_section("Root cause", "Human error.")), BLAME_LANGUAGE)
    assert problem.message == '"Human error" judges a person'
    assert problem.hint == "tell what made the act look right, and what let it do harm"


def test_hostile_names_are_no_patterns() -> None:
    front = with_front("authors: ['(a+)+', '.*', 'x|y']")
    assert places("PM701", with_section("Root cause", "aaaa forgot. x forgot.", front)) == []
