"""A library: order, relations in both directions, what an audience may see."""

from __future__ import annotations

import pytest

from mkdocs_postmortem import library as package
from mkdocs_postmortem.library.library import group_by
from tests.documents import VALID, library_of, with_front, with_line, without_line


def at(day: str, id_: str, front: str = "x-none: 1") -> str:
    """Return a document of this id that started on this day of March 2026."""
    text = with_line("id:", f"id: {id_}", with_line("started_at:", f"started_at: 2026-03-{day}T14:05Z"))
    return with_front(front, without_line("resolved_at:", text))


def relations(id_: str, *texts: str) -> list[tuple[str, str]]:
    library = library_of(*texts)
    return [(other.incident.id, other.relation) for other in library.related_to(library.by_id()[id_.casefold()])]


def test_names_of_the_package_are_there_when_they_are_asked_for() -> None:
    assert all(getattr(package, name).__name__ == name for name in package.__all__)
    with pytest.raises(AttributeError, match="no attribute shelve"):
        package.shelve  # noqa: B018  # asking is what is tested


def test_documents_stand_newest_first_and_undated_ones_last() -> None:
    undated = without_line("started_at:", at("09", "D"))
    library = library_of(at("01", "A"), undated, at("03", "C"), at("02", "B"))
    assert [postmortem.id for postmortem in library.postmortems] == ["C", "B", "A", "D"]


def test_documents_of_one_instant_stand_in_the_order_of_their_ids() -> None:
    library = library_of(at("01", "B"), at("01", "A"))
    assert [postmortem.id for postmortem in library.postmortems] == ["A", "B"]


def test_document_is_found_by_its_id_without_case() -> None:
    assert library_of(at("01", "INC-A")).by_id()["inc-a"].id == "INC-A"


@pytest.mark.parametrize(
    ("relation", "here", "there"),
    [
        ("related", "related to", "related to"),
        ("caused-by", "caused by", "caused"),
        ("recurrence-of", "recurrence of", "recurred as"),
        ("duplicate-of", "duplicate of", "duplicated by"),
        ("same-fix", "same fix as", "same fix as"),
        ("follows", "follows", "followed by"),
        ("supersedes", "supersedes", "superseded by"),
    ],
)
def test_relation_reads_from_both_sides(relation: str, here: str, there: str) -> None:
    texts = at("02", "B", f"related: [{{id: a, relation: {relation}}}]"), at("01", "A")
    assert relations("B", *texts) == [("A", here)]
    assert relations("A", *texts) == [("B", there)]


def test_relation_declared_by_both_sides_stands_once() -> None:
    texts = at("02", "B", "related: [A]"), at("01", "A", "related: [B]")
    assert relations("A", *texts) == [("B", "related to")]


def test_two_relations_to_one_document_both_stand() -> None:
    text = at("02", "B", "related: [{id: A, relation: follows}, {id: A, relation: same-fix}]")
    assert relations("B", text, at("01", "A")) == [("A", "follows"), ("A", "same fix as")]


def test_declared_relations_come_before_those_of_others() -> None:
    texts = at("03", "C", "related: [A]"), at("02", "B"), at("01", "A", "related: [B]")
    assert relations("A", *texts) == [("B", "related to"), ("C", "related to")]


def test_relation_to_itself_or_to_nobody_is_no_relation() -> None:
    assert relations("A", at("01", "A", "related: [a, GONE]")) == []


@pytest.mark.parametrize(
    ("audience", "seen"),
    [("internal", ["D", "C", "B", "A"]), ("partner", ["D", "C"]), ("public", ["D"])],
)
def test_audience_sees_its_documents_and_those_of_wider_ones(audience: str, seen: list[str]) -> None:
    options = {"audiences": ["internal", "partner", "public"], "audience": audience}
    library = library_of(
        at("01", "A"), at("02", "B", "audience: internal"), at("03", "C", "audience: partner"),
        at("04", "D", "audience: public"), **options,
    )  # fmt: skip
    assert [postmortem.id for postmortem in library.visible().postmortems] == seen


@pytest.mark.parametrize(
    "broken",
    ["audience: public\ntitle: a: b", "audience: public\naudience: public", "audience: everyone", "audience: [public]"],
)
def test_document_that_cannot_be_read_as_written_is_not_public(broken: str) -> None:
    assert library_of(at("01", "A", broken), audience="public").visible().postmortems == ()


def test_nothing_of_a_hidden_document_is_left_in_a_visible_library() -> None:
    texts = at("02", "B", "audience: public\nrelated: [SECRET]"), at("01", "SECRET", "related: [B]")
    visible = library_of(*texts, audience="public").visible()
    assert [postmortem.id for postmortem in visible.postmortems] == ["B"]
    assert visible.relations == {}
    assert visible.related_to(visible.postmortems[0]) == ()


def test_everything_is_visible_inside() -> None:
    assert len(library_of(VALID).visible().postmortems) == 1


def test_documents_are_grouped_by_each_name_once() -> None:
    library = library_of(at("02", "B", "tags: [pool, pool, cache]"), at("01", "A", "tags: [pool]"))
    groups = group_by(library.postmortems, lambda postmortem: postmortem.tags)
    assert {name: [p.id for p in members] for name, members in groups.items()} == {"pool": ["B", "A"], "cache": ["B"]}
