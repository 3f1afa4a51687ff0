"""Handing out a report: how it looks for those who do not say, and where it goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from mkdocs_postmortem.cli.project import fail
from mkdocs_postmortem.problems import printable
from mkdocs_postmortem.reading.on_disk import is_link, real_path


def hand_out(text: str, output: Path | None, *, colour: bool) -> None:
    """Print the text, or write it to a file so that the file is whole at every moment.

    Ends the command with status 2 when the file cannot be written.
    """
    if output is None:
        click.echo(text, nl=False, color=colour)
        return
    from mkdocs_postmortem.cli.writing import write_whole  # noqa: PLC0415  # most reports are printed

    target = real_path(output)
    if is_link(target):
        fail(printable(f"{output}: the file cannot be written: links lead from it in a circle"))
    try:
        write_whole(target, text)
    except OSError as error:
        fail(printable(f"{output}: the file cannot be written: {error.strerror or error}"))


def choose_form(output: Path | None) -> str:
    """Return the form for those who name none: with source lines where a person looks on, else one line each."""
    return "text" if output is None and sys.stdout.isatty() else "concise"


def choose_colour(wish: str, output: Path | None) -> bool:
    """Return whether to colour: as wished, else as NO_COLOR and FORCE_COLOR say, else when a terminal shows it."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR") or output is not None:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
