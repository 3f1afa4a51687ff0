"""Closed lists: forgiving about spelling, strict about meaning."""

from __future__ import annotations

from mkdocs_postmortem.model import IncidentKind
from mkdocs_postmortem.model.choice import nearest, one_of, shorten, suggest
from tests.faults import refused

choose_kind = one_of(IncidentKind, "kind", {"outage": IncidentKind.INCIDENT})


def test_choice_is_found_without_case_and_punctuation() -> None:
    assert choose_kind("Near Miss") is IncidentKind.NEAR_MISS
    assert choose_kind("OUTAGE") is IncidentKind.INCIDENT


def test_unknown_choice_lists_what_there_is() -> None:
    hint = "use incident, near-miss, drill or maintenance"
    assert refused(choose_kind, "party") == ("unknown-choice", 'kind "party" is not known', hint)


def test_number_is_not_a_word() -> None:
    assert refused(choose_kind, 5)[0] == "wrong-type"


def test_nearest_option_is_suggested_in_its_own_spelling() -> None:
    assert nearest("near_mis", ["near-miss", "drill"]) == "near-miss"
    assert nearest("zebra", ["near-miss", "drill"]) is None


def test_long_lists_are_cut_in_hints() -> None:
    assert suggest("", [f"word{n}" for n in range(14)]).endswith("and 2 more")
    assert suggest("x", []) == ""
    assert suggest("x", ["only"]) == "use only"


def test_text_in_messages_is_one_line_of_sixty_characters() -> None:
    assert shorten("a\n b") == "a b"
    assert shorten("x" * 100) == "x" * 59 + "…"
