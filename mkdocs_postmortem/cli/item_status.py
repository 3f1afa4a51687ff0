"""`postmortem done`, `reopen` and `wont-do`: the status of action items, changed in the file where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_postmortem.cli.days import DAY
from mkdocs_postmortem.cli.project import config_option, fail, open_project
from mkdocs_postmortem.cli.unknown_names import refuse_id
from mkdocs_postmortem.cli.writing import write_text
from mkdocs_postmortem.editing.item_status import change_item_status
from mkdocs_postmortem.editing.manuscript import Manuscript, open_manuscript
from mkdocs_postmortem.editing.status_change import ItemEdit, Refusal, StatusChange
from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.problems import printable
from mkdocs_postmortem.reading.on_disk import is_file
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.reading.source_file import CONTROL, INVISIBLE, read_source

Command = TypeVar("Command", bound=Callable[..., Any])

_SAID = {ItemStatus.DONE: "done", ItemStatus.WONT_DO: "won't do", ItemStatus.OPEN: "open"}
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class _Document:
    """The file that a command changes: where it is on disk, and the path to show."""

    file: Path
    shown: str


def _for_items(command: Command) -> Command:
    """Add what all three commands take: the document, the numbers of its items, --dry-run and --config."""
    command = config_option(command)
    command = click.option("-n", "--dry-run", is_flag=True, help="Show the change and write nothing.")(command)
    command = click.argument("numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="NUMBER...")(
        command
    )
    return click.argument("reference", metavar="ID")(command)


@click.command()
@_for_items
@click.option("--on", "day", type=DAY, help="The day it was done. Default: today.")
def done(reference: str, numbers: tuple[int, ...], day: datetime | None, *, dry_run: bool, config: Path | None) -> None:
    """Mark action items as done, in the file and form in which they are written.

    ID is the id of a document or the path of its file; NUMBER the number of an item in it, as
    `postmortem inspect` shows it. The day is written where the form has a place for it.
    """
    project = open_project(config, datetime.now().astimezone().date())
    on = day.date() if day else project.settings.as_of
    if on and not FIRST_YEAR <= on.year <= LAST_YEAR:
        fail(f"--on: {on.isoformat()} is no day on which an item was done")
    _change(project, reference, numbers, StatusChange(ItemStatus.DONE, on), dry_run=dry_run)


@click.command()
@_for_items
def reopen(reference: str, numbers: tuple[int, ...], *, dry_run: bool, config: Path | None) -> None:
    """Open action items again that are done or will not be done.

    What `postmortem done` or `wont-do` wrote is taken back to the last character. ID and NUMBER are those of
    `postmortem done`.
    """
    _change(open_project(config), reference, numbers, StatusChange(ItemStatus.OPEN), dry_run=dry_run)


@click.command("wont-do")
@_for_items
@click.option("--reason", required=True, help="Why, in one line.")
def wont_do(reference: str, numbers: tuple[int, ...], reason: str, *, dry_run: bool, config: Path | None) -> None:
    """Mark action items as not to be done, with the reason.

    ID and NUMBER are those of `postmortem done`.
    """
    change = StatusChange(ItemStatus.WONT_DO, reason=_checked(reason))
    _change(open_project(config), reference, numbers, change, dry_run=dry_run)


def _checked(reason: str) -> str:
    """Return the reason without blanks around it; ends the command when it cannot stand on one line of a document."""
    text = reason.strip()
    if not text:
        fail("--reason: say why")
    if not text.isascii() and text != text.encode(errors="replace").decode():
        fail("--reason: it is no text in UTF-8")
    if strange := CONTROL.search(text) or INVISIBLE.search(text):
        fail(f"--reason: it holds U+{ord(strange[0]):04X}, which readers cannot see")
    if len(text.splitlines()) > 1:
        fail("--reason: write it on one line")
    if len(text) > _LONGEST_REASON:
        fail(f"--reason: it has more than {_LONGEST_REASON} characters; details belong in the document")
    return text


def _change(project: Project, reference: str, numbers: tuple[int, ...], change: StatusChange, *, dry_run: bool) -> None:
    """Change every item, then write the file once; nothing is written when one of them is refused."""
    document = _find(project, reference)
    before = manuscript = _open(document)
    edits: list[ItemEdit] = []
    for number in dict.fromkeys(numbers):
        result = change_item_status(manuscript, number, change, project.settings)
        if isinstance(result, Refusal):
            fail("\npostmortem: ".join(printable(reason) for reason in result.reasons))
        edits.append(result)
        manuscript = result.manuscript
    if manuscript.text != before.text and not dry_run:
        _write(document, manuscript.text)
    for edit in edits:
        _show(edit, document, change)
    if dry_run:
        click.echo("Nothing was written.", err=True)


def _find(project: Project, reference: str) -> _Document:
    """Return the document of an id, or of a path to a file; ends the command when there is none or more than one."""
    if is_file(Path(reference)):
        return _Document(Path(reference), reference)
    postmortems = load_library(project.root, project.settings).library.postmortems
    found = [each for each in postmortems if each.id.casefold() == reference.casefold()]
    if not found:
        fail(printable(refuse_id(reference, postmortems)))
    if len(found) > 1:
        listed = " and ".join(sorted(each.path for each in found))
        fail(printable(f'the id "{shorten(reference)}" belongs to {listed}; name the file instead'))
    return _Document(project.root / found[0].path, found[0].path)


def _open(document: _Document) -> Manuscript:
    """Return the text of the file; ends the command when it is no file that could be edited."""
    source = read_source(document.file, document.shown, document.file.name)
    try:
        # What a symbolic link points to is not read: `source` says that it is one.
        data = b"" if document.file.is_symlink() else document.file.read_bytes()
    except OSError as error:
        fail(printable(f"{document.shown}: the file cannot be read: {error.strerror or error}"))
    opened = open_manuscript(data, source)
    if not isinstance(opened, Manuscript):
        fail("\npostmortem: ".join(str(problem) for problem in opened))
    return opened


def _write(document: _Document, text: str) -> None:
    try:
        write_text(document.file, text)
    except OSError as error:
        fail(printable(f"{document.shown}: the file cannot be written: {error.strerror or error}"))


def _show(edit: ItemEdit, document: _Document, change: StatusChange) -> None:
    """Print what became of one item, and its lines before and after."""
    said, title = _SAID[change.status], shorten(edit.item.title)
    if not edit.lines:
        click.echo(printable(f'{document.shown}:{edit.item.line} is {said} already: "{title}"'))
        return
    note = f" ({edit.note})" if edit.note else ""
    click.echo(printable(f'{document.shown}:{edit.item.line} {said}: "{title}"{note}'))
    for line in edit.lines:
        if line.before is not None:
            click.secho(_printable_line(f"-{line.before}"), fg="red")
        if line.after is not None:
            click.secho(_printable_line(f"+{line.after}"), fg="green")


def _printable_line(line: str) -> str:
    """Return a line of a document as it may be sent to a terminal; tabs stay, as they are indentation."""
    return "\t".join(printable(part) for part in line.split("\t"))
