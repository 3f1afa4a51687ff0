"""`postmortem check` and the comments that hide problems: counted always, shown when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.repositories import commit_all
from tests.sites import make_project, write

DUELESS = without_line("  - Due:")
NOTED = with_line("- [ ] Alert", "- [ ] Alert <!-- postmortem: ignore PM302: the vendor does it -->", DUELESS)
HIDDEN = 'postmortems/a.md:34:1 PM302 dueless-item: action item "Alert" has no due date; add one like 2026-03-31'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a hidden problem in a.md, and nothing else wrong."""
    return make_project(tmp_path, {"a.md": NOTED, "b.md": VALID.replace("014", "015")})


def test_a_hidden_problem_fails_nothing_and_is_counted(root: Path) -> None:
    result = run(root, "check")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 documents checked, no problem (1 ignored).\n"


def test_the_count_stands_beside_that_of_problems(root: Path) -> None:
    write(root / "postmortems/b.md", with_line("severity:", "severity: sev9").replace("014", "015"))

    assert run(root, "check").stderr == "2 documents checked: 1 error, 0 warnings (1 ignored).\n"


@pytest.mark.parametrize("form", ["concise", "text"])
def test_what_is_hidden_is_shown_with_its_reason_when_asked_for(form: str, root: Path) -> None:
    result = run(root, "check", "--show-ignored", "--format", form)

    assert (result.exit_code, result.stdout) == (0, f"{HIDDEN} (ignored: the vendor does it)\n")


def test_json_lists_what_is_hidden_only_when_asked_for(root: Path) -> None:
    plain = json.loads(run(root, "check", "--format", "json").stdout)
    asked = json.loads(run(root, "check", "--format", "json", "--show-ignored").stdout)

    assert (plain["summary"]["ignored"], asked["summary"]["ignored"]) == (1, 1)
    assert "ignored" not in plain
    assert [(one["code"], one["reason"], one["ignored_on_line"]) for one in asked["ignored"]] == [
        ("PM302", "the vendor does it", 34)
    ]


def test_paths_and_kinds_limit_what_is_hidden_as_well(root: Path) -> None:
    assert "ignored" not in run(root, "check", "postmortems/b.md").stderr
    assert "1 ignored" in run(root, "check", "postmortems/a.md").stderr
    assert "ignored" not in run(root, "check", "--select", "PM1").stderr
    assert "ignored" not in run(root, "check", "--ignore", "PM302").stderr


def test_a_comment_is_not_called_unused_because_other_kinds_were_selected(root: Path) -> None:
    assert run(root, "check", "--select", "PM1,PM027").stdout == ""


def test_an_unused_comment_of_a_document_without_change_is_old(root: Path) -> None:
    write(root / "postmortems/a.md", NOTED + "  - Due: 2026-03-31\n")
    commit_all(root, "topic")

    assert run(root, "check", "--diff", "main").stdout == ""
    assert "PM027" in run(root, "check").stdout


def test_a_change_that_makes_a_comment_unused_is_reported(root: Path) -> None:
    commit_all(root, "topic")
    write(root / "postmortems/a.md", NOTED + "  - Due: 2026-03-31\n")

    assert "a.md:34:13 PM027 unused-ignore (warning)" in run(root, "check", "--diff", "main").stdout


@pytest.mark.parametrize("arguments", [["--format", "github"], ["--format", "junit"], ["--statistics"]])
def test_forms_that_know_no_hidden_problems_refuse_the_option(arguments: list[str], root: Path) -> None:
    result = run(root, "check", "--show-ignored", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("postmortem: --show-ignored is for text, concise, json, sarif; ")


def test_corrections_leave_the_comments_alone(root: Path) -> None:
    text = with_line(
        "severity:", "# postmortem: ignore-file PM302: vendor\nseverity: SEV 1 # on the old scale", DUELESS
    )
    write(root / "postmortems/a.md", text)

    run(root, "check", "--fix", "--write")

    assert (root / "postmortems/a.md").read_text() == text.replace("SEV 1", "sev1")
