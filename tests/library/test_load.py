"""From a folder on disk to a library: what is read, what is left out, what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_postmortem.library import Loaded, load_library
from mkdocs_postmortem.problems import BAD_FILE_NAME, FOLDER_EMPTY, FOLDER_MISSING, SYMLINK, UNREADABLE_FILE
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, only, settings_of

LINUX_NAMES = pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")


def load(root: Path, **options: object) -> Loaded:
    return load_library(root, settings_of(options))


def write(root: Path, name: str, text: str = VALID) -> Path:
    path = root / "postmortems" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(loaded: Loaded) -> list[str]:
    return sorted(postmortem.relative_path for postmortem in loaded.library.postmortems)


def test_documents_of_all_folders_are_read(tmp_path: Path) -> None:
    for name in ("a.md", "2026/b.md", "2026/03/c.md"):
        write(tmp_path, name)
    assert names(load(tmp_path)) == ["2026/03/c.md", "2026/b.md", "a.md"]


def test_paths_in_problems_are_relative_to_the_root(tmp_path: Path) -> None:
    write(tmp_path, "2026/b.md", "no front matter")
    assert {problem.location.path for problem in load(tmp_path).problems} == {"postmortems/2026/b.md"}


def test_folder_that_is_the_root_adds_nothing_to_paths(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("no front matter")
    (tmp_path / "c?.md").write_text(VALID)
    assert {problem.location.path for problem in load(tmp_path, folder=".").problems} == {"b.md", "c?.md"}


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    problem = only(load(tmp_path).problems, FOLDER_MISSING)
    assert problem.message == "the folder of postmortems does not exist"


def test_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "postmortems").write_text("")
    assert only(load(tmp_path).problems, FOLDER_MISSING).message == "the folder of postmortems is not a folder"


def test_empty_folder_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "postmortems").mkdir()
    assert only(load(tmp_path).problems, FOLDER_EMPTY).level.value == "warning"


@pytest.mark.parametrize(
    "name", ["template.md", "template-sre.md", "README.md", "_draft.md", "index.md", "notes.txt", ".git/a.md"]
)
def test_file_that_is_no_postmortem_is_left_out(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    write(tmp_path, "real.md")
    loaded = load(tmp_path)
    assert (names(loaded), loaded.problems) == (["real.md"], ())


def test_exclusion_may_name_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "old/a.md")
    write(tmp_path, "new/a.md")
    assert names(load(tmp_path, exclude=["old/*"])) == ["new/a.md"]


def test_index_of_the_folder_is_the_introduction(tmp_path: Path) -> None:
    write(tmp_path, "index.md", "---\ntitle: Ours\n---\n\n# Welcome\n")
    assert load(tmp_path).library.intro.strip() == "# Welcome"
    write(tmp_path, "index.md", "# Welcome\n")
    assert load(tmp_path).library.intro == "# Welcome\n"


def test_index_with_a_broken_header_does_not_show_it(tmp_path: Path) -> None:
    write(tmp_path, "index.md", "----\nsecret: 1\n----\n\n# Welcome\n")
    assert "secret" not in load(tmp_path).library.intro


def test_index_of_a_deeper_folder_collides_with_the_librarys_own(tmp_path: Path) -> None:
    write(tmp_path, "2026/index.md")
    loaded = load(tmp_path)
    assert [problem.kind.code for problem in judge(loaded)] == ["PM502"]


@LINUX_NAMES
def test_link_to_a_file_is_reported_and_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(VALID)
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "b.md").symlink_to(secret)
    loaded = load(tmp_path)
    assert only(loaded.problems, SYMLINK).location.path == "postmortems/b.md"
    assert names(loaded) == ["a.md"]


@LINUX_NAMES
def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.md").write_text(VALID)
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "more").symlink_to(elsewhere)
    (tmp_path / "postmortems" / "loop").symlink_to(tmp_path / "postmortems")
    assert names(load(tmp_path)) == ["a.md"]


@LINUX_NAMES
def test_link_that_points_nowhere_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "b.md").symlink_to("gone")
    only(load(tmp_path).problems, SYMLINK)


@LINUX_NAMES
def test_introduction_that_is_a_link_is_reported_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "index.md").symlink_to(tmp_path / "secret")
    loaded = load(tmp_path)
    only(loaded.problems, SYMLINK)
    assert loaded.library.intro == ""


@LINUX_NAMES
def test_excluded_link_is_nobodys_problem(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "README.md").symlink_to("a.md")
    assert load(tmp_path).problems == ()


@LINUX_NAMES
def test_pipe_is_reported_without_waiting(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    os.mkfifo(tmp_path / "postmortems" / "b.md")
    assert UNREADABLE_FILE in {problem.kind for problem in load(tmp_path).problems}


def test_folder_with_the_name_of_a_document_is_one_problem(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "postmortems" / "b.md").mkdir()
    only(judge(load(tmp_path)), UNREADABLE_FILE)


def test_document_without_permission_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.md").chmod(0)
    problems = load(tmp_path).problems
    if os.access(tmp_path / "postmortems" / "a.md", os.R_OK):
        assert problems == ()  # The superuser may read everything.
    else:
        only(problems, UNREADABLE_FILE)


@LINUX_NAMES
@pytest.mark.parametrize(
    "name",
    [
        "a?.md",
        "a#b.md",
        "a%2e.md",
        "a:b.md",
        "a<b>.md",
        'a"b.md',
        "a\\b.md",
        "a|b.md",
        "a*.md",
        "a\nb.md",
        "a\tb.md",
        "a\x1b[2J.md",
        "-a.md",
        ".a.md",
        "~a.md",
        "a .md",
        "a..md",
        "CON.md",
        "nul.md",
        "com1.md",
        "a\u202eb.md",
        "a" * 201 + ".md",
    ],
)
def test_name_that_cannot_be_an_address_everywhere_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    loaded = load(tmp_path)
    line = str(only(loaded.problems, BAD_FILE_NAME))
    assert line.isprintable()
    assert names(loaded) == []


@LINUX_NAMES
def test_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postmortems").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "postmortems") + b"/a\xff.md")).write_text(VALID)
    assert "\\u{dcff}" in str(only(load(tmp_path).problems, BAD_FILE_NAME))


@pytest.mark.parametrize("name", ["2026-03-01-checkout.md", "Größe.md", "a b.md", "a.b.md", "日本.md", "a_b(1).md"])
def test_other_names_are_fine(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert judge(load(tmp_path)) == ()


def test_order_of_problems_does_not_depend_on_the_file_system(tmp_path: Path) -> None:
    for name in ("c.md", "a.md", "b/x.md", "B.md"):
        write(tmp_path, name, "no front matter")
    paths = [problem.location.path for problem in judge(load(tmp_path)) if problem.kind.code == "PM010"]
    assert paths == sorted(paths)


def test_introduction_may_begin_with_a_sentence_that_ends_in_a_colon(tmp_path: Path) -> None:
    folder = tmp_path / "postmortems"
    folder.mkdir()
    (folder / "index.md").write_text("Our incidents:\n- one\n", encoding="utf-8")

    assert load_library(tmp_path, Settings()).library.intro == "Our incidents:\n- one\n"


@LINUX_NAMES
def test_a_folder_that_may_be_listed_and_not_entered_is_reported_by_file(tmp_path: Path) -> None:
    for name in ("a.md", "index.md"):
        write(tmp_path, name)
    folder = tmp_path / "postmortems"
    folder.chmod(0o444)
    try:
        if os.access(folder / "a.md", os.F_OK):
            assert load(tmp_path).problems == ()  # The superuser may enter every folder.
        else:
            only(load(tmp_path).problems, UNREADABLE_FILE)
    finally:
        folder.chmod(0o755)
