"""The baseline of a project: read, compared with what a check found, and written anew."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_postmortem.checking.folder import Checked, Means, check_folder
from mkdocs_postmortem.cli.covering import cover_judgement
from mkdocs_postmortem.cli.project import USAGE_ERROR, count, fail
from mkdocs_postmortem.cli.writing import write_whole
from mkdocs_postmortem.problems import Problem, printable
from mkdocs_postmortem.reading.configuration.masks import Masks
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.rules.baseline import Baseline, Compared, make_baseline
from mkdocs_postmortem.rules.baseline_file import UPDATE, BaselineError, read_baseline, write_baseline


def baseline_path(project: Project) -> Path | None:
    """Return the file of the known problems, None when the project has none."""
    named = project.settings.baseline
    return None if named is None else project.root / named


def compare_with_baseline(project: Project, checked: Checked, problems: tuple[Problem, ...]) -> Compared:
    """Return which problems of a project's library are new; all of them when it has no baseline.

    Ends the command with status 2 and the line when the file cannot be used.
    """
    path = baseline_path(project)
    return Compared(problems) if path is None else _read(path, project.masks).compare(problems, checked.ids)


def update_baseline(project: Project, means: Means) -> None:
    """Write all problems of the project's library into its baseline, and say what changed.

    Ends the command with status 2 when no file is named, when the named one is no baseline, or cannot be written.
    """
    path = baseline_path(project)
    if path is None:
        fail("--update-baseline needs a file; set baseline in mkdocs.yml, or add --baseline FILE")
    checked = check_folder(project.root, project.settings, project.docs_dir, means)
    problems, documents = cover_judgement(checked.judgement, project.masks).problems, checked.ids
    old, new = _read(path, project.masks) if path.exists() else Baseline(), make_baseline(problems, documents)
    compared = old.compare(problems, documents)
    try:
        if old != new or not path.exists():
            write_whole(path, write_baseline(new))
    except OSError as error:
        reason = f"{_shown(path)}: the baseline cannot be written: {error.strerror or error}"
        fail(printable(project.masks.cover(reason)))
    added, dropped = new.total - len(compared.known), old.total - len(compared.known)
    known = count(new.total, "known problem")
    done = f"{_shown(path)}: {known}, {added} new and {dropped} gone."
    click.echo(printable(project.masks.cover(done)), err=True)


def write_reminder(gone: int, option: Path | None) -> str:
    """Return the line that tells how to remove entries which occur no more; `option` is the file of `--baseline`."""
    entries = "1 entry of the baseline occurs" if gone == 1 else f"{gone} entries of the baseline occur"
    command = UPDATE if option is None else f"{UPDATE} --baseline {option}"
    return printable(f"{entries} no more; take {'it' if gone == 1 else 'them'} out with: {command}")


def _read(path: Path, masks: Masks) -> Baseline:
    try:
        return read_baseline(path, _shown(path))
    except BaselineError as error:
        click.echo(masks.cover(str(error.problem)), err=True)
        sys.exit(USAGE_ERROR)


def _shown(path: Path) -> str:
    """Return the path as the user would write it: relative to the current folder when it lies below that."""
    path, here = path.absolute(), Path.cwd()
    return path.relative_to(here).as_posix() if here in path.parents else str(path)
