"""PM504: a document says that it is related to itself."""

from __future__ import annotations

from tests.documents import report, with_front


def test_relation_to_itself_is_reported_where_it_stands() -> None:
    assert report(with_front("related: [inc-2026-014]")) == ["9:11 PM504"]
    assert report(with_front("related:\n  - {id: INC-2026-014, relation: follows}")) == ["10:5 PM504"]


def test_document_without_relations_is_fine() -> None:
    assert report(with_front("related: []")) == []
