"""The files of a folder, apart from what they hold; see also test_load.py."""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.library.folder import list_folder, shown_path
from tests.documents import VALID, settings_of
from tests.sites import write


def test_documents_are_listed_by_path_and_the_others_are_problems(tmp_path: Path) -> None:
    for name in ("b.md", "2026/a.md", "_draft.md", "index.md", "bad|name.md", "notes.txt"):
        write(tmp_path / "postmortems" / name, VALID)
    (tmp_path / "postmortems/z.md").symlink_to("b.md")

    listing = list_folder(tmp_path, settings_of())

    assert listing.names == ("2026/a.md", "b.md")
    assert [problem.kind.code for problem in listing.problems] == ["PM008", "PM007"]


def test_folder_with_refused_files_alone_is_not_called_empty(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/bad|name.md", VALID)
    assert [problem.kind.code for problem in list_folder(tmp_path, settings_of()).problems] == ["PM008"]


def test_shown_path_is_relative_to_the_project() -> None:
    assert shown_path("2026/a.md", settings_of(folder="incidents")) == "incidents/2026/a.md"
    assert shown_path("a.md", settings_of(folder=".")) == "a.md"
