"""`postmortem drift`: what an exported tracker says otherwise, with the command that follows from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import with_items
from tests.sites import make_project, write

ITEMS = with_items(
    "Alert on saturation / Owner: Dana / Tracker: PAY-1",
    "[x] Raise the limit / Owner: Dana / Tracker: PAY-2",
    "Write it down / Owner: Dana / Tracker: PAY-3",
    "Count / Owner: Dana / Tracker: PAY-4",
    "Rest / Owner: Dana / Tracker: SHOP-9",
)
A = "postmortems/2026/a.md"
THERE, WONT = "close it there, or run: postmortem", "run: postmortem wont-do"
WHY = """--reason 'Closed, Won'"'"'t Do'"""
EXPORT = "Issue key,Status,Resolution\nPAY-1,Done,Fixed\nPAY-2,To Do,\nPAY-3,Closed,Won't Do\nPAY-4,Open,\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path, {"2026/a.md": ITEMS})
    write(root / "jira.csv", EXPORT)
    return root


def test_every_finding_has_its_place_and_what_to_do(root: Path) -> None:
    result = run(root, "drift", "jira.csv")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f'{A}:34:1 item 1 "Alert on saturation" is open, but PAY-1 is closed (Done, Fixed); run: postmortem done {A} 1',
        f'{A}:37:1 item 2 "Raise the limit" is done, but PAY-2 is open (To Do); {THERE} reopen {A} 2',
        f'{A}:40:1 item 3 "Write it down" is open, but PAY-3 is closed (Closed, Won\'t Do); {WONT} {A} 3 {WHY}',
        f'{A}:46:1 note: SHOP-9 of item 5 "Rest" is not in the export',
    ]
    assert (
        result.stderr == "3 drifted, 1 could not be compared (5 action items with a tracker, 4 issues in the export)\n"
    )


def test_the_commands_bring_the_documents_up_to_date(root: Path) -> None:
    run(root, "done", "postmortems/2026/a.md", "1")
    run(root, "reopen", "postmortems/2026/a.md", "2")
    run(root, "wont-do", "postmortems/2026/a.md", "3", "--reason", "No")

    result = run(root, "drift", "jira.csv")

    assert result.exit_code == 0, "a note alone is no failure"
    assert result.stdout.count("note:") == 1
    assert result.stderr.startswith("0 drifted, 1 could not be compared")


def test_json_holds_every_finding_as_data(root: Path) -> None:
    result = run(root, "drift", "--format", "json", "jira.csv")
    first, *_, last = json.loads(result.stdout)

    assert result.exit_code == 1
    assert first == {
        "kind": "issue-closed", "drift": True, "path": "postmortems/2026/a.md", "line": 34, "column": 1,
        "id": "INC-2026-014", "item": 1, "title": "Alert on saturation", "item_status": "open", "tracker": "PAY-1",
        "url": None, "issue": "PAY-1", "issue_status": "Done, Fixed", "issue_line": 2,
        "command": "postmortem done postmortems/2026/a.md 1",
    }  # fmt: skip
    assert (last["kind"], last["drift"], last["issue"], last["command"]) == ("unknown-issue", False, None, None)


def test_columns_of_any_export_can_be_named(root: Path) -> None:
    write(root / "other.csv", "ref;phase;note\nPAY-1;live;x\n")

    assert run(root, "drift", "--key", "Ref", "--status", "Phase", "other.csv").exit_code == 0
    result = run(root, "drift", "--key", "Ref", "--status", "Phase", "--closed", "Live", "other.csv")
    assert result.exit_code == 1
    assert 'item 1 "Alert on saturation" is open, but PAY-1 is closed (live)' in result.stdout


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        (
            "a,b\n",
            [],
            "x.csv:1: no tracker is known by these columns: a, b; name them with --key and --status, or see --from",
        ),
        ("Issue key,Status\nPAY-1,\n", [], 'x.csv:2: "Status" is empty; every issue needs it'),
        (
            "Issue key,Status\n",
            ["--from", "github"],
            'x.csv:1: it has no column "number"; its columns are Issue key, Status',
        ),
        ("Issue key,Status\n", ["--key", "x"], "--key and --status belong together: name both columns"),
    ],
)
def test_an_export_that_cannot_be_used_ends_with_status_2(
    root: Path, text: str, arguments: list[str], told: str
) -> None:
    write(root / "x.csv", text)

    result = run(root, "drift", *arguments, "x.csv")

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"postmortem: {told}\n")


def test_a_missing_folder_ends_with_status_2(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    write(root / "jira.csv", EXPORT)

    assert run(root, "drift", "jira.csv").exit_code == 2


def test_an_export_cannot_command_a_terminal_or_a_runner(root: Path) -> None:
    write(root / "jira.csv", 'Issue key,Status,Resolution\nPAY-1,"Done\x1b[31m\n::error::x",\n')

    result = run(root, "drift", "--closed", "Done\x1b[31m\n::error::x", "jira.csv")

    assert "PAY-1 is closed" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\n::" not in result.stdout
