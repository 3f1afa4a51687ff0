"""The command as a whole: help for people, and no import that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from mkdocs_postmortem import __version__
from mkdocs_postmortem.cli.main import COMMANDS, main
from tests.cli.projects import run
from tests.documents import VALID, with_items
from tests.sites import write


@pytest.mark.parametrize("command", ["check", "list", "inspect", "new"])
def test_the_command_imports_neither_mkdocs_nor_rich(command: str, tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    arguments = {
        "check": ["check"],
        "list": ["list"],
        "inspect": ["inspect", "postmortems/a.md"],
        "new": ["new", "--title", "x", "--severity", "sev1", "--service", "a"],
    }[command]
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *sorted({name.partition('.')[0] for name in sys.modules})))\n"
        "from mkdocs_postmortem.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "mkdocs_postmortem" in loaded
    assert not loaded & {"mkdocs", "markdown", "rich", "material", "properdocs"}


def loaded_by_check(folder: Path, *options: str) -> set[str]:
    """Return the modules that are there after a check of a folder."""
    program = (
        "import sys\n"
        "from mkdocs_postmortem.cli import main\n"
        f"try: main({['check', *options]!r})\n"
        "finally: print(*sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, timeout=60, check=True
    )
    return set(done.stdout.split())


def test_a_check_imports_neither_editing_nor_templates(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID.replace("- [ ]", "- [x]"))
    loaded = loaded_by_check(tmp_path, "--no-cache")
    assert "mkdocs_postmortem.reading.document" in loaded
    assert not loaded & {"mkdocs_postmortem.editing", "mkdocs_postmortem.rendering", "jinja2", "multiprocessing"}


def test_a_check_that_knows_every_document_does_not_import_what_reads_them(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID.replace("- [ ]", "- [x]"))
    write(tmp_path / "postmortems/b.md", VALID.replace("- [ ]", "- [x]").replace("014", "015"))
    options = ("--as-of", "2026-03-10", "postmortems/a.md")
    loaded_by_check(tmp_path, *options)
    loaded = loaded_by_check(tmp_path, "--as-of", "2026-03-10")
    assert "mkdocs_postmortem.rules" in loaded
    assert not loaded & {"mkdocs_postmortem.reading.document", "markdown_it"}


def test_a_check_whose_answer_is_known_imports_neither_libraries_nor_rules(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID.replace("severity: sev1", "severity: sev9").replace("- [ ]", "- [x]"))
    write(tmp_path / "mkdocs.yml", "plugins: [{postmortem: {fail_on: never, as_of: 2026-03-10}}]\n")
    loaded_by_check(tmp_path)
    loaded = loaded_by_check(tmp_path)
    assert "mkdocs_postmortem.checking.answers" in loaded
    assert not loaded & {"pydantic", "yaml", "frontmatter", "markdown_it", "mkdocs_postmortem.cli.judging"}
    assert not [name for name in loaded if name.startswith(("mkdocs_postmortem.rules", "mkdocs_postmortem.settings"))]


def test_every_command_is_there_under_its_name() -> None:
    context = click.Context(main)
    assert main.list_commands(context) == sorted(COMMANDS)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name
    assert main.get_command(context, "chekc") is None


def test_the_module_runs_as_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_postmortem", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout == f"postmortem, version {__version__}\n"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ((), "Keep a library of postmortems that people can trust."),
        (("check",), "Exit status: 0 nothing that fails, 1 problems, 2 wrong usage or settings."),
        (("new",), "Asks for title, severity and services when they are not given"),
        (("inspect",), "Show everything that was read from the documents at PATHS."),
        (("list",), "List postmortems, newest first."),
    ],
)
def test_help_says_in_words_what_a_command_does(command: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    assert sentence in " ".join(run(tmp_path, *command, "--help").stdout.split())


@pytest.mark.parametrize("form", ["concise", "text", "github", "markdown", "junit"])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_terminal_that_cannot_show_a_letter_shows_its_number(form: str, encoding: str, tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", with_items("Alert 😀 → x / Due: 2026-04-01"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_postmortem", "check", "--no-cache", "--format", form],
        cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert b"Alert \\U0001f600" in done.stdout
