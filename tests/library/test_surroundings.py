"""What stands where links lead, found without leaving the project and without following a link."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_postmortem.library.surroundings import State, Surroundings, locate, look_around
from tests.projects import PNG, fill


@pytest.mark.parametrize(
    ("target", "path", "anchor"),
    [
        ("b.md", "postmortems/2026/b.md", ""),
        ("../2025/b.md#x", "postmortems/2025/b.md", "x"),
        ("./b%20c.md?plain=1#gr%C3%B6%C3%9Fe", "postmortems/2026/b c.md", "größe"),
        ("../../README.md", "README.md", ""),
        ("../../../x", "../x", ""),
        ("..%2f..%2f..%2fx", "../x", ""),
        ("%2fetc/passwd", "/etc/passwd", ""),
        ("..", "postmortems", ""),
        ("#x", "postmortems/2026", "x"),
    ],
)
def test_a_target_is_a_path_from_the_root_and_an_anchor(target: str, path: str, anchor: str) -> None:
    assert locate("postmortems/2026/a.md", target) == (path, anchor)


@pytest.mark.parametrize(
    ("folder", "docs", "path", "outside"),
    [
        ("postmortems", "docs", "README.md", False),
        ("postmortems", "docs", "../x", True),
        ("postmortems", "docs", "..", True),
        ("postmortems", "docs", "/etc/passwd", True),
        ("postmortems", "docs", "..x", False),
        ("../postmortems", "../docs", "../docs/x.md", False),
        ("../postmortems", "../docs", "../postmortems-secret/x.md", True),
        ("/elsewhere", "/pages", "/elsewhere/x.md", False),
        ("/elsewhere", "/pages", "/elsewhere2/x.md", True),
        (".", "docs", "x.md", False),
    ],
)
def test_outside_is_what_neither_root_nor_folder_nor_docs_dir_holds(
    folder: str,
    docs: str,
    path: str,
    outside: bool,  # noqa: FBT001  # a parameter
) -> None:
    assert Surroundings(folder, docs).is_outside(path) is outside


def test_only_folders_of_the_project_are_listed_each_once_and_no_link_is_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = fill(tmp_path / "project", {"postmortems/2026/a.png": PNG, "docs/x.md": "# X", "README.md": "x"})
    fill(tmp_path, {"secret/x.txt": "x"})
    (root / "postmortems/out").symlink_to(tmp_path / "secret")
    listed: list[str] = []
    really = os.scandir

    def scandir(path: Path) -> Iterator[os.DirEntry[str]]:
        listed.append(os.path.relpath(path, root))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    paths = {"../secret/x.txt", "/etc/passwd", "postmortems/out/x.txt", "postmortems/2026/a.png", "README.md/x"}

    found = look_around(
        root, "postmortems", "docs", (), paths | {"docs/x.md", "postmortems/2026/b.png", "a\0b/c"}
    ).found

    assert {path: each.state for path, each in found.items()} == {
        "../secret/x.txt": State.MISSING,
        "/etc/passwd": State.MISSING,
        "README.md/x": State.MISSING,
        "a\0b/c": State.MISSING,
        "docs/x.md": State.FILE,
        "postmortems/2026/a.png": State.FILE,
        "postmortems/2026/b.png": State.MISSING,
        "postmortems/out/x.txt": State.SYMLINK,
    }
    assert sorted(listed) == [".", "docs", "postmortems", "postmortems/2026"]
    assert found["postmortems/2026/b.png"].nearest == "postmortems/2026/a.png"
