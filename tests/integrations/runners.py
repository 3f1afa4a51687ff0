"""A folder with postmortems as CI has it, the package as a command on the path, and documents that mean harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_postmortem.cli import main
from tests.documents import VALID, with_line
from tests.repositories import commit_all
from tests.sites import REPOSITORY, write

GOOD = VALID
BAD = with_line("severity:", "severity: sev9")
HOSTILE_NAME = "%0A::error::$(touch pwned)`x`<script>.md"
HOSTILE = with_line("title:", "title: '::set-output name=failed::0 ##[error] `x` <script>alert(1)</script> @all'", BAD)
USABLE = (
    "--color never --select PM1,PM2 --ignore PM2 --fail-on error --as-of 2026-03-03 --diff HEAD --skip-excluded",
    "--jobs 1 --no-cache --config mkdocs.yml",
    "--no-baseline --cache-dir ../cache",
    "--baseline known.json",
)
"""Options of `postmortem check` as inputs `args`: each that leaves the reports of a job as they are."""


def options_of_the_check() -> set[str]:
    """Return the long names of all options of `postmortem check`."""
    command = main.get_command(click.Context(main), "check")
    assert command is not None
    names = {name for parameter in command.params for name in parameter.opts if name.startswith("--")}
    return {*names, "--help"}


def excluded_args(page: str) -> set[str]:
    """Return the options that a page of the docs says `args` must not hold."""
    row = next(
        line for line in (REPOSITORY / "docs" / page).read_text(encoding="utf-8").splitlines() if "| `args` |" in line
    )
    return set(re.findall(r"`(--[a-z-]+)`", row))


@dataclass(frozen=True)
class Ran:
    """What a program did: its status and what it printed."""

    status: int
    out: str
    err: str


def make_repository(root: Path, documents: Mapping[str, str]) -> Path:
    """Return a git repository with these documents below postmortems/."""
    for name, text in documents.items():
        write(root / "postmortems" / name, text)
    write(root / "mkdocs.yml", "site_name: x\nplugins:\n  - postmortem:\n      as_of: 2026-03-02\n")
    commit_all(root)
    return root


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which `postmortem` and `python` are those of this run."""
    folder.mkdir(exist_ok=True)
    for name, command in (("postmortem", "-m mkdocs_postmortem"), ("python", "")):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(REPOSITORY), **variables}


def run_program(command: list[str], folder: Path, variables: Mapping[str, str]) -> Ran:
    """Run a program in a folder to its end."""
    done = subprocess.run(
        command, cwd=folder, env=dict(variables), capture_output=True, text=True, check=False, timeout=120
    )
    return Ran(done.returncode, done.stdout, done.stderr)
