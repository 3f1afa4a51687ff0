"""Finding text in a document, with the place of each find."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_postmortem.rules.language.prose import Find, find_in_body, find_in_sections, words_in
from tests.documents import postmortem_of, with_front, with_section

POOL = re.compile("[Pp]ool")


def places_of(finds: Iterable[Find]) -> list[tuple[int, int]]:
    return [(find.place.line, find.place.column) for find in finds]


def test_body_is_searched_with_line_and_column_of_the_file() -> None:
    text = with_section("Impact", "A pool, a pool.")
    assert places_of(find_in_body(postmortem_of(text), POOL))[1:3] == [(19, 3), (19, 11)]


def test_front_matter_is_searched_at_any_depth_and_found_at_its_key() -> None:
    text = with_front("trigger: Pool\nimpact: {symptoms: [a, Pool]}\ncontributing_factors: [{text: The pool}]")
    assert places_of(words_in(postmortem_of(text)).find(POOL))[:3] == [(9, 10), (10, 9), (11, 23)]


def test_refused_values_are_searched_too() -> None:
    text = with_front("mitigated_at: the pool came back")
    assert places_of(words_in(postmortem_of(text)).find(POOL))[0] == (9, 15)


def test_sections_are_searched_without_code_and_comments() -> None:
    text = with_section("Root cause", "pool\n\n```text\npool\n```\n\n<!-- pool -->\n\n### Why\n\npool")
    found = find_in_sections(postmortem_of(text), frozenset({"cause"}), POOL, ("pool",))
    assert places_of(found) == [(30, 1), (40, 1)]


def test_other_sections_are_not_searched() -> None:
    assert (
        list(find_in_sections(postmortem_of(with_section("Impact", "pool")), frozenset({"lessons"}), POOL, ("pool",)))
        == []
    )


def test_text_without_any_of_the_literals_is_not_searched() -> None:
    words = words_in(postmortem_of(with_section("Impact", "A Pool")))
    assert list(words.find(POOL, ("lake",))) == []
    assert places_of(words.find(POOL, ("lake", "pool"))) != []
