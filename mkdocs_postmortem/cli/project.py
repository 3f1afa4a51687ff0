"""What every sub-command does first: find the project, or end with a clear line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from mkdocs_postmortem.reading.settings_file import Project

Command = TypeVar("Command", bound=Callable[..., Any])

USAGE_ERROR = 2
"""Exit status when the command line or the settings cannot be used."""


def config_option(command: Command) -> Command:
    """Add `--config`, which names the mkdocs.yml to read."""
    return click.option(
        "-f",
        "--config",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="The mkdocs.yml whose postmortem block holds the settings. Default: the one in the current folder.",
    )(command)


def open_project(config: Path | None, today: date | None = None) -> Project:
    """Return the project as of its day, else `today`, else today in UTC.

    Ends the command with status 2 and every refused option when the settings are unusable.
    """
    from mkdocs_postmortem.reading.settings_file import read_project  # noqa: PLC0415  # a known answer needs none

    project = read_project(config, Path.cwd())
    if project.problems:
        for problem in project.problems:
            click.echo(str(problem), err=True)
        sys.exit(USAGE_ERROR)
    return replace(project, settings=project.settings.as_seen_on(today or datetime.now(timezone.utc).date()))


def overrule(project: Project, given: Mapping[str, Any]) -> Project:
    """Return the project with what the command line says instead of its settings."""
    return replace(project, settings=project.settings.model_copy(update=given))


def fail(message: str) -> NoReturn:
    """End the command with status 2 and one line on standard error."""
    click.echo(f"postmortem: {message}", err=True)
    sys.exit(USAGE_ERROR)


def count(number: int, noun: str) -> str:
    """Return `1 problem`, `2 problems`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
