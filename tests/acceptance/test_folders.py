"""A folder that is missing, empty or unreadable ends in a clear sentence, in the build and in the check."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from tests.acceptance.library import check
from tests.documents import VALID
from tests.sites import build_project, make_project, run_mkdocs


def test_a_missing_folder_fails_the_build_with_one_sentence(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})

    built = run_mkdocs(root)

    assert built.status == 1
    assert not [line for line in built.log if "Traceback" in line]
    (line,) = built.problem_lines()
    assert line == (
        "postmortems:1:1 PM802 folder-missing: the folder of postmortems does not exist; "
        "create it with `postmortem new`, or set `folder` in the postmortem block of mkdocs.yml"
    )
    assert not built.site.exists()
    assert check(root).exit_code == 1


def test_a_file_in_the_place_of_the_folder_is_said_to_be_one(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    (root / "postmortems").write_text("x", encoding="utf-8")

    assert "is not a folder" in "".join(build_project(root).problem_lines())


def test_an_empty_folder_is_a_warning_and_the_index_says_what_to_do(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    (root / "postmortems").mkdir()

    built = build_project(root)

    assert built.status == 0
    (line,) = built.problem_lines()
    assert line == (
        "postmortems:1:1 PM803 folder-empty (warning): the folder holds no postmortem; "
        "write the first one with `postmortem new`"
    )
    assert "No postmortem here yet." in built.read("postmortems/index.html")
    assert check(root).exit_code == 0


def test_a_folder_inside_docs_is_refused_before_anything_is_published(tmp_path: Path) -> None:
    root = make_project(tmp_path, {}, options={"folder": "docs/postmortems"}, pages={"postmortems/a.md": VALID})

    built = build_project(root)

    assert built.status == 1
    assert "PM804 folder-in-docs" in built.problem_lines()[0]
    assert not built.site.exists()
    assert check(root).stdout.splitlines() == list(built.problem_lines())


def _symlink(path: Path) -> None:
    path.symlink_to(path.parent / "incident.md")


def _folder(path: Path) -> None:
    path.mkdir()


def _bad_bytes(path: Path) -> None:
    path.write_bytes(VALID.replace("Dana", "D\xfc").encode("latin-1"))


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _utf16(path: Path) -> None:
    path.write_bytes(VALID.encode("utf-16"))


def _large(path: Path) -> None:
    path.write_bytes(b"x" * (LARGEST_FILE + 1))


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (_symlink, "postmortems/x.md:1:1 PM007 symlink: the file is a symbolic link and is not followed"),
        (_folder, "postmortems/x.md:1:1 PM001 unreadable-file: the file cannot be read: it is not a regular file"),
        (_pipe, "postmortems/x.md:1:1 PM001 unreadable-file: the file cannot be read: it is not a regular file"),
        (_utf16, "postmortems/x.md:1:1 PM003 not-utf8: the file is UTF-16 or UTF-32 text; save it as UTF-8"),
        (_large, "postmortems/x.md:1:1 PM002 file-too-large: the file is larger than "),
    ],
    ids=["symbolic link", "folder", "pipe", "UTF-16", "a large file"],
)  # fmt: skip
def test_a_file_that_is_none_fails_the_build_with_one_sentence(make: object, problem: str, tmp_path: Path) -> None:
    assert callable(make)
    root = make_project(tmp_path, {"incident.md": VALID})
    make(root / "postmortems" / "x.md")

    built = build_project(root)

    (line,) = built.problem_lines()
    assert line.startswith(problem)
    assert built.status == 1
    assert not built.site.exists()
    assert check(root).stdout.splitlines() == [line]


def test_bytes_that_are_not_utf8_are_reported_at_their_line(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": VALID.replace("INC-2026-014", "INC-2026-001")})
    _bad_bytes(root / "postmortems" / "x.md")

    built = build_project(root)

    assert [line.split(": ")[0] for line in built.problem_lines()] == ["postmortems/x.md:26:12 PM003 not-utf8"]
    assert built.status == 1


def test_an_unreadable_file_among_others_leaves_them_their_pages(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": VALID}, options={"fail_on": "never"})
    _symlink(root / "postmortems" / "x.md")
    _folder(root / "postmortems" / "y.md")

    built = build_project(root)

    assert built.status == 0
    assert built.has("postmortems/incident/index.html")
    assert "symbolic link" in built.read("postmortems/index.html")
    assert not built.has("postmortems/x/index.html")
