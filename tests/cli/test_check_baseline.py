"""`postmortem check` with a baseline: only what is new fails."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.repositories import commit_all
from tests.sites import make_project, write

WRONG = with_line("severity:", "severity: sev9")
DUELESS = without_line("  - Due:", VALID.replace("INC-2026-014", "INC-2026-015"))
KNOWN = "known.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with two problems, both known, and one document without any."""
    documents = {"a.md": WRONG, "b.md": DUELESS, "c.md": VALID.replace("014", "016")}
    root = make_project(tmp_path, documents, options={"baseline": KNOWN})
    run(root, "check", "--update-baseline")
    return root


def entries(root: Path, file: str = KNOWN) -> list[tuple[str, str, int]]:
    """Return path, code and count of everything that is known."""
    listed = json.loads((root / file).read_text())["problems"]
    return [(entry["path"], entry["code"], entry["count"]) for entry in listed]


def test_what_is_known_does_not_fail_and_is_counted(root: Path) -> None:
    result = run(root, "check")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 documents checked, no problem (2 known from the baseline).\n"


def test_what_is_new_fails(root: Path) -> None:
    write(root / "postmortems/c.md", without_line("  - Due:", VALID.replace("014", "016")))

    result = run(root, "check")

    assert result.exit_code == 1
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == ["postmortems/c.md:34:1"]
    assert result.stderr == "3 documents checked: 1 error, 0 warnings (2 known from the baseline).\n"


def test_the_file_says_what_it_knows_without_lines_days_and_places_of_this_machine(root: Path) -> None:
    text = (root / KNOWN).read_text()

    assert entries(root) == [("postmortems/a.md", "PM104", 1), ("postmortems/b.md", "PM302", 1)]
    assert str(root) not in text
    assert '"line"' not in text


def test_updating_tells_what_changed_and_then_checks(root: Path) -> None:
    write(root / "postmortems/a.md", VALID)
    write(root / "postmortems/c.md", DUELESS.replace("015", "016"))

    result = run(root, "check", "--update-baseline")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "known.json: 2 known problems, 1 new and 1 gone.\n"
        "3 documents checked, no problem (2 known from the baseline).\n"
    )
    assert entries(root) == [("postmortems/b.md", "PM302", 1), ("postmortems/c.md", "PM302", 1)]


def test_updating_without_a_change_leaves_the_file_alone(root: Path) -> None:
    os.utime(root / KNOWN, ns=(1, 1))

    result = run(root, "check", "--update-baseline")

    assert result.stderr.startswith("known.json: 2 known problems, 0 new and 0 gone.\n")
    assert (root / KNOWN).stat().st_mtime_ns == 1


def test_an_old_file_keeps_its_mode_and_nothing_is_left_beside_it(root: Path) -> None:
    (root / KNOWN).chmod(0o640)
    write(root / "postmortems/a.md", VALID)

    run(root, "check", "--update-baseline")

    assert stat.S_IMODE((root / KNOWN).stat().st_mode) == 0o640
    assert [path.name for path in root.iterdir() if path.suffix == ".part"] == []


def test_entries_that_occur_no_more_are_told_with_the_command(root: Path) -> None:
    write(root / "postmortems/a.md", VALID)

    one = run(root, "check")
    write(root / "postmortems/b.md", VALID.replace("014", "015"))
    both = run(root, "check")

    command = "take {} out with: postmortem check --update-baseline"
    assert one.exit_code == 0
    assert one.stderr.endswith(f"\n1 entry of the baseline occurs no more; {command.format('it')}\n")
    assert both.stderr.endswith(f"\n2 entries of the baseline occur no more; {command.format('them')}\n")


@pytest.mark.parametrize("arguments", [["postmortems/b.md"], ["--diff", "main"]])
def test_a_part_of_the_library_says_nothing_of_entries_elsewhere(arguments: list[str], root: Path) -> None:
    commit_all(root, "topic")
    write(root / "postmortems/a.md", VALID)

    assert "occurs no more" not in run(root, "check", *arguments).stderr


def test_paths_report_what_is_new_in_them(root: Path) -> None:
    known = run(root, "check", "postmortems/b.md")
    write(root / "postmortems/b.md", without_line("  - Owner:", DUELESS))
    new = run(root, "check", "postmortems/b.md")

    assert (known.exit_code, known.stderr) == (0, "1 document checked, no problem (1 known from the baseline).\n")
    assert [line.split(" ")[1] for line in new.stdout.splitlines()] == ["PM301"]


def test_a_changed_document_is_reported_whole_without_what_is_known_of_it(root: Path) -> None:
    commit_all(root, "topic")
    write(root / "postmortems/b.md", without_line("  - Owner:", DUELESS) + "\nMore.\n")

    result = run(root, "check", "--diff", "main")

    assert [line.split(" ")[1] for line in result.stdout.splitlines()] == ["PM301"]
    assert result.stderr == "1 document checked: 1 error, 0 warnings (1 known from the baseline).\n"


def test_selected_kinds_are_compared_with_the_whole_baseline(root: Path) -> None:
    result = run(root, "check", "--select", "PM302")

    assert result.stderr == "3 documents checked, no problem (1 known from the baseline).\n"


def test_without_the_baseline_everything_is_reported(root: Path) -> None:
    result = run(root, "check", "--no-baseline")

    assert (result.exit_code, result.stdout.count("\n")) == (1, 2)
    assert result.stderr == "3 documents checked: 2 errors, 0 warnings.\n"


def test_a_file_of_the_command_line_is_relative_to_the_current_folder(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ci").mkdir()
    mkdocs = ["--config", str(root / "mkdocs.yml"), "--baseline", "mine.json"]

    written = run(tmp_path / "ci", "check", "--update-baseline", *mkdocs)
    checked = run(tmp_path / "ci", "check", *mkdocs)
    write(root / "postmortems/a.md", VALID)
    reminded = run(tmp_path / "ci", "check", *mkdocs)

    assert written.stderr.startswith("mine.json: 2 known problems, 2 new and 0 gone.\n")
    assert checked.exit_code == 0
    assert reminded.stderr.endswith("take it out with: postmortem check --update-baseline --baseline mine.json\n")


def test_what_a_comment_hides_is_not_known_too(root: Path) -> None:
    hidden = with_line("severity:", "severity: sev9 # postmortem: ignore PM104: the old scale")
    write(root / "postmortems/a.md", hidden)

    run(root, "check", "--update-baseline")

    assert entries(root) == [("postmortems/b.md", "PM302", 1)]


def test_a_known_warning_fails_no_check_that_fails_on_warnings(root: Path) -> None:
    write(root / "postmortems/b.md", with_line("status:", "status: draft", DUELESS))
    run(root, "check", "--update-baseline")

    assert run(root, "check", "--fail-on", "warning").exit_code == 0


def test_a_folder_that_is_gone_is_never_known(root: Path) -> None:
    (root / "postmortems").rename(root / "elsewhere")

    result = run(root, "check", "--update-baseline")

    assert result.exit_code == 1
    assert "PM802 folder-missing" in result.stdout
    assert entries(root) == []


def test_a_folder_outside_the_library_has_no_baseline(root: Path) -> None:
    write(root / "drafts/a.md", WRONG)

    result = run(root, "check", "drafts", "postmortems")

    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["drafts/a.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["postmortems/a.md"], "--update-baseline is about the whole library; "),
        (["--select", "PM3"], "--update-baseline is about the whole library; "),
        (["--ignore", "PM3"], "--update-baseline is about the whole library; "),
        (["--diff", "main"], "--update-baseline is about the whole library; "),
        (["--fix"], "--update-baseline excludes --fix and --watch"),
        (["--watch"], "--update-baseline excludes --fix and --watch"),
        (["--no-baseline"], "--no-baseline excludes --baseline and --update-baseline"),
    ],
)
def test_a_part_of_the_library_cannot_update_the_baseline(arguments: list[str], message: str, root: Path) -> None:
    before = (root / KNOWN).read_bytes()

    result = run(root, "check", "--update-baseline", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"postmortem: {message}")
    assert (root / KNOWN).read_bytes() == before


def test_updating_needs_a_file(tmp_path: Path) -> None:
    result = run(make_project(tmp_path), "check", "--update-baseline")

    assert (result.exit_code, result.stderr) == (
        2,
        "postmortem: --update-baseline needs a file; set baseline in mkdocs.yml, or add --baseline FILE\n",
    )


def test_a_file_that_is_missing_ends_with_status_two(root: Path) -> None:
    (root / KNOWN).unlink()

    result = run(root, "check")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("known.json:1:1 PM801 invalid-setting: the baseline does not exist; write it with ")


def test_a_broken_file_ends_with_status_two_and_its_line_and_is_not_overwritten(root: Path) -> None:
    conflict = (root / KNOWN).read_text().replace(' "problems"', '<<<<<<< HEAD\n "problems"')
    (root / KNOWN).write_text(conflict)

    for arguments in ([], ["--update-baseline"]):
        result = run(root, "check", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("known.json:3:1 PM801 invalid-setting: the baseline is not JSON: ")
    assert (root / KNOWN).read_text() == conflict


def test_a_file_that_is_no_baseline_is_not_overwritten(root: Path) -> None:
    result = run(root, "check", "--update-baseline", "--baseline", "mkdocs.yml")

    assert result.exit_code == 2
    assert "plugins:" in (root / "mkdocs.yml").read_text()


def test_a_file_that_cannot_be_written_ends_with_status_two(root: Path) -> None:
    result = run(root, "check", "--update-baseline", "--baseline", "mkdocs.yml/known.json")

    assert result.exit_code == 2
    assert result.stderr == "postmortem: mkdocs.yml/known.json: the baseline cannot be written: Not a directory\n"


def test_the_folder_of_a_new_baseline_is_made(root: Path) -> None:
    assert run(root, "check", "--update-baseline", "--baseline", "known/all.json").exit_code == 0
    assert (root / "known/all.json").is_file()


def test_reports_hold_what_is_new_and_count_the_rest(root: Path) -> None:
    data = json.loads(run(root, "check", "--format", "json").stdout)

    assert (data["problems"], data["summary"]["known"], data["summary"]["failed"]) == ([], 2, 0)
