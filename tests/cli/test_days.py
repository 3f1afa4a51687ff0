"""Days on the command line: one form, which the help and a refusal name as people do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.sites import make_project

OPTIONS = [
    ("check", "--as-of"),
    ("settings", "--as-of"),
    ("list", "--since"),
    ("done", "INC-2026-014", "1", "--on"),
]


@pytest.mark.parametrize("command", OPTIONS)
@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "01/02/2026"])
def test_what_is_no_day_is_refused_with_the_form(command: tuple[str, ...], day: str, tmp_path: Path) -> None:
    result = run(make_project(tmp_path), *command, day)

    assert result.exit_code == 2
    assert f'"{day}" is not a day; write it as YYYY-MM-DD' in result.stderr
    assert "%" not in result.stderr


@pytest.mark.parametrize("command", OPTIONS)
def test_the_help_shows_the_form(command: tuple[str, ...], tmp_path: Path) -> None:
    assert f"{command[-1]} YYYY-MM-DD" in run(tmp_path, command[0], "--help").stdout


def test_a_day_is_taken(tmp_path: Path) -> None:
    assert run(make_project(tmp_path), "settings", "--as-of", "2026-11-16").exit_code == 0
