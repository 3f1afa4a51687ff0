"""Orders of lists: what is not stated comes last either way."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.library.ordering import fold, order_by
from mkdocs_postmortem.settings.saved_view import SORTS
from tests.documents import VALID, library_of, with_items, with_line, without_line

SHORT = with_line("id:", "id: SHORT", with_line("severity:", "severity: sev3")).replace("14:45Z", "14:15Z")
SHORT = with_line("title:", "title: Ärger", with_line("services:", "services: [search]", SHORT))
SHORT = with_items("a", "b", text=SHORT).replace("2026-03-01T", "2026-02-01T")
BARE = "---\nid: BARE\ntitle: Bare\n---\n\n# Bare\n"


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("date", ["SHORT", "INC-2026-014", "BARE"]),
        ("-date", ["INC-2026-014", "SHORT", "BARE"]),
        ("title", ["SHORT", "BARE", "INC-2026-014"]),
        ("-title", ["INC-2026-014", "BARE", "SHORT"]),
        ("severity", ["INC-2026-014", "SHORT", "BARE"]),
        ("-severity", ["SHORT", "INC-2026-014", "BARE"]),
        ("duration", ["SHORT", "INC-2026-014", "BARE"]),
        ("-duration", ["INC-2026-014", "SHORT", "BARE"]),
        ("service", ["INC-2026-014", "SHORT", "BARE"]),
        ("-service", ["SHORT", "INC-2026-014", "BARE"]),
        ("items", ["BARE", "INC-2026-014", "SHORT"]),
        ("-items", ["SHORT", "INC-2026-014", "BARE"]),
    ],
)
def test_documents_come_in_the_order_that_is_asked_for(sort: str, ids: list[str]) -> None:
    library = library_of(VALID, SHORT, BARE)

    assert [p.id for p in order_by(library.postmortems, sort, library.settings)] == ids


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{sort}" for sort in SORTS)])
def test_equal_documents_stay_as_they_come(sort: str) -> None:
    library = library_of(*(VALID.replace("INC-2026-014", name) for name in ("C", "A", "B")))

    assert [p.id for p in order_by(library.postmortems, sort, library.settings)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ärger", "arger"), ("ÉCLAIR", "eclair"), ("ﬁle", "file"), ("日本", "日本"), ("a-B_1", "a-b_1")],
)
def test_texts_are_compared_without_case_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_document_without_start_comes_last() -> None:
    library = library_of(without_line("started_at:"), SHORT)

    assert [p.id for p in order_by(library.postmortems, "date", library.settings)] == ["SHORT", "INC-2026-014"]
