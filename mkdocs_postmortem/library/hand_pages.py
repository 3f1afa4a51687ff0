"""The hand-written pages of the site, as far as they ask for lists of the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_postmortem.library.folder import unreadable_folder, walk_texts
from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.reading.markers import find_wrong_markers
from mkdocs_postmortem.reading.on_disk import is_folder
from mkdocs_postmortem.reading.source_file import read_regular_file
from mkdocs_postmortem.settings import Settings

_BEGINNING = b"<!--"
_LARGEST = 16 * 1024 * 1024
"""Largest page that is looked through, in bytes: that of a book is a tenth of it."""


def check_hand_pages(root: Path, settings: Settings, docs_dir: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the markers in the Markdown files of `docs_dir`, at the level of the settings.

    Paths are relative to `root`. Links, hidden folders and files that are no text are passed over, as MkDocs' own
    errors tell of them. Folders that cannot be read are problems: MkDocs leaves them out without a word.
    """
    if not is_folder(docs_dir):
        return ()
    return tuple(
        problem.at_level(level)
        for problem in _find_problems(root, settings, docs_dir)
        if (level := _level_of(problem, settings)) is not Level.OFF
    )


def _find_problems(root: Path, settings: Settings, docs_dir: Path) -> Iterator[Problem]:
    shown_docs = Path(os.path.relpath(docs_dir, root))
    unread: list[Problem] = []
    walk = walk_texts(
        docs_dir, lambda path, error: unread.append(unreadable_folder((shown_docs / path).as_posix(), error))
    )
    for path in sorted(Path(path) for entry, path in walk if not entry.is_symlink()):
        yield from find_wrong_markers(_read(docs_dir / path), (shown_docs / path).as_posix(), settings)
    yield from unread


def _read(path: Path) -> str:
    """Return the text of a page, "" when it can hold no marker."""
    try:
        data = read_regular_file(path, _LARGEST) or b""
        return data.decode("utf-8-sig") if _BEGINNING in data else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _level_of(problem: Problem, settings: Settings) -> Level:
    chosen = settings.level_of(problem.kind.code, problem.kind.name)
    return Level(chosen) if chosen else problem.level
