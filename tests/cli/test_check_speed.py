"""`postmortem check` with and without cache and processes: options that change nothing that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.checking import workers
from mkdocs_postmortem.cli.wishes import CACHE_DIR
from tests.cli.projects import run
from tests.documents import VALID, with_line
from tests.sites import make_project

WRONG = with_line("severity:", "severity: sev9")


def test_output_is_the_same_with_every_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ENOUGH", 2)
    texts = {f"{number}.md": WRONG.replace("014", f"{number % 7:03}") for number in range(20)}
    root = make_project(tmp_path / "project", texts)
    folder = str(tmp_path / "cache")

    first = run(root, "check", "--no-cache", "--jobs", "1")

    for options in ([], ["--no-cache"], ["--jobs", "3"], ["--cache-dir", folder], ["--cache-dir", folder]):
        result = run(root, "check", *options)
        assert (result.exit_code, result.stdout, result.stderr) == (1, first.stdout, first.stderr), options


def test_cache_lies_in_the_named_folder(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    run(root, "check", "--cache-dir", str(tmp_path / "here"))
    assert len(list((tmp_path / "here").glob("*.check"))) == 1


def test_folder_may_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_DIR, str(tmp_path / "here"))
    run(make_project(tmp_path / "project"), "check")
    assert len(list((tmp_path / "here").glob("*.check"))) == 1


def test_without_a_cache_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    root = make_project(tmp_path / "project")
    assert run(root, "check", "--no-cache").exit_code == 0
    assert not (tmp_path / "xdg").exists()


def test_folder_that_cannot_be_written_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert run(make_project(tmp_path / "project"), "check").exit_code == 0


def test_cache_that_came_with_the_checked_tree_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path / "project", {"a.md": VALID})
    run(root, "check", "--cache-dir", ".cache")
    (stolen,) = (root / ".cache").glob("*.check")
    make_project(root, {"a.md": WRONG})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))

    assert stolen.is_file()
    assert "PM104" in run(root, "check", "--cache-dir", ".cache").stdout


def test_number_of_processes_is_at_least_one(tmp_path: Path) -> None:
    result = run(make_project(tmp_path), "check", "--jobs", "0")
    assert result.exit_code == 2
    assert "--jobs" in result.stderr


def test_no_cache_wins_over_a_folder_for_it(tmp_path: Path) -> None:
    assert run(make_project(tmp_path / "project"), "check", "--no-cache", "--cache-dir", "here").exit_code == 0
    assert not (tmp_path / "project/here").exists()
