"""The options of `postmortem check`, and which of them exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from mkdocs_postmortem.cli.days import DAY
from mkdocs_postmortem.cli.project import config_option, fail
from mkdocs_postmortem.exporting.reports import FORMATS, FORMATS_WITH_IGNORED

Command = Callable[..., None]

CACHE_DIR = "POSTMORTEM_CACHE_DIR"
"""Variable of the environment that stands for --cache-dir."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asked for, by option."""

    config: Path | None
    paths: tuple[Path, ...]
    form: str | None
    output: Path | None
    colour: str
    statistics: bool
    as_of: datetime | None
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    diff: str | None
    skip_excluded: bool
    baseline: Path | None
    no_baseline: bool
    update_baseline: bool
    show_ignored: bool
    jobs: int | None
    cache_dir: Path | None
    no_cache: bool
    watch: bool
    fix: bool
    write: bool


def refuse_contradictions(wishes: Wishes) -> None:
    """End the command with status 2 when options exclude each other."""
    for message in _contradictions(wishes):
        fail(message)


def _contradictions(wishes: Wishes) -> Iterator[str]:
    if wishes.write and not wishes.fix:
        yield "--write makes the corrections of --fix; add --fix"
    if wishes.fix and wishes.watch:
        yield "--fix and --watch exclude each other"
    if wishes.fix and not wishes.write and (wishes.form or wishes.output or wishes.statistics):
        yield "--fix alone shows corrections and reports nothing; add --write"
    if wishes.statistics and wishes.form not in (None, "text", "concise"):
        yield f"--statistics is text, not {wishes.form}; leave one of them out"
    if wishes.show_ignored and (wishes.statistics or wishes.form not in (None, *FORMATS_WITH_IGNORED)):
        yield f"--show-ignored is for {', '.join(FORMATS_WITH_IGNORED)}; choose one of them, or leave it out"
    if wishes.no_baseline and (wishes.baseline or wishes.update_baseline):
        yield "--no-baseline excludes --baseline and --update-baseline"
    if wishes.update_baseline and (wishes.paths or wishes.select or wishes.ignore or wishes.diff):
        yield "--update-baseline is about the whole library; leave out paths, --select, --ignore and --diff"
    if wishes.update_baseline and (wishes.fix or wishes.watch):
        yield "--update-baseline excludes --fix and --watch"


def report_options(command: Command) -> Command:
    """Add the options that say how to report."""
    forms = click.Choice(list(FORMATS))
    return _with_options(
        command,
        click.option("--format", "form", type=forms, help="How to report. Default: text on a terminal, else concise."),
        click.option("-o", "--output", type=_FILE, help="Write the report to this file."),
        click.option("--color", "colour", type=_WHEN, default="auto", show_default=True, help="Whether to colour."),
        click.option(
            "--show-ignored", is_flag=True, help="Also report what comments in documents hide, with the reason."
        ),
        click.option("--statistics", is_flag=True, help="Print how often each kind of problem occurs instead."),
    )


def choice_options(command: Command) -> Command:
    """Add the options that say what counts."""
    after = "Only what has changed since a git revision, and what that causes elsewhere."
    return _with_options(
        command,
        click.option("--select", multiple=True, metavar="KINDS", help="Only these codes, names or codes' beginnings."),
        click.option("--ignore", multiple=True, metavar="KINDS", help="All but these; they do not fail the check."),
        click.option("--fail-on", type=_LEVEL, help="The lowest level that fails. Default: as the settings say."),
        click.option("--as-of", type=DAY, help="Check as if it were this day."),
        click.option("--diff", metavar="REVISION", help=after),
        click.option("--skip-excluded", is_flag=True, help="Pass over PATHS that are no documents, as excluded ones."),
        click.option("--baseline", type=_FILE, help="The file of known problems. Default: as the settings say."),
        click.option("--no-baseline", is_flag=True, help="Report the known problems too."),
    )


def speed_options(command: Command) -> Command:
    """Add the options that change how long a check takes, and nothing else."""
    jobs = "At most so many processes, where there is enough to do. Default: as many as there are cores."
    return _with_options(
        command,
        click.option("--jobs", type=click.IntRange(min=1), metavar="NUMBER", help=jobs),
        click.option("--cache-dir", type=_FOLDER, envvar=CACHE_DIR, help="Where to keep what was found in documents."),
        click.option("--no-cache", is_flag=True, help="Neither use nor keep what was found in documents."),
    )


def action_options(command: Command) -> Command:
    """Add the options that do more than check once."""
    return _with_options(
        command,
        click.option("--update-baseline", is_flag=True, help="Write all problems into the baseline, then check."),
        click.option("--watch", is_flag=True, help="Check again whenever anything changes that a check reads."),
        click.option("--fix", is_flag=True, help="Show what can be corrected in front matter without a decision."),
        click.option("--write", is_flag=True, help="With --fix: make the corrections, then check."),
        config_option,
    )


_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_WHEN = click.Choice(["auto", "always", "never"])
_LEVEL = click.Choice(["error", "warning", "never"])


def _with_options(command: Command, *options: Callable[[Command], Command]) -> Command:
    """Add options so that the help lists them in this order."""
    for option in reversed(options):
        command = option(command)
    return command
