"""Pages as files of MkDocs: addresses, edit links and the real files behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_postmortem.plugin.files import add_pages, address_from, collapse_parents
from mkdocs_postmortem.plugin.plugin import PostmortemPlugin
from mkdocs_postmortem.views.address import Target
from tests.documents import VALID
from tests.sites import make_project


def added(root: Path, *existing: str, **config: object) -> tuple[Files, MkDocsConfig]:
    """Return the files after our pages were added beside these."""
    make_project(root, config=config)
    loaded = load_config(str(root / "mkdocs.yml"))
    plugin = loaded.plugins["postmortem"]
    assert isinstance(plugin, PostmortemPlugin)
    plugin.on_config(loaded)
    assert plugin.site is not None
    loaded.plugins._current_plugin = "postmortem"  # as MkDocs sets it around each hook
    files = Files([File.generated(loaded, uri, content="by hand") for uri in existing])
    (root / "scratch").mkdir()
    add_pages(plugin.site, files, loaded, root / "scratch")
    return files, loaded


def file_of(files: Files, uri: str) -> File:
    """Return the file of a source path."""
    found = files.get_file_from_path(uri)
    assert found is not None
    return found


@pytest.mark.parametrize(("as_folders", "address"), [(True, "incident/index.html"), (False, "incident.html")])
def test_an_incident_is_published_by_its_slug_without_the_folders_above(
    as_folders: bool,  # noqa: FBT001  # a parameter
    address: str,
    tmp_path: Path,
) -> None:
    files, _ = added(tmp_path, use_directory_urls=as_folders)

    assert file_of(files, "postmortems/2026/incident.md").dest_uri == f"postmortems/{address}"
    assert file_of(files, "postmortems/index.md").dest_uri == "postmortems/index.html"


def test_only_pages_on_the_whole_library_are_offered_to_the_navigation(tmp_path: Path) -> None:
    files, _ = added(tmp_path)

    offered = [file.src_uri for file in files if file.inclusion is InclusionLevel.UNDEFINED]
    assert offered == [f"postmortems/{name}.md" for name in ("index", "action-items", "insights", "health")]


def test_every_page_has_a_real_file_behind_it(tmp_path: Path) -> None:
    files, _ = added(tmp_path)

    assert all(Path(str(file.abs_src_path)).is_file() for file in files)
    incident = file_of(files, "postmortems/2026/incident.md")
    assert Path(str(incident.abs_src_path)).read_text(encoding="utf-8") == VALID
    assert incident.edit_uri == "../postmortems/2026/incident.md"


def test_a_page_that_is_there_already_stays(tmp_path: Path) -> None:
    files, _ = added(tmp_path, "postmortems/action-items.md")

    assert file_of(files, "postmortems/action-items.md").content_string == "by hand"
    assert len([file for file in files if file.src_uri == "postmortems/action-items.md"]) == 1


def test_addresses_are_relative_to_the_page_they_stand_on(tmp_path: Path) -> None:
    files, _ = added(tmp_path)
    board = file_of(files, "postmortems/action-items.md")

    link = address_from(board, files)

    assert link(Target("postmortems/2026/incident.md", "pm-action-items")) == "../incident/#pm-action-items"
    assert link(Target("postmortems/index.md")) == "../"
    assert link(Target("nowhere.md", "x")) == ""


@pytest.mark.parametrize(
    ("url", "collapsed"),
    [
        ("https://h/o/r/edit/main/docs/../postmortems/a.md", "https://h/o/r/edit/main/postmortems/a.md"),
        ("https://h/o/r/edit/main/a/docs/../../postmortems/a.md", "https://h/o/r/edit/main/postmortems/a.md"),
        ("https://h/o/r/edit/main/postmortems/a.md", "https://h/o/r/edit/main/postmortems/a.md"),
        ("https://h/o?q=docs/../postmortems/a.md", "https://h/o?q=postmortems/a.md"),
        (None, None),
    ],
)
def test_edit_addresses_hold_no_step_back(url: str | None, collapsed: str | None) -> None:
    assert collapse_parents(url) == collapsed
