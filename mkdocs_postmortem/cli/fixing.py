"""`postmortem check --fix`: corrections shown as a diff, or written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from mkdocs_postmortem.checking.folder import Means
from mkdocs_postmortem.cli.diffs import write_diff
from mkdocs_postmortem.cli.libraries import Part, check_part
from mkdocs_postmortem.cli.project import count
from mkdocs_postmortem.cli.writing import write_text
from mkdocs_postmortem.editing.fixes.fix import Fixed, fix_postmortem
from mkdocs_postmortem.editing.manuscript import Manuscript, open_manuscript
from mkdocs_postmortem.problems import printable
from mkdocs_postmortem.reading.configuration.masks import Masks
from mkdocs_postmortem.reading.source_file import read_source


def fix_parts(parts: Sequence[Part], base: str | None, means: Means, *, write: bool) -> int:
    """Correct the documents of these libraries, or show how; return how many changed or would change.

    `base` limits them to those that have changed since a git revision.
    """
    changes = [
        (path, fixed)
        for part in parts
        for path, fixed in _fixed(part, base, means)
        if fixed.changed and not _tells(fixed, part.project.masks)
    ]
    done = sum(_write(path, fixed) if write else _show(fixed) for path, fixed in changes)
    hint = "; add --write to make the changes" if done and not write else ""
    click.echo(f"{count(done, 'document')} {'corrected' if write else 'would be corrected'}{hint}.", err=True)
    return done


def _fixed(part: Part, base: str | None, means: Means) -> Iterator[tuple[Path, Fixed]]:
    """Yield path and correction of every document that can be edited."""
    settings = part.project.settings
    for name in check_part(part, base, means).documents:
        path = part.project.root / name
        opened = _open(path, name)
        if opened is not None:
            yield path, fix_postmortem(opened, settings)


def _tells(fixed: Fixed, masks: Masks) -> bool:
    """Return whether a correction would write what an environment variable holds, and say so."""
    told = masks.count(fixed.after.text) > masks.count(fixed.before.text)
    if told:
        said = "not corrected: it would write what a variable of the environment holds"
        click.echo(printable(f"{fixed.before.path}: {said}"), err=True)
    return told


def _open(path: Path, name: str) -> Manuscript | None:
    """Return the document, None for a file that cannot be edited: the check tells why."""
    source = read_source(path, name, path.name)
    try:
        opened = open_manuscript(b"" if source.problems and not source.text else path.read_bytes(), source)
    except OSError:
        return None
    return opened if isinstance(opened, Manuscript) else None


def _show(fixed: Fixed) -> bool:
    click.echo("\n".join(write_diff(fixed.before, fixed.after)))
    return True


def _write(path: Path, fixed: Fixed) -> bool:
    """Write a correction and say so; return whether it was written."""
    reason = ""
    try:
        if path.read_bytes() == fixed.before.text.encode():
            write_text(path, fixed.after.text)
        else:
            reason = "someone else has changed it in the meantime"
    except OSError as error:
        reason = str(error.strerror or error)
    said = f"not written: {reason}" if reason else f"corrected {', '.join(fixed.names)}"
    click.echo(printable(f"{fixed.before.path}: {said}"), err=True)
    return not reason
