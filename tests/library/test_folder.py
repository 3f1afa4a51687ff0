"""The files of a folder, apart from what they hold; see also test_load.py."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkdocs_postmortem.library.folder import find_exposure, list_folder, shown_path
from tests.cli.projects import inside
from tests.documents import VALID, settings_of
from tests.sites import write
from tests.unreadable import locked

LINUX_PATHS = pytest.mark.skipif(os.name == "nt", reason="such paths cannot exist there")


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


def test_a_folder_that_cannot_be_read_is_a_problem_and_the_rest_is_listed(tmp_path: Path) -> None:
    for name in ("a.md", "2025/b.md", "2026/c.md"):
        write(tmp_path / "postmortems" / name, VALID)

    with locked(tmp_path / "postmortems/2025"):
        listing = list_folder(tmp_path, settings_of())

    assert listing.names == ("2026/c.md", "a.md")
    (problem,) = listing.problems
    said = "the folder cannot be read: Permission denied; check the folder and its permissions"
    assert str(problem) == f"postmortems/2025:1:1 PM001 unreadable-file: {said}"


@pytest.mark.parametrize("pattern", ["_*", "*/*"])
def test_the_folder_itself_may_be_the_one_that_cannot_be_read(pattern: str, tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)

    with locked(tmp_path / "postmortems"):
        listing = list_folder(tmp_path, settings_of(exclude=[pattern]))

    assert listing.names == ()
    assert [(str(p.location), p.kind.code) for p in listing.problems] == [("postmortems:1:1", "PM001")]


@pytest.mark.parametrize("pattern", ["_*", "_old/*", "_old/*.md", "*/*"])
def test_an_excluded_folder_that_cannot_be_read_is_nobodys_problem(pattern: str, tmp_path: Path) -> None:
    for name in ("a.md", "_old/b.md"):
        write(tmp_path / "postmortems" / name, VALID)

    with locked(tmp_path / "postmortems/_old"):
        assert list_folder(tmp_path, settings_of(exclude=[pattern])).problems == ()


@LINUX_PATHS
def test_folders_may_be_nested_deeper_than_python_calls_itself(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)

    with nested(tmp_path / "postmortems", ["d"] * 1_100):
        assert list_folder(tmp_path, settings_of()).names == ("a.md", f"{'d/' * 1_100}deep.md")


@LINUX_PATHS
def test_a_path_that_is_too_long_for_the_system_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)

    with nested(tmp_path / "postmortems", ["d" * 250] * 20):
        listing = list_folder(tmp_path, settings_of())

    assert listing.names == ("a.md",)
    assert [problem.kind.code for problem in listing.problems] == ["PM001"]


@contextmanager
def nested(folder: Path, names: list[str]) -> Iterator[None]:
    """Make folders inside of each other with a document in the last, however long its path becomes, for a while.

    They are taken away step by step: what removes a whole tree calls itself once for each.
    """
    document = Path("deep.md")
    with inside(folder):
        for name in names:
            Path(name).mkdir()
            os.chdir(name)
        document.write_text(VALID, encoding="utf-8")
        bottom = os.open(".", os.O_RDONLY)
    try:
        yield
    finally:
        with inside(folder):
            os.fchdir(bottom)
            os.close(bottom)
            document.unlink()
            for name in reversed(names):
                os.chdir("..")
                Path(name).rmdir()


def test_a_link_that_leads_to_itself_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "postmortems").symlink_to("postmortems")
    (tmp_path / "docs").symlink_to("docs")

    (problem,) = list_folder(tmp_path, settings_of()).problems

    assert problem.message == "the folder of postmortems is not a folder"
    assert find_exposure(tmp_path, settings_of(), tmp_path / "docs") == ()


def test_shown_path_is_relative_to_the_project() -> None:
    assert shown_path("2026/a.md", settings_of(folder="incidents")) == "incidents/2026/a.md"
    assert shown_path("a.md", settings_of(folder=".")) == "a.md"
