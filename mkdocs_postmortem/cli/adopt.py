"""`postmortem adopt`: front matter for old documents, from what they state."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_postmortem.cli.diffs import write_diff
from mkdocs_postmortem.cli.project import config_option, count, open_project
from mkdocs_postmortem.cli.writing import write_text
from mkdocs_postmortem.editing.adopt import Adoption, adopt_postmortem, answer_gap
from mkdocs_postmortem.editing.foreign import ORIGINS
from mkdocs_postmortem.editing.gaps import Gap
from mkdocs_postmortem.editing.manuscript import Manuscript, open_manuscript
from mkdocs_postmortem.library.folder import find_documents
from mkdocs_postmortem.problems import UNREADABLE_FILE, Location, Problem, printable
from mkdocs_postmortem.reading.source_file import decode_source, read_source
from mkdocs_postmortem.settings import Settings

_CONTEXT = 3


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--write", is_flag=True, help="Change the files. Without it the changes are only shown.")
@click.option("--interactive", is_flag=True, help="Ask for each required fact that a document does not state.")
@click.option("--tidy", is_flag=True, help="Also take out of the body the labels that the front matter states.")
@click.option("--from", "origin", type=click.Choice(list(ORIGINS)), help="The tool whose keys are to become ours.")
@config_option
def adopt(
    *, paths: tuple[Path, ...], write: bool, interactive: bool, tidy: bool, origin: str | None, config: Path | None
) -> None:
    """Write front matter into the documents at PATHS, from what they state.

    PATHS are files, or folders whose documents are meant. The changes are shown as a diff, or made with --write.
    Nothing is guessed: what is missing, or cannot be read without a guess, is listed at the end with the line to add.
    The body stays as it is, and so do the keys that are there.

    Exit status: 0 every document holds what is required, 1 something is missing or refused, 2 wrong usage or settings.
    """
    settings = open_project(config).settings
    adoptions: list[Adoption] = []
    refused: list[Problem] = []
    for found in _find_manuscripts(paths, settings):
        if isinstance(found, Problem):
            refused.append(found)
            continue
        adoption = adopt_postmortem(found, settings, ORIGINS[origin] if origin else None, tidy=tidy)
        adoptions.append(_asked(adoption, settings) if interactive else adoption)
        refused += [*adoption.refused, *_carry_out(adoptions[-1], write=write)]
    _report(adoptions, refused, written=write)
    sys.exit(0 if not refused and all(adoption.complete for adoption in adoptions) else 1)


def _find_manuscripts(paths: Iterable[Path], settings: Settings) -> Iterator[Manuscript | Problem]:
    """Yield the documents, those of a folder sorted, and the problems of files that cannot be edited."""
    for path in paths:
        if path.is_dir():
            problems: list[Problem] = []
            names = find_documents(path, settings.model_copy(update={"folder": "."}), problems)
            yield from (_below(problem, path) for problem in problems)
            for name in names:
                yield from _open(path / name)
        else:
            yield from _open(path)


def _open(path: Path) -> Iterator[Manuscript | Problem]:
    source = read_source(path, str(path), path.name)
    if source.problems and not source.text:  # It could not be opened as a plain file.
        yield from source.problems
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield UNREADABLE_FILE.at(Location(str(path)), f"the file cannot be read: {error.strerror}")
        return
    opened = open_manuscript(data, decode_source(data, str(path), path.name))
    yield from (opened if isinstance(opened, tuple) else (opened,))


def _below(problem: Problem, folder: Path) -> Problem:
    return replace(problem, location=problem.location._replace(path=str(folder / problem.location.path)))


def _asked(adoption: Adoption, settings: Settings) -> Adoption:
    """Return the adoption with a person's answers; what is refused is asked again, and nothing leaves a fact out."""
    for gap in adoption.missing:
        click.echo(str(gap), err=True)
        while answer := str(click.prompt(f"{gap.field} (Enter to leave it out)", "", show_default=False, err=True)):
            result = answer_gap(adoption, gap.field, answer, settings)
            if isinstance(result, Adoption):
                adoption = result
                break
            click.echo(printable(f"{result.message}; {result.hint}"), err=True)
    return adoption


def _carry_out(adoption: Adoption, *, write: bool) -> Iterator[Problem]:
    """Show the change, or make it; yields the problem for which it could not be made."""
    if not adoption.changed:
        return
    if not write:
        click.echo("\n".join(write_diff(adoption.before, adoption.after)))
        return
    path = Path(adoption.before.path)
    try:
        unchanged = path.read_bytes() == adoption.before.text.encode()
        if unchanged:
            write_text(path, adoption.after.text)
        reason = "" if unchanged else "someone else has changed it in the meantime"
    except OSError as error:
        reason = str(error.strerror or error)
    if reason:
        yield UNREADABLE_FILE.at(Location(str(path)), f"the file was not written: {reason}", "check it, and try again")


def _report(adoptions: Sequence[Adoption], refused: Sequence[Problem], *, written: bool) -> None:
    """Say per file what was done, then what is refused, left in the body, to be corrected and missing.

    What another tool's keys hold that is no fact is listed with what is missing; only required facts are counted.
    """
    for adoption in adoptions:
        if adoption.changed:
            click.echo(f"{printable(adoption.before.path)}: {_deed(adoption, written=written)}", err=True)
    gaps = [gap for one in adoptions for gap in (one.gaps_as_written if written else one.gaps)]
    faults = [fault for adoption in adoptions for fault in adoption.faults]
    _list("Left as they are:", refused)
    _list("Stated in the body and not placed:", [gap for gap in gaps if gap.in_body and not gap.required])
    _list("To correct in the front matter:", faults)
    _list("Missing:", [gap for gap in gaps if gap.required or not gap.in_body])
    changed = sum(adoption.changed for adoption in adoptions)
    missing = sum(gap.required for gap in gaps)
    click.echo(_summary(len(adoptions), changed, missing, written=written), err=True)


def _deed(adoption: Adoption, *, written: bool) -> str:
    """Return what was done to a file, or would be."""
    deeds = (
        ("rewrote the front matter", "would rewrite the front matter", adoption.converted),
        ("added", "would add", adoption.added),
        ("took out of the body", "would take out of the body", adoption.removed),
    )
    return "; ".join(
        f"{did if written else would}{' ' + ', '.join(what) if isinstance(what, tuple) else ''}"
        for did, would, what in deeds
        if what
    )


def _list(heading: str, entries: Sequence[Problem | Gap]) -> None:
    if entries:
        click.echo("\n".join([heading, *(f"  {entry}" for entry in entries)]), err=True)


def _summary(documents: int, changed: int, missing: int, *, written: bool) -> str:
    deed = f"{changed} changed" if written else f"{changed} would change"
    rest = f"{count(missing, 'required fact')} missing" if missing else "nothing required is missing"
    hint = "; add --write to change the files" if changed and not written else ""
    return f"{count(documents, 'document')}: {deed}, {rest}{hint}."
