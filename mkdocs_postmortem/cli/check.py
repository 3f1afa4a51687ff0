"""`postmortem check`: every problem of every document, and a status that a build can fail on."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.checking import Means, usable_cores
from mkdocs_postmortem.checking.user_cache import open_cache
from mkdocs_postmortem.cli.baselines import baseline_path, update_baseline, write_reminder
from mkdocs_postmortem.cli.libraries import Part, check_part, find_parts
from mkdocs_postmortem.cli.project import USAGE_ERROR, fail, open_project, overrule
from mkdocs_postmortem.cli.reporting import (
    build_report,
    choose_colour,
    choose_form,
    hand_out,
    write_report,
    write_statistics,
    write_summary,
)
from mkdocs_postmortem.cli.wishes import (
    Wishes,
    action_options,
    choice_options,
    refuse_contradictions,
    report_options,
    speed_options,
)
from mkdocs_postmortem.model.choice import nearest
from mkdocs_postmortem.problems import Kind, printable
from mkdocs_postmortem.reading.settings_file import Project, read_project
from mkdocs_postmortem.rules.kind_filter import KindFilter, find_kinds, spellings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@report_options
@choice_options
@speed_options
@action_options
def check(**given: Any) -> None:
    """Check the postmortems and print every problem with its place.

    Without PATHS the whole library is checked. With PATHS (files or folders) only their problems are printed, but
    ids, relations and addresses are still judged against the whole library. A folder outside the library is checked
    as a library of its own.

    Exit status: 0 nothing that fails, 1 problems, 2 wrong usage or settings.
    """
    wishes = Wishes(**given)
    refuse_contradictions(wishes)
    sys.exit(_watch(wishes) if wishes.watch else _run(wishes))


def _run(wishes: Wishes) -> int:
    """Do what is asked once, and return the exit status."""
    project, kinds = _project_of(wishes), _kinds_of(wishes)
    parts = list(find_parts(project, wishes.paths, may_be_empty=wishes.skip_excluded))
    means = _means_of(wishes, parts)
    if wishes.update_baseline:
        update_baseline(project, means)
    if wishes.fix:
        changes = _fix(parts, wishes, means)
        if not wishes.write:
            return 1 if changes else 0
    colour = choose_colour(wishes.colour, wishes.output)
    findings = [check_part(part, wishes.diff, means) for part in parts]
    report = build_report(findings, kinds, project.settings, colour=colour, shows_ignored=wishes.show_ignored)
    form = wishes.form or choose_form(wishes.output)
    text = write_statistics(report) if wishes.statistics else write_report(report, form)
    hand_out(text, wishes.output, colour=colour)
    click.echo(write_summary(report), err=True)
    if gone := sum(part.gone for part in findings):
        click.echo(write_reminder(gone, wishes.baseline), err=True)
    return 1 if report.failed else 0


def _fix(parts: list[Part], wishes: Wishes, means: Means) -> int:
    from mkdocs_postmortem.cli.fixing import fix_parts  # noqa: PLC0415  # most checks change nothing

    return fix_parts(parts, wishes.diff, means, write=wishes.write)


def _watch(wishes: Wishes) -> int:
    """Check until Ctrl-C, and return the status of the last check."""
    from mkdocs_postmortem.cli.watching import Sight, look_at, pause, watch  # noqa: PLC0415  # most checks run once

    def look() -> Sight:
        project = read_project(wishes.config, Path.cwd())
        sources = project.sources or (wishes.config or Path("mkdocs.yml"),)
        files = [*sources, *filter(None, [wishes.baseline or baseline_path(project)])]
        return look_at(files, [part.folder for part in find_parts(project, wishes.paths)])

    def run() -> int:
        click.echo(f"-- {datetime.now().astimezone():%H:%M:%S}", err=True)
        try:
            return _run(wishes)
        except SystemExit:  # Settings that cannot be used have been told; the next change may mend them.
            return USAGE_ERROR

    return watch(run, look, pause)


def _project_of(wishes: Wishes) -> Project:
    """Return the project with what the command line says instead of its settings."""
    project = open_project(wishes.config)
    given: dict[str, str | date | None] = {}
    if wishes.as_of:
        given["as_of"] = wishes.as_of.date()
    if wishes.fail_on:
        given["fail_on"] = wishes.fail_on
    if wishes.baseline or wishes.no_baseline:
        given["baseline"] = str(wishes.baseline.absolute()) if wishes.baseline else None
    return overrule(project, given)


def _means_of(wishes: Wishes, parts: list[Part]) -> Means:
    """Return the cache and the number of processes that the command line allows."""
    cache = None if wishes.no_cache else open_cache([part.project.root for part in parts], wishes.cache_dir)
    return Means(cache, wishes.jobs or usable_cores())


def _kinds_of(wishes: Wishes) -> KindFilter:
    return KindFilter(_kinds("--select", wishes.select), _kinds("--ignore", wishes.ignore))


def _kinds(option: str, references: tuple[str, ...]) -> frozenset[Kind]:
    """Return the kinds of lists such as "PM3,unknown-severity"; ends the command for what is no kind."""
    found: set[Kind] = set()
    for reference in (part.strip() for text in references for part in text.split(",")):
        kinds = find_kinds(reference)
        if not kinds:
            close = nearest(reference, spellings())
            hint = f'did you mean "{close}"?' if close else "write a code, a name, or the beginning of codes (PM3)"
            fail(printable(f'{option}: "{reference}" is no kind of problem; {hint}'))
        found |= kinds
    return frozenset(found)
