"""The hand-written pages of the site, as far as they ask for lists of the library."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_postmortem.library.folder import walk_texts
from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.reading.markers import find_wrong_markers
from mkdocs_postmortem.settings import Settings

_BEGINNING = b"<!--"


def check_hand_pages(root: Path, settings: Settings, docs_dir: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the markers in the Markdown files of `docs_dir`, at the level of the settings.

    Paths are relative to `root`. Links, hidden folders and files that are no text are passed over, as MkDocs' own
    errors tell of them.
    """
    if not docs_dir.is_dir():
        return ()
    return tuple(
        problem.at_level(level)
        for path in sorted(Path(entry.path) for entry, _ in walk_texts(docs_dir) if not entry.is_symlink())
        for problem in find_wrong_markers(_read(path), Path(os.path.relpath(path, root)).as_posix(), settings)
        if (level := _level_of(problem, settings)) is not Level.OFF
    )


def _read(path: Path) -> str:
    """Return the text of a page, "" when it can hold no marker."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig") if _BEGINNING in data else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _level_of(problem: Problem, settings: Settings) -> Level:
    chosen = settings.level_of(problem.kind.code, problem.kind.name)
    return Level(chosen) if chosen else problem.level
