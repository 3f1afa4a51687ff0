"""`postmortem check`: forms of report, where they go, and what counts."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_postmortem.cli.handing_out import choose_colour
from mkdocs_postmortem.exporting.reports import FORMATS
from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.sites import REPOSITORY, make_project, write

WRONG = with_line("severity:", "severity: sev9")
OWNERLESS = without_line("  - Owner:", VALID.replace("INC-2026-014", "INC-2026-015"))
FIRST = 'postmortems/a.md:4:11 PM104 unknown-severity: severity "sev9" is not on the scale; '


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with an unknown severity in a.md and an item without an owner in b.md."""
    return make_project(tmp_path, {"a.md": WRONG, "b.md": OWNERLESS})


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_names_both_problems_and_fails(form: str, root: Path) -> None:
    result = run(root, "check", "--format", form)

    assert result.exit_code == 1
    assert "unknown-severity" in result.stdout
    assert "ownerless-item" in result.stdout
    assert result.stderr == "2 documents checked: 2 errors, 0 warnings.\n"


def test_text_shows_the_source_line(root: Path) -> None:
    result = run(root, "check", "--format", "text", "postmortems/a.md")

    assert result.stdout.startswith(FIRST)
    assert "\n    4 | severity: sev9\n      |           ^\n" in result.stdout


def test_without_a_terminal_a_problem_is_one_line_without_colour(root: Path) -> None:
    result = run(root, "check")

    assert result.stdout.count("\n") == 2
    assert "\x1b" not in result.stdout


def test_colour_can_be_asked_for(root: Path) -> None:
    assert "\x1b[31mPM104 unknown-severity\x1b[0m" in run(root, "check", "--color", "always").stdout


TERMINAL, PIPE = True, False


@pytest.mark.parametrize(
    ("wish", "environment", "shown_on", "colour"),
    [
        ("auto", {}, TERMINAL, "coloured"),
        ("auto", {}, PIPE, "plain"),
        ("auto", {"NO_COLOR": "1"}, TERMINAL, "plain"),
        ("auto", {"NO_COLOR": ""}, TERMINAL, "coloured"),
        ("auto", {"FORCE_COLOR": "1"}, PIPE, "coloured"),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, TERMINAL, "plain"),
        ("auto", {"TERM": "dumb"}, TERMINAL, "plain"),
        ("always", {"NO_COLOR": "1"}, PIPE, "coloured"),
        ("never", {"FORCE_COLOR": "1"}, TERMINAL, "plain"),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    wish: str, environment: dict[str, str], shown_on: object, colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: shown_on)

    assert choose_colour(wish, None) is (colour == "coloured")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_source_lines_in_colour(root: Path) -> None:
    import pty  # noqa: PLC0415  # not there on every system

    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs_postmortem", "check", "postmortems/a.md"],
        cwd=root,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**environment, "TERM": "xterm", "PYTHONPATH": str(REPOSITORY)},
    )
    assert process.wait(60) == 1
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)

    assert "\x1b[1mpostmortems/a.md:4:11\x1b[0m" in shown
    assert "severity: sev9\r\n" in shown


def test_a_report_goes_to_a_file_and_the_summary_stays(root: Path) -> None:
    result = run(root, "check", "--format", "json", "--output", "report.json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "2 documents checked: 2 errors, 0 warnings.\n"
    assert json.loads((root / "report.json").read_text())["summary"]["errors"] == 2
    assert [path.name for path in root.iterdir() if path.suffix == ".part"] == []


def test_a_file_without_a_form_holds_one_line_for_each_problem(root: Path) -> None:
    run(root, "check", "-o", "report.txt")

    assert (root / "report.txt").read_text().startswith(FIRST)


def test_an_old_report_is_replaced_and_keeps_its_mode(root: Path) -> None:
    (root / "report.txt").write_text("old" * 1_000)
    (root / "report.txt").chmod(0o640)

    run(root, "check", "-o", "report.txt")

    assert "old" not in (root / "report.txt").read_text()
    assert stat.S_IMODE((root / "report.txt").stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced(root: Path) -> None:
    assert run(root, "check", "-o", os.devnull).exit_code == 1
    assert not Path(os.devnull).is_file()


def test_the_folder_of_a_report_is_made(root: Path) -> None:
    assert run(root, "check", "-o", "build/reports/report.txt").exit_code == 1
    assert (root / "build/reports/report.txt").read_text(encoding="utf-8") == run(root, "check").stdout


def test_a_report_that_cannot_be_written_ends_with_status_two(root: Path) -> None:
    result = run(root, "check", "-o", "mkdocs.yml/report.txt")

    assert result.exit_code == 2
    assert result.stderr == "postmortem: mkdocs.yml/report.txt: the file cannot be written: Not a directory\n"


def test_statistics_count_each_kind_the_most_frequent_first(tmp_path: Path) -> None:
    third = OWNERLESS.replace("015", "016")
    root = make_project(tmp_path, {"a.md": WRONG, "b.md": OWNERLESS, "c.md": third})

    result = run(root, "check", "--statistics")

    assert result.stdout == "     2  PM301 ownerless-item\n     1  PM104 unknown-severity\n"
    assert result.exit_code == 1


@pytest.mark.parametrize("kinds", ["PM104", "unknown-severity", "PM1", "PM104,PM2", "PM104, PM105"])
def test_select_reports_only_its_kinds(kinds: str, root: Path) -> None:
    result = run(root, "check", "--select", kinds)

    assert result.stdout.startswith(FIRST)
    assert result.stderr == "2 documents checked: 1 error, 0 warnings.\n"


def test_what_is_ignored_does_not_fail(root: Path) -> None:
    some = run(root, "check", "--ignore", "PM3")
    everything = run(root, "check", "--ignore", "ownerless-item", "--ignore", "PM104")

    assert (some.exit_code, some.stdout.startswith(FIRST)) == (1, True)
    assert (everything.exit_code, everything.stdout) == (0, "")


@pytest.mark.parametrize(
    ("option", "kind", "message"),
    [
        ("--select", "PM9", '--select: "PM9" is no kind of problem; '),
        (
            "--ignore",
            "ownerless-itm",
            '--ignore: "ownerless-itm" is no kind of problem; did you mean "ownerless-item"?',
        ),
        ("--select", "", '--select: "" is no kind of problem; write a code, a name, or the beginning of codes (PM3)'),
        ("--select", "\x1b[31m", '--select: "\\u{1b}[31m" is no kind of problem; '),
    ],
)
def test_a_kind_that_is_none_ends_with_status_two(option: str, kind: str, message: str, root: Path) -> None:
    result = run(root, "check", option, kind)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"postmortem: {message}")


def test_fail_on_wins_over_the_settings(tmp_path: Path) -> None:
    draft = without_line("  - Owner:", with_line("status:", "status: draft"))
    root = make_project(tmp_path, {"a.md": draft}, options={"fail_on": "never"})

    assert run(root, "check").exit_code == 0
    assert run(root, "check", "--fail-on", "warning").exit_code == 1
    assert run(root, "check", "--fail-on", "error").exit_code == 0


def test_as_of_wins_over_the_settings(root: Path) -> None:
    assert "PM122" not in run(root, "check").stdout
    assert "PM122 future-time" in run(root, "check", "--as-of", "2026-01-01").stdout


def test_as_of_must_be_a_day(root: Path) -> None:
    assert run(root, "check", "--as-of", "yesterday").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--write"], "--write makes the corrections of --fix; add --fix"),
        (["--fix", "--watch"], "--fix and --watch exclude each other"),
        (["--fix", "--format", "json"], "--fix alone shows corrections and reports nothing; add --write"),
        (["--statistics", "--format", "sarif"], "--statistics is text, not sarif; leave one of them out"),
    ],
)
def test_options_that_exclude_each_other_end_with_status_two(arguments: list[str], message: str, root: Path) -> None:
    result = run(root, "check", *arguments)

    assert (result.exit_code, result.stderr) == (2, f"postmortem: {message}\n")


def test_paths_are_as_seen_from_the_current_folder(tmp_path: Path) -> None:
    make_project(tmp_path / "handbook", {"a.md": WRONG})

    result = run(tmp_path, "check", "--config", "handbook/mkdocs.yml", "--format", "text")

    assert result.stdout.startswith(f"handbook/{FIRST}")
    assert "    4 | severity: sev9" in result.stdout


def test_libraries_of_several_folders_are_one_report(root: Path) -> None:
    write(root / "drafts/c.md", WRONG)

    data = json.loads(run(root, "check", "--format", "json", "postmortems", "drafts").stdout)

    assert data["checked"] == 3
    assert [problem["path"] for problem in data["problems"]] == ["postmortems/a.md", "postmortems/b.md", "drafts/c.md"]


def test_a_report_that_is_a_circle_of_links_cannot_be_written(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "report.json").symlink_to("report.json")

    result = run(root, "check", "--output", "report.json")

    assert result.exit_code == 2
    assert result.stderr == "postmortem: report.json: the file cannot be written: links lead from it in a circle\n"
