from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_postmortem.cli import watching
from mkdocs_postmortem.cli.watching import look_at, watch
from tests.cli.projects import run
from tests.documents import VALID, with_line
from tests.sites import make_project, write


def after(*steps: Callable[[], object]) -> Callable[[], None]:
    """Return a pause that takes one step each time, and then is interrupted."""
    left = list(steps)

    def wait() -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return wait


def nothing() -> None:
    """Let time pass."""


def test_it_runs_once_and_again_at_each_change(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "x")
    runs: list[int] = []

    def count() -> int:
        runs.append(len(runs))
        return len(runs)

    def look() -> watching.Sight:
        return look_at([tmp_path / "mkdocs.yml"], [tmp_path])

    def change() -> None:
        write(tmp_path / "a.md", "longer")

    assert watch(count, look, after(nothing, change, nothing)) == 2
    assert runs == [0, 1]


def test_the_status_is_that_of_the_last_run() -> None:
    statuses = iter([1, 0])
    sights = iter([{"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 1)}])

    assert watch(lambda: next(statuses), lambda: next(sights), after(nothing)) == 0


def test_an_interrupt_during_the_first_run_is_no_success() -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert watch(interrupted, dict, nothing) == 1


@pytest.mark.parametrize("change", ["edit", "touch", "add", "delete", "settings", "folder"])
def test_every_change_of_a_document_or_the_settings_is_seen(change: str, tmp_path: Path) -> None:
    folder = tmp_path / "postmortems"
    write(folder / "a.md", "x")
    before = look_at([tmp_path / "mkdocs.yml"], [folder])

    if change == "edit":
        write(folder / "a.md", "xx")
    elif change == "touch":
        os.utime(folder / "a.md", ns=(1, 1))
    elif change == "add":
        write(folder / "2026/b.md", "x")
    elif change == "delete":
        (folder / "a.md").unlink()
    elif change == "settings":
        write(tmp_path / "mkdocs.yml", "site_name: x")
    else:
        folder.rename(tmp_path / "elsewhere")

    assert look_at([tmp_path / "mkdocs.yml"], [folder]) != before


def test_other_files_and_hidden_folders_are_not_looked_at(tmp_path: Path) -> None:
    before = look_at([tmp_path / "mkdocs.yml"], [tmp_path])

    write(tmp_path / "picture.png", "x")
    write(tmp_path / ".git/a.md", "x")

    assert look_at([tmp_path / "mkdocs.yml"], [tmp_path]) == before


def test_the_command_checks_again_through_broken_settings_until_it_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path, {"a.md": with_line("severity:", "severity: sev9")})
    sound = (root / "mkdocs.yml").read_text()
    steps = after(
        lambda: write(root / "mkdocs.yml", "plugins: [{postmortem: {folderr: x}}]"),
        lambda: write(root / "mkdocs.yml", sound),
        lambda: write(root / "postmortems/a.md", VALID),
    )
    monkeypatch.setattr(watching, "pause", steps)

    result = run(root, "check", "--watch")

    assert result.exit_code == 0
    assert result.stdout.count("PM104") == 2
    assert [line for line in result.stderr.splitlines() if not line.startswith("-- ")] == [
        "1 document checked: 1 error, 0 warnings.",
        'mkdocs.yml:1:25 PM801 invalid-setting: option folderr is not known; did you mean "folder"?',
        "0 documents checked: correct what is said above.",
        "1 document checked: 1 error, 0 warnings.",
        "1 document checked, no problem.",
    ]


@pytest.mark.parametrize("name", ["docs/run.md", "known.csv"])
def test_what_else_a_check_reads_is_watched(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project(tmp_path, {"a.md": VALID}, options={"incidents_csv": "known.csv"})
    write(root / "known.csv", "id,started_at\nINC-2026-014,2026-03-01\n")
    changed = {"docs/run.md": "<!-- postmortems sevice=x -->\n", "known.csv": "id,started_at\nINC-7,2026-01-01\n"}
    monkeypatch.setattr(watching, "pause", after(lambda: write(root / name, changed[name])))

    result = run(root, "check", "--watch")

    first, *_ = [line for line in result.stderr.splitlines() if not line.startswith("-- ")]
    assert first == "1 document checked, no problem."
    assert result.stdout.count({"docs/run.md": "PM513", "known.csv": "PM512"}[name]) == 1


def test_a_change_of_the_baseline_is_seen(tmp_path: Path) -> None:
    files = [tmp_path / "mkdocs.yml", tmp_path / "known.json"]
    before = look_at(files, [])
    write(tmp_path / "known.json", "{}")

    assert look_at(files, []) != before
