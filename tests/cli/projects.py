"""Running the command in a project folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from os import chdir
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from mkdocs_postmortem.cli import main


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Make a folder the current one for a while."""
    before = Path.cwd()
    chdir(folder)
    try:
        yield
    finally:
        chdir(before)


def run(folder: Path, *arguments: str) -> Result:
    """Run `postmortem` with these arguments in a folder; a traceback is a failure of the test."""
    with inside(folder):
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def data(folder: Path, *arguments: str) -> Any:
    """Return what the command prints as JSON."""
    result = run(folder, *arguments)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)
