"""The pages at incidents' ids in real builds: where they lie, where they lead, and who must not notice them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documents import VALID
from tests.sites import build_project, make_project

AT_THE_ID = "postmortems/INC-2026-014/index.html"


@pytest.mark.parametrize(
    ("config", "leads_to"),
    [
        ({}, "../incident/"),
        ({"use_directory_urls": False}, "../incident.html"),
        ({"plugins": ["search", "offline", {"postmortem": {"as_of": "2026-03-10"}}]}, "../incident.html"),
    ],
)
def test_an_id_leads_to_its_incident(config: dict[str, object], leads_to: str, tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, theme="material", config=config), strict=True)

    assert built.status == 0, built.log
    assert f'content="0; url={leads_to}"' in built.read(AT_THE_ID)
    assert built.has(AT_THE_ID.lower())


def test_neither_navigation_nor_search_nor_sitemap_know_it(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, config={"site_url": "https://example.org/"}))

    assert "/postmortems/incident/" in built.read("sitemap.xml")
    for name in ("sitemap.xml", "search/search_index.json", "index.html", "postmortems/index.html"):
        assert not re.search(r"INC-2026-014/", built.read(name), re.IGNORECASE), name


def test_a_page_written_by_hand_at_an_id_stays(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, pages={"postmortems/INC-2026-014.md": "# By hand\n"}))

    assert "By hand" in built.read(AT_THE_ID)


def test_an_id_that_is_the_name_of_the_document_is_that_page(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, {"INC-2026-014.md": VALID}))

    assert 'class="pm-card"' in built.read(next(n for n in built.files if n.lower() == AT_THE_ID.lower()))
    assert not [name for name in built.files if "refresh" in name]
