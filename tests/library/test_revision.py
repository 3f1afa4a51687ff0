from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from mkdocs_postmortem.library.git import RevisionError
from mkdocs_postmortem.library.revision import find_revision, load_revision
from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID
from tests.repositories import commit_all, git
from tests.sites import write

OTHER = VALID.replace("INC-2026-014", "INC-2026-015")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a repository with two committed documents, on a branch of its own."""
    write(tmp_path / "postmortems/a.md", VALID)
    write(tmp_path / "postmortems/2025/b.md", OTHER)
    write(tmp_path / "elsewhere.md", "x")
    commit_all(tmp_path, "topic")
    return tmp_path / "postmortems"


def test_nothing_has_changed_at_first(folder: Path) -> None:
    assert find_revision(folder, "main").changed_files() == frozenset()


def test_committed_staged_edited_and_untracked_files_have_changed(folder: Path) -> None:
    write(folder / "committed.md", "x")
    commit_all(folder.parent)
    write(folder / "staged größe.md", "x")
    git(folder, "add", ".")
    write(folder / "a.md", "x")
    write(folder / "2025/new.md", "x")
    write(folder.parent / "elsewhere.md", "changed")

    changed = find_revision(folder, "main").changed_files()

    assert changed == {"committed.md", "staged größe.md", "a.md", "2025/new.md"}


def test_deleted_and_git_ignored_files_are_not_among_the_changed(folder: Path) -> None:
    (folder / "a.md").unlink()
    write(folder / ".gitignore", "scratch.md\n")
    write(folder / "scratch.md", "x")

    assert find_revision(folder, "main").changed_files() == {".gitignore"}


def test_a_renamed_file_has_changed_under_its_new_name(folder: Path) -> None:
    (folder / "a.md").rename(folder / "c.md")
    commit_all(folder.parent)

    assert find_revision(folder, "main").changed_files() == {"c.md"}


def test_what_others_did_on_the_base_since_is_no_change_of_ours(folder: Path) -> None:
    write(folder / "ours.md", "x")
    commit_all(folder.parent)
    git(folder, "checkout", "--quiet", "main")
    write(folder / "theirs.md", "x")
    commit_all(folder.parent)
    git(folder, "checkout", "--quiet", "topic")

    assert find_revision(folder, "main").changed_files() == {"ours.md"}


def test_the_library_is_read_as_it_was_with_the_paths_it_has_now(folder: Path) -> None:
    write(folder / "a.md", "changed")
    (folder / "2025/b.md").unlink()

    loaded = load_revision(find_revision(folder, "main"), folder.parent, Settings())

    assert {p.path: p.id for p in loaded.library.postmortems} == {
        "postmortems/a.md": "INC-2026-014",
        "postmortems/2025/b.md": "INC-2026-015",
    }
    assert loaded.problems == ()


def test_links_large_files_and_bad_names_are_the_problems_that_they_were(folder: Path) -> None:
    (folder / "link.md").symlink_to("/etc/passwd")
    write(folder / "large.md", b"x" * (LARGEST_FILE + 10))
    write(folder / "bad#name.md", VALID)
    write(folder / "picture.png", b"\x89PNG")
    commit_all(folder.parent, "later")

    loaded = load_revision(find_revision(folder, "HEAD"), folder.parent, Settings())

    assert sorted((p.location.path, p.kind.code) for p in loaded.problems) == [
        ("postmortems/bad#name.md", "PM008"),
        ("postmortems/large.md", "PM002"),
        ("postmortems/link.md", "PM007"),
    ]


def test_a_folder_that_was_not_there_was_missing(folder: Path) -> None:
    write(folder.parent / "incidents/a.md", VALID)

    loaded = load_revision(
        find_revision(folder.parent / "incidents", "main"), folder.parent, Settings(folder="incidents")
    )

    assert loaded.library.postmortems == ()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("--upload-pack=touch pwned", "cannot be the name of a revision"),
        ("-h", "cannot be the name of a revision"),
        ("a\nb", "cannot be the name of a revision"),
        ("nowhere", '"nowhere" is no revision that git knows here'),
        ("main; touch pwned", "is no revision that git knows here"),
    ],
)
def test_a_name_that_is_no_revision_is_refused(name: str, message: str, folder: Path) -> None:
    with pytest.raises(RevisionError, match=message):
        find_revision(folder, name)


def test_a_folder_in_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not a git repository"):
        find_revision(tmp_path, "main")


def test_revisions_without_a_common_commit_are_refused(folder: Path) -> None:
    git(folder, "checkout", "--quiet", "--orphan", "alone")
    write(folder / "alone.md", "x")
    commit_all(folder.parent)

    with pytest.raises(RevisionError, match="no commit in common; in a shallow clone, fetch more"):
        find_revision(folder, "main")


def test_without_git_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(RevisionError, match="git is not installed"):
        find_revision(folder, "main")


def test_programs_that_a_repository_names_are_not_run(folder: Path, tmp_path: Path) -> None:
    """A text conversion, an external diff, a file system monitor and hooks are configured, and none of them runs."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("diff.external", "diff.trap.textconv", "diff.trap.command", "core.fsmonitor"):
        git(folder, "config", key, str(trap))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        (hooks / name).symlink_to(trap)
    git(folder, "config", "core.hooksPath", str(hooks))
    write(folder.parent / ".gitattributes", "*.md diff=trap\n")
    write(folder / "a.md", "x")
    (tmp_path / "sprung").unlink(missing_ok=True)

    revision = find_revision(folder, "main")

    assert revision.changed_files() == {"a.md"}
    assert load_revision(revision, folder.parent, Settings()).problems == ()
    assert not (tmp_path / "sprung").exists()


def test_a_folder_that_looks_like_a_repository_is_not_taken_for_one(tmp_path: Path) -> None:
    """A pull request can bring the files of a bare repository, with a configuration that runs programs."""
    folder = tmp_path / "postmortems"
    git(tmp_path, "init", "--quiet", "--bare", str(folder))
    git(tmp_path, "--git-dir", str(folder), "config", "core.fsmonitor", f"touch {tmp_path}/sprung")

    with pytest.raises(RevisionError, match="bare"):
        find_revision(folder, "HEAD")
    assert not (tmp_path / "sprung").exists()


def test_a_tree_that_would_lead_out_of_the_folder_is_not_written(folder: Path, tmp_path: Path) -> None:
    blob = git(folder, "hash-object", "-w", "a.md").strip()
    inner = _tree(folder, f"100644 pwned.md\0{blob}")
    outer = _tree(folder, f"40000 ..\0{inner}")
    commit = git(folder, "commit-tree", "-m", "x", _tree(folder, f"40000 postmortems\0{outer}")).strip()
    git(folder, "update-ref", "refs/heads/topic", commit)

    loaded = load_revision(find_revision(folder, "topic"), folder.parent, Settings())

    assert loaded.library.postmortems == ()
    assert not list(tmp_path.rglob("pwned.md"))


def _tree(folder: Path, *entries: str) -> str:
    """Return the name of a tree object with entries that git itself would not write."""
    data = b"".join(
        head.encode() + b"\0" + bytes.fromhex(blob) for head, blob in (entry.split("\0") for entry in entries)
    )
    done = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        cwd=folder,
        input=data,
        capture_output=True,
        check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return done.stdout.decode().strip()
