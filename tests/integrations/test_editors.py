"""What the page on editors tells people to copy works on what the command prints."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.cli import watching
from tests.cli.projects import run
from tests.documents import with_line, without_line
from tests.integrations.runners import BAD, GOOD, environment, make_repository, run_program
from tests.sites import REPOSITORY, write

PAGE = (REPOSITORY / "docs/editors.md").read_text(encoding="utf-8")
DRAFT = without_line("  - Owner:", with_line("status:", "status: draft")).replace("014", "016")


def fenced(language: str) -> list[str]:
    """Return the blocks of the page in a language, also those inside a list."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", PAGE, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(block) for _, block in found]


def task() -> Any:
    (tasks,) = (json.loads(block) for block in fenced("json") if "problemMatcher" in block)
    return tasks["tasks"][0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = {"a.md": GOOD, "2026/b c.md": BAD.replace("014", "015"), "d.md": DRAFT}
    return make_repository(tmp_path / "work", documents)


def test_the_problem_matcher_reads_every_line_of_a_report(folder: Path) -> None:
    (pattern,) = task()["problemMatcher"]["pattern"]
    printed = run(folder, "check", "--format", "concise").stdout.splitlines()
    names = ("file", "line", "column", "code", "severity")

    found = [re.match(pattern["regexp"], line) for line in printed]

    assert [tuple(match[pattern[name]] for name in names) for match in found if match] == [
        ("postmortems/2026/b c.md", "4", "11", "PM104", None),
        ("postmortems/d.md", "34", "1", "PM301", "warning"),
    ]
    assert all(match and match[pattern["message"]] for match in found)


def test_the_problem_matcher_knows_when_a_check_begins_and_ends(folder: Path) -> None:
    background = task()["problemMatcher"]["background"]
    summaries = [run(folder, "check", *paths).stderr.strip() for paths in ((), ("postmortems/a.md",))]
    source = (REPOSITORY / "mkdocs_postmortem/cli/check.py").read_text(encoding="utf-8")

    assert all(re.search(background["endsPattern"], line) for line in summaries)
    assert not any(re.search(background["beginsPattern"], line) for line in summaries)
    assert re.search(background["beginsPattern"], "-- 08:04:20")
    assert 'f"-- {datetime.now().astimezone():%H:%M:%S}"' in source


def test_a_check_that_cannot_begin_ends_with_a_line_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    background = task()["problemMatcher"]["background"]
    monkeypatch.setattr(watching, "pause", interrupted)
    write(folder / "mkdocs.yml", "plugins:\n  - postmortem:\n      folderr: x\n")

    begin, problem, end = run(folder, "check", "--watch", "--format", "concise").stderr.splitlines()

    assert re.search(background["beginsPattern"], begin)
    assert problem.startswith("mkdocs.yml:3:7 PM801")
    assert re.search(background["endsPattern"], end)


def interrupted() -> None:
    """Stand for Ctrl-C after the first check."""
    raise KeyboardInterrupt


def test_the_task_is_a_command_that_there_is(folder: Path) -> None:
    arguments = task()["command"].replace(" --watch", "").split()

    assert arguments[0] == "postmortem"
    assert run(folder, *arguments[1:]).exit_code == 1


def test_settings_of_the_editor_name_the_schema_that_the_page_tells_to_write() -> None:
    (settings,) = (json.loads(block) for block in fenced("json") if "yaml.schemas" in block)

    assert settings["yaml.schemas"] == {"./schema/settings.schema.json": "mkdocs.yml"}
    assert (REPOSITORY / "docs/schema/settings.schema.json").is_file()


def test_the_schema_that_a_document_names_for_itself_is_no_problem(folder: Path) -> None:
    (line,) = re.findall(r"`(\$schema: [^`]*)`", PAGE)
    write(folder / "postmortems/a.md", GOOD.replace("---\n", f"---\n{line}\n", 1))

    assert run(folder, "check", "postmortems/a.md").exit_code == 0


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs Vim")
def test_vim_goes_to_every_problem(folder: Path) -> None:
    (lines,) = fenced("vim")
    write(folder / "report.txt", run(folder, "check", "--format", "concise").stdout)
    write(folder / "go.vim", f"{lines}\ncgetfile report.txt\n" + "call writefile([json_encode(map(getqflist(), "
          "{_, e -> [bufname(e.bufnr), e.lnum, e.col, e.nr, e.text[:7]]}))], 'found.json')\nqall!\n")  # fmt: skip

    done = run_program(["vim", "-Nu", "NONE", "-es", "-S", "go.vim"], folder, environment(folder.parent / "bin"))

    assert done.status == 0
    assert json.loads((folder / "found.json").read_text(encoding="utf-8")) == [
        ["postmortems/2026/b c.md", 4, 11, 104, "unknown-"],
        ["postmortems/d.md", 34, 1, 301, "ownerles"],
    ]
