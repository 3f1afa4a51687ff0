"""What documents have of each facet, and what words of the settings stand for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.library.facets import Facet, facets_of
from mkdocs_postmortem.settings.saved_view import FACETS
from tests.documents import VALID, postmortem_of, settings_of, with_front, with_items, with_line, without_line

TODAY = date(2026, 4, 15)
FIELDS = [
    {"name": "tier", "facet": True},
    {"name": "live", "type": "yes-no", "facet": True},
    {"name": "cost", "type": "number", "facet": True},
    {"name": "teams", "type": "list", "facet": True},
    {"name": "day", "type": "date", "facet": True},
    {"name": "secret"},
]


def facets(**options: Any) -> dict[str, Facet]:
    return facets_of(Standpoint(settings_of(options), TODAY))


def values(key: str, text: str, **options: Any) -> tuple[str, ...]:
    """Return what a document has of a facet."""
    return facets(**options)[key].values_of(postmortem_of(text, **options))


def test_every_facet_of_the_settings_is_one() -> None:
    assert tuple(facets()) == FACETS
    assert tuple(facets(fields=FIELDS)) == (*FACETS, "tier", "live", "cost", "teams", "day")


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("severity", with_line("severity:", "severity: High"), ("sev1",)),
        ("severity", without_line("severity:"), ()),
        ("service", with_front("root_cause_services: [db, checkout]"), ("checkout", "db")),
        ("root_cause_service", with_front("root_cause_services: [db]"), ("db",)),
        ("status", VALID, ("published",)),
        ("tag", with_front("tags: [a, b, a]"), ("a", "b")),
        ("kind", VALID, ("incident",)),
        ("year", VALID, ("2026",)),
        ("year", without_line("started_at:"), ("undated",)),
        ("factor", with_front("contributing_factors: [{category: code, text: x}, y]"), ("code",)),
        ("factor", with_front("contributing_factors: [x]"), ()),
    ],
)  # fmt: skip
def test_a_document_has_what_it_states(key: str, text: str, found: tuple[str, ...]) -> None:
    assert values(key, text) == found


@pytest.mark.parametrize(
    ("key", "yaml", "found"),
    [
        ("tier", "tier: Gold", ("Gold",)),
        ("live", "live: no", ("no",)),
        ("cost", "cost: 12.5", ("12.5",)),
        ("cost", "cost: 12", ("12",)),
        ("teams", "teams: [a, b]", ("a", "b")),
        ("day", "day: 2026-03-01", ("2026-03-01",)),
        ("tier", "cost: 1", ()),
    ],
)
def test_a_field_of_the_settings_is_a_facet_when_they_say_so(key: str, yaml: str, found: tuple[str, ...]) -> None:
    assert values(key, with_front(yaml), fields=FIELDS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (with_items("x / Owner: Dana / Due: 2026-04-15"), {"open-items"}),
        (with_items("x / Owner: Dana / Due: 2026-04-14"), {"open-items", "overdue-items"}),
        (with_items("x / Due: 2026-05-01"), {"open-items", "ownerless-items"}),
        (with_items("[x] x / Owner: Dana / Due: 2026-03-02"), set()),
        (without_line("- [ ] Alert"), {"no-items"}),
        (without_line("**Reviewers:", with_items("[x] x")), {"no-review"}),
        (with_front("approved_by: Kim", without_line("**Reviewers:", with_items("[x] x"))), set()),
    ],
)
def test_a_document_has_what_somebody_still_has_to_do(text: str, found: set[str]) -> None:
    assert set(values("has", text)) == found


def test_a_document_has_problems_when_any_were_found_in_it() -> None:
    document = postmortem_of(VALID, name="a.md")
    found = facets_of(Standpoint(settings_of(), TODAY, {document.path: 2, "postmortems/b.md": 0}))["has"]

    assert "problems" in found.values_of(document)


@pytest.mark.parametrize(
    ("key", "word", "value"),
    [
        ("severity", "High", "sev1"),
        ("severity", "S1", "sev1"),
        ("severity", "huge", "huge"),
        ("service", "Finder", "search"),
        ("service", "else", "else"),
        ("tag", "DNS", "DNS"),
    ],
)
def test_a_word_stands_for_the_value_that_it_spells(key: str, word: str, value: str) -> None:
    assert facets(services=[{"name": "search", "aliases": ["finder"]}])[key].meaning_of(word) == value
