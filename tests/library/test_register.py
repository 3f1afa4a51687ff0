"""A register: the documents of a library in short, which links find as they do in the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.library.destinations import find_destination, find_named
from mkdocs_postmortem.library.register import register_of
from mkdocs_postmortem.reading.links import WikiName
from tests.documents import VALID, library_of, register_with, settings_of
from tests.projects import OTHER, fill


def test_documents_stand_in_the_order_of_the_library() -> None:
    texts = [
        VALID.replace("2026-03-01T", f"2026-03-0{day}T").replace("INC-2026-014", f"INC-{day}") for day in (3, 9, 5)
    ]
    assert [document.id for document in register_with(*texts).documents] == ["INC-9", "INC-5", "INC-3"]


@pytest.mark.parametrize(
    "target", ["b.md", "b.md#timeline", "#timeline", "../docs/index.md", "gone.md", "https://a.b/"]
)
def test_links_lead_where_they_lead_in_the_library(target: str, tmp_path: Path) -> None:
    fill(
        tmp_path, {"postmortems/a.md": f"{VALID}\n[x]({target})\n", "postmortems/b.md": OTHER, "docs/index.md": "# A\n"}
    )
    library = load_library(tmp_path, settings_of()).library

    there = find_destination(library, "postmortems/a.md", target)
    here = find_destination(register_of(library), "postmortems/a.md", target)

    assert (here.kind, here.anchor, here.uri, here.fault) == (there.kind, there.anchor, there.uri, there.fault)
    assert getattr(here.incident, "id", None) == getattr(there.incident, "id", None)


def test_wiki_links_find_documents_and_headings() -> None:
    library = library_of(VALID, OTHER)
    for name in (WikiName("INC-2025-001", "Root cause", ""), WikiName("a", "timeline", ""), WikiName("none", "", "")):
        there, here = find_named(library, name), find_named(register_of(library), name)
        assert [(found.anchor, found.incident.id) for found in here if found.incident] == [
            (found.anchor, found.incident.id) for found in there if found.incident
        ]


@pytest.mark.parametrize(
    ("anchor", "is_there"), [("timeline", True), ("fn:1", True), ("pm-items", True), ("no", False)]
)
def test_anchors_are_those_of_the_page(anchor: str, is_there: bool) -> None:  # noqa: FBT001  # a case
    register = register_with(VALID)
    assert register.has_anchor(register.documents[0], anchor) is is_there
