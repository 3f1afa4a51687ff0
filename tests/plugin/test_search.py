"""The setting `search` in real builds, under the search plugins of Material and of MkDocs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.documents import VALID, with_front
from tests.sites import Built, build_project, make_project

INCIDENT = "postmortems/incident/"
DOCUMENT = with_front("tags: [pool]", VALID)
themes = pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])


def built_with(tmp_path: Path, theme: str, mode: str) -> Built:
    built = build_project(make_project(tmp_path, {"incident.md": DOCUMENT}, theme=theme, options={"search": mode}))
    assert built.status == 0, built.log
    return built


def found_in(built: Built, beginning: str) -> list[dict[str, str]]:
    """Return the entries of the index below an address that a search can find: those that say anything."""
    entries: list[dict[str, str]] = json.loads(built.read("search/search_index.json"))["docs"]
    return [entry for entry in entries if entry["location"].startswith(beginning) and (entry["title"] or entry["text"])]


@themes
def test_in_full_every_section_is_found(theme: str, tmp_path: Path) -> None:
    entries = found_in(built_with(tmp_path, theme, "full"), INCIDENT)

    assert f"{INCIDENT}#root-cause" in [entry["location"] for entry in entries]
    assert "smaller than the number of workers" in " ".join(entry["text"] for entry in entries)


@themes
def test_by_summary_there_is_one_entry_with_title_id_summary_and_facts(theme: str, tmp_path: Path) -> None:
    (entry,) = found_in(built_with(tmp_path, theme, "summary"), INCIDENT)

    said = f"{entry['title']} {entry['text']}"
    for text in ("INC-2026-014", "Checkout failed for 40", "A full connection pool", "SEV1 High", "checkout", "pool"):
        assert text in said
    assert "smaller than the number of workers" not in said


@themes
def test_off_means_nothing_of_the_library(theme: str, tmp_path: Path) -> None:
    built = built_with(tmp_path, theme, "off")

    assert found_in(built, "postmortems/") == []
    assert found_in(built, "") != []


@themes
@pytest.mark.parametrize("mode", ["full", "summary"])
def test_lists_are_never_found(theme: str, mode: str, tmp_path: Path) -> None:
    found = found_in(built_with(tmp_path, theme, mode), "postmortems/")

    assert {entry["location"].partition("#")[0] for entry in found} == {INCIDENT}


@themes
@pytest.mark.parametrize("mode", ["summary", "off"])
def test_readers_see_the_whole_page_and_its_title(theme: str, mode: str, tmp_path: Path) -> None:
    built = built_with(tmp_path, theme, mode)

    page, board = built.read(f"{INCIDENT}index.html"), built.read("postmortems/action-items/index.html")
    assert "smaller than the number of workers" in page
    assert "<title>INC-2026-014: Checkout failed for 40 minutes - Test</title>" in " ".join(page.split())
    assert "<title>Action items - Test</title>" in " ".join(board.split())


def test_a_build_without_a_search_plugin_is_the_same(tmp_path: Path) -> None:
    config = {"plugins": [{"postmortem": {"search": "summary"}}]}

    built = build_project(make_project(tmp_path, {"incident.md": DOCUMENT}, config=config))

    assert "smaller than the number of workers" in built.read(f"{INCIDENT}index.html")
