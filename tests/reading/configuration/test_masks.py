"""What stands for a variable's value in everything that is printed."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import UNKNOWN_TAG, Location
from mkdocs_postmortem.reading.configuration.masks import Masks


def cover(text: str, **variables: str) -> str:
    """Return a text as it is shown when these variables were asked for."""
    return Masks({value: f"!ENV {name}" for name, value in variables.items()}).cover(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("use hunter2", "use !ENV PASS"),
        ("use Hunter2, HUNTER2", "use !ENV PASS, !ENV PASS"),
        ("xhunter2x", "x!ENV PASSx"),
        ("hunter", "hunter"),
    ],
)
def test_a_value_is_replaced_in_any_case_and_inside_of_words(text: str, shown: str) -> None:
    assert cover(text, PASS="hunter2") == shown  # noqa: S106  # an example


def test_a_value_is_replaced_across_line_breaks() -> None:
    assert cover("say open  sesame\nplease now", PASS="open sesame please") == "say !ENV PASS now"  # noqa: S106  # an example


def test_a_short_value_is_replaced_as_a_word_of_its_own() -> None:
    assert cover("a cat at bat", A="at", B="a") == "!ENV B cat !ENV A bat"


def test_the_longer_of_two_values_goes_first() -> None:
    assert cover("hunter2-long hunter2", A="hunter2", B="hunter2-long") == "!ENV B !ENV A"


def test_letters_with_two_forms_are_found_in_both() -> None:
    assert cover("STRASSEN strassen Straßen", A="straßen") == "!ENV A !ENV A !ENV A"


@pytest.mark.parametrize("value", ["error", "Warning", "auto", "true", "", "  "])
def test_words_of_closed_lists_are_no_secrets(value: str) -> None:
    masks = Masks({value: "!ENV A"})
    assert masks.cover("an error of true auto warning") == "an error of true auto warning"
    assert not masks


def test_message_and_hint_of_a_problem_are_covered_and_its_path_is_not() -> None:
    problem = UNKNOWN_TAG.at(Location("hunter2/a.md"), "tag hunter2", "use hunter2")
    covered = Masks({"hunter2": "!ENV A"}).cover_problem(problem)
    assert (covered.location.path, covered.message, covered.hint) == ("hunter2/a.md", "tag !ENV A", "use !ENV A")


def test_without_variables_a_problem_stays_the_same() -> None:
    problem = UNKNOWN_TAG.at(Location("a.md"), "tag", "use")
    assert Masks().cover_problem(problem) is problem
