"""The hooks, run as pre-commit runs them: entry and args divided as a shell divides them, then the files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.integrations.hooks import EACH, MANIFEST, WHOLE, commit, staged
from tests.integrations.runners import BAD, GOOD, HOSTILE, HOSTILE_NAME, Ran, make_repository, run_program
from tests.sites import REPOSITORY, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "work", {"old.md": BAD.replace("014", "013"), "a.md": GOOD})


def test_pre_commit_takes_the_manifest() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    done = run_program(command, REPOSITORY, os.environ)

    assert (done.status, done.out) == (0, "")


def test_a_changed_document_is_judged_and_others_with_old_problems_are_left_alone(folder: Path) -> None:
    write(folder / "postmortems/b.md", GOOD.replace("014", "015"))
    passed = commit(folder, EACH)
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))
    failed = commit(folder, EACH)

    assert passed == Ran(0, "", "1 document checked, no problem.\n")
    assert failed is not None
    assert failed.status == 1
    assert [line.split(" ")[:2] for line in failed.out.splitlines()] == [["postmortems/b.md:4:11", "PM104"]]


def test_an_id_that_another_document_has_is_seen_by_the_hook_for_single_files(folder: Path) -> None:
    write(folder / "postmortems/b.md", GOOD)

    done = commit(folder, EACH)

    assert done is not None
    assert (done.status, "PM501" in done.out) == (1, True)


def test_files_that_are_no_documents_are_passed_over(folder: Path) -> None:
    for name in ("index.md", "template.md", "_notes.md", "2026/README.md"):
        write(folder / "postmortems" / name, "# Nothing to check\n")

    assert len(staged(folder, EACH)) == 4
    assert commit(folder, EACH) == Ran(0, "", "0 documents checked, no problem.\n")


@pytest.mark.parametrize("name", ["docs/x.md", "README.md", "postmortems/a.txt", "other/postmortems/a.md"])
def test_other_files_start_no_hook_for_single_files(name: str, folder: Path) -> None:
    write(folder / name, "x")

    assert commit(folder, EACH) is None


@pytest.mark.parametrize("name", ["postmortems/c.md", "postmortems/c.png", "docs/run.md", "mkdocs.yml"])
def test_the_hook_for_the_library_reports_all_of_it(name: str, folder: Path) -> None:
    write(folder / name, "# not a document yet\n" if name.endswith(".yml") else GOOD.replace("014", "016"))

    done = commit(folder, WHOLE)

    assert done is not None
    assert done.status == 1
    assert "postmortems/old.md:4:11 PM104" in done.out


def test_options_of_the_user_stand_before_the_files(folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))

    assert commit(folder, EACH, "--ignore", "PM104") == Ran(0, "", "1 document checked, no problem.\n")


def test_a_name_that_means_harm_is_a_name(folder: Path) -> None:
    write(folder / "postmortems" / HOSTILE_NAME, HOSTILE.replace("014", "015"))

    done = commit(folder, EACH)

    assert done is not None
    assert done.status == 1
    assert not any(line.startswith("::") for line in done.out.splitlines())
    assert not list(folder.rglob("pwned"))
