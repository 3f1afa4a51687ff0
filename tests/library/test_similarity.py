"""Similarity of small libraries: what counts, how much, and for which reasons."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library import Library, similarity
from mkdocs_postmortem.library.similarity import Similar, similar_to_stranger, similar_to_text
from tests.documents import library_of, postmortem_of

WEIGHTS = {"root_cause_service": 0, "service": 0, "factor": 0, "tag": 0, "term": 0}


def document(name: str, facts: str, title: str = "The incident") -> str:
    """Return a document of these facts, with no words worth comparing unless the title has some."""
    return (
        f"---\nid: {name}\ntitle: {title}\nstarted_at: 2026-03-0{ord(name[0]) - 64}T10:00Z\n{facts}\n---\n\n# {title}\n"
    )


def library(*documents: str, **options: Any) -> Library:
    """Return a library that shows everything that shares anything."""
    return library_of(*documents, similarity={"at_least": 0, **options})


def like(found: Library, name: str) -> list[str]:
    return [similar.incident.id for similar in found.similarity.like(found.by_id()[name.casefold()])]


def pair(found: Library, own: str, other: str) -> Similar:
    by_id = found.by_id()
    return found.similarity.compare(by_id[own.casefold()], by_id[other.casefold()])


def reasons(similar: Similar) -> dict[str, tuple[str, ...]]:
    return {reason.aspect: reason.names for reason in similar.reasons}


@pytest.mark.parametrize(
    ("facts", "aspect", "name"),
    [
        ("services: [db]\nroot_cause_services: [db]", "root_cause_service", "db"),
        ("services: [db]", "service", "db"),
        ("tags: [dns]", "tag", "dns"),
        ("contributing_factors: [{category: capacity, text: x}]", "factor", "capacity"),
    ],
)
def test_a_shared_fact_is_a_reason(facts: str, aspect: str, name: str) -> None:
    found = library(document("A", facts), document("B", facts), document("C", ""))

    assert like(found, "A") == ["B"]
    assert reasons(pair(found, "A", "B")) == {aspect: (name,)}


def test_shared_words_are_a_reason_and_named_as_the_document_spells_them() -> None:
    found = library(
        document("A", "", "Certificate expired on the proxy"),
        document("B", "", "Expiring certificates"),
        document("C", ""),
    )

    assert set(reasons(pair(found, "A", "B"))["term"]) == {"certificate", "expired"}
    assert set(reasons(pair(found, "B", "A"))["term"]) == {"certificates", "expiring"}


def test_a_phrase_is_told_instead_of_its_words() -> None:
    title = "The connection pool was exhausted"
    found = library(document("A", "", title), document("B", "", title), document("C", ""))

    assert reasons(pair(found, "A", "B"))["term"] == ("connection pool", "exhausted")


def test_a_word_is_not_told_beside_the_tag_that_says_it() -> None:
    found = library(*(document(name, "tags: [retries]", "Retried writes") for name in "AB"), document("C", ""))

    assert reasons(pair(found, "A", "B")) == {"tag": ("retries",), "term": ("retried writes",)}


def test_spellings_of_a_service_and_a_tag_are_one() -> None:
    options = {"services": [{"name": "orders-db", "aliases": ["orders"]}]}
    texts = (
        document("A", "services: [orders-db]\ntags: [Leap Year]"),
        document("B", "services: [orders]\ntags: [leap-year]"),
    )
    found = library_of(*texts, document("C", ""), similarity={"at_least": 0}, **options)

    assert reasons(pair(found, "B", "A")) == {"service": ("orders-db",), "tag": ("leap-year",)}


def test_what_is_rare_counts_more_than_what_is_common() -> None:
    rare, common = "tags: [rare, common]", "tags: [common]"
    found = library(
        *(document(name, facts) for name, facts in zip("ABCDE", [rare, rare, common, common, common], strict=True))
    )

    assert like(found, "A") == ["B", "E", "D"]
    assert pair(found, "A", "B").score > pair(found, "A", "C").score


def test_a_score_is_the_same_both_ways_and_less_where_more_differs() -> None:
    found = library(
        document("A", "tags: [x, y]"),
        document("B", "tags: [x, y]"),
        document("C", "tags: [x, z]"),
        document("D", "tags: [z]"),
    )

    assert pair(found, "A", "C").score == pytest.approx(pair(found, "C", "A").score)
    assert 1 > pair(found, "A", "B").score > pair(found, "A", "C").score > pair(found, "A", "D").score == 0


def test_two_that_share_all_of_much_are_more_alike_than_two_that_share_all_of_little() -> None:
    little, much = "tags: [a]", "tags: [b, c, d, e, f, g]"
    found = library(document("A", little), document("B", little), document("C", much), document("D", much))

    assert pair(found, "A", "B").score < 0.5 < pair(found, "C", "D").score


def test_nothing_shared_is_nothing_similar() -> None:
    found = library(document("A", "tags: [x]"), document("B", "tags: [y]"))

    assert like(found, "A") == []
    assert pair(found, "A", "B").reasons == ()


def test_a_library_of_two_may_have_two_alike() -> None:
    found = library(document("A", "tags: [x]"), document("B", "tags: [x]"))

    assert like(found, "A") == ["B"]


@pytest.mark.parametrize(("weight", "first"), [({"tag": 5, "service": 1}, "B"), ({"tag": 1, "service": 5}, "C")])
def test_the_weights_of_the_settings_decide(weight: dict[str, float], first: str) -> None:
    texts = [document("A", "tags: [x]\nservices: [s]"), document("B", "tags: [x]"), document("C", "services: [s]")]

    assert like(library(*texts, weights={**WEIGHTS, **weight}), "A")[0] == first


def test_a_weight_of_nothing_leaves_a_kind_out() -> None:
    texts = [document("A", "tags: [x]"), document("B", "tags: [x]")]

    assert like(library(*texts, weights={"tag": 0}), "A") == []


def test_only_so_many_and_so_similar_ones_are_shown() -> None:
    texts = [document(name, "tags: [x]") for name in "ABCDE"]

    assert like(library(*texts, shown=2), "A") == ["E", "D"]
    assert like(library(*texts, shown=0), "A") == []
    mixed = [
        document("A", "tags: [x]"),
        document("B", "tags: [x]"),
        document("C", "tags: [x, y, z]"),
        document("D", "tags: [y, z]"),
    ]
    assert like(library(*mixed), "A") == ["B", "C"]
    assert like(library(*mixed, at_least=0.2), "A") == ["B"]


def test_what_an_audience_may_not_see_is_neither_named_nor_counted() -> None:
    texts = [
        document("A", "tags: [x]\naudience: public"),
        document("B", "tags: [x]"),
        document("C", "tags: [x]\naudience: public"),
    ]
    whole = library_of(*texts, audience="public", similarity={"at_least": 0})

    assert like(whole.visible(), "A") == ["C"]
    alone = library_of(texts[0], texts[2], audience="public", similarity={"at_least": 0})
    assert pair(whole.visible(), "A", "C").score == pair(alone, "A", "C").score


def test_a_question_is_answered_by_its_words_and_the_names_in_it() -> None:
    found = library(
        document("A", "services: [orders-db]", "Certificate expired"),
        document("B", "tags: [retry-storm]", "Logins slow"),
        document("C", "", "Logins slow"),
    )
    postmortems, settings = found.postmortems, found.settings

    (first,) = similar_to_text("has an expired certificate hit orders-db?", postmortems, settings, 5)
    assert first.incident.id == "A"
    assert reasons(first) == {"service": ("orders-db",), "term": ("certificate", "expired")}
    (second,) = similar_to_text("retry storms", postmortems, settings, 5)
    assert reasons(second) == {"tag": ("retry-storm",)}
    assert similar_to_text("quux", postmortems, settings, 5) == ()
    assert similar_to_text("", postmortems, settings, 5) == ()


def test_a_document_outside_the_library_can_be_compared() -> None:
    found = library(document("A", "tags: [x]"), document("B", "tags: [y]"))

    (similar,) = similar_to_stranger(postmortem_of(document("C", "tags: [x]")), found.postmortems, found.settings, 5)
    assert similar.incident.id == "A"


def test_a_large_library_looks_at_the_rarest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        document("A", "tags: [x, common]"),
        document("B", "tags: [x]"),
        *(document(n, "tags: [common]") for n in "CDEFG"),
    ]
    monkeypatch.setattr(similarity, "EXACT_UP_TO", 3)
    monkeypatch.setattr(similarity, "BUDGET", 3)
    found = library(*texts)

    assert like(found, "A") == ["B"], "the common tag is beyond the budget"
    monkeypatch.setattr(similarity, "BUDGET", 100)
    assert like(library(*texts), "A") == ["B", "G", "F"]


def test_what_is_found_within_the_budget_has_its_exact_score(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        document("A", "tags: [x, common]"),
        document("B", "tags: [x, common]"),
        *(document(n, "tags: [common]") for n in "CDEF"),
    ]
    exact = library(*texts).similarity.like(library(*texts).by_id()["a"])[0].score
    monkeypatch.setattr(similarity, "EXACT_UP_TO", 3)
    monkeypatch.setattr(similarity, "BUDGET", 3)
    found = library(*texts)

    assert found.similarity.like(found.by_id()["a"])[0].score == pytest.approx(exact)
