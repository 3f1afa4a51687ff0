"""`postmortem drift`: action items compared with what their tracker exported."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.cli.project import config_option, count, fail, open_project
from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.library.drift import Drift, DriftKind, find_drift, tracked_items
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import FOLDER_MISSING, printable
from mkdocs_postmortem.reading.issue_export import FORMS, Columns, Issue, UnusableExportError, read_issues

DRIFTED = 1
"""Exit status when an item and its issue say different things."""
_SAID = {
    ItemStatus.OPEN: "open",
    ItemStatus.IN_PROGRESS: "in progress",
    ItemStatus.DONE: "done",
    ItemStatus.WONT_DO: "not to be done",
    ItemStatus.SUPERSEDED: "superseded",
}


@click.command()
@click.argument("export", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--from", "tracker", type=click.Choice(list(FORMS)), help="Whose export it is. Default: by its columns.")
@click.option("--key", metavar="COLUMN", help="The column of the issue's key, in an export of any other tracker.")
@click.option("--status", metavar="COLUMN", help="The column of its status; with --key.")
@click.option("--url", metavar="COLUMN", help="The column of its address; with --key.")
@click.option("--closed", multiple=True, metavar="STATUS", help="A status that means closed, beside the usual words.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@config_option
def drift(
    export: Path, tracker: str | None, closed: tuple[str, ...], form: str, config: Path | None, **named: str | None
) -> None:
    """Compare action items with the issues that a tracker exported to the file EXPORT.

    Found is every item that is open while its issue is closed, and the reverse, with the command that brings the
    document up to date. Items whose issue is not in the export are notes. EXPORT is a CSV file of Jira, GitLab or
    Linear, JSON of `gh issue list --json number,state,url,title` or of GitLab, or any other CSV or JSON list whose
    columns you name. Nothing is fetched. Status 1 means drift.
    """
    columns = _named_columns(named["key"], named["status"], named["url"])
    project = open_project(config)
    issues = _read(export, tracker, columns, closed)
    loaded = load_library(project.root, project.settings, project.docs_dir)
    if missing := [problem for problem in loaded.problems if problem.kind is FOLDER_MISSING]:
        fail(str(missing[0]))
    found = list(find_drift(loaded.library, issues))
    if form == "json":
        click.echo(json.dumps([_row(one) for one in found], indent=1, ensure_ascii=False))
    else:
        for one in sorted(found, key=lambda one: not one.kind.is_drift):
            click.echo(printable(_line(one)))
        click.echo(_summary(found, sum(1 for _ in tracked_items(loaded.library)), len(issues)), err=True)
    sys.exit(DRIFTED if any(one.kind.is_drift for one in found) else 0)


def _named_columns(key: str | None, status: str | None, url: str | None) -> Columns | None:
    """Return the columns that the command line names, None when it names none."""
    if not (key or status or url):
        return None
    if not (key and status):
        fail("--key and --status belong together: name both columns")
    return Columns(key, status, url or "")


def _read(export: Path, tracker: str | None, columns: Columns | None, closed: Sequence[str]) -> tuple[Issue, ...]:
    """Return the issues of the file; ends the command when it cannot be read."""
    try:
        return read_issues(export.read_bytes(), tracker, columns, closed)
    except OSError as error:
        fail(printable(f"{export}: the file cannot be read: {error.strerror or error}"))
    except UnusableExportError as error:
        fail(printable(f"{export}:{error.line}: {error}"))


def _line(one: Drift) -> str:
    item = one.item
    place = f"{one.document.path}:{item.line}:{item.column}"
    name, ticket = f'item {item.number} "{shorten(item.title)}"', one.ticket.name
    if one.issue is None:
        return f"{place} note: {ticket} of {name} is not in the export"
    if one.kind is DriftKind.AMBIGUOUS:
        return f"{place} note: {ticket} of {name} stands for several issues of the export; give the item its address"
    state = "closed" if one.issue.is_closed else "open"
    return f"{place} {name} is {_SAID[item.status]}, but {ticket} is {state} ({one.issue.status}); {_advice(one)}"


def _advice(one: Drift) -> str:
    """Return what to do: the command that changes the document."""
    command = _command(one)
    return f"run: {command}" if one.kind is DriftKind.ISSUE_CLOSED else f"close it there, or run: {command}"


def _command(one: Drift) -> str:
    place = f"{shlex.quote(one.document.path)} {one.item.number}"
    if one.kind is DriftKind.ISSUE_OPEN:
        return f"postmortem reopen {place}"
    if one.issue and one.issue.is_dropped:
        return f"postmortem wont-do {place} --reason {shlex.quote(one.issue.status)}"
    return f"postmortem done {place}"


def _summary(found: Sequence[Drift], tracked: int, issues: int) -> str:
    drifted = sum(one.kind.is_drift for one in found)
    unknown = sum(not one.kind.is_drift for one in found)
    compared = f"{count(tracked, 'action item')} with a tracker, {count(issues, 'issue')} in the export"
    return f"{drifted} drifted, {unknown} could not be compared ({compared})"


def _row(one: Drift) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "drift": one.kind.is_drift,
        "path": one.document.path,
        "line": one.item.line,
        "column": one.item.column,
        "id": one.document.id,
        "item": one.item.number,
        "title": one.item.title,
        "item_status": one.item.status.value,
        "tracker": one.item.tracker,
        "url": one.ticket.url,
        "issue": one.issue.key if one.issue else None,
        "issue_status": one.issue.status if one.issue else None,
        "issue_line": one.issue.line if one.issue else None,
        "command": _command(one) if one.kind.is_drift else None,
    }
