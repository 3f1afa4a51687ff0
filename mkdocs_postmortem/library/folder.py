"""The files of a folder: which of them are documents, and why some cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_postmortem.library.file_names import find_name_fault
from mkdocs_postmortem.library.surroundings import INTRO
from mkdocs_postmortem.problems import (
    BAD_FILE_NAME,
    FOLDER_EMPTY,
    FOLDER_IN_DOCS,
    FOLDER_MISSING,
    SYMLINK,
    UNREADABLE_FILE,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.on_disk import is_folder, is_there, real_path

if TYPE_CHECKING:  # What is known already is told without pydantic.
    from mkdocs_postmortem.settings import Settings


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents of a folder, relative to it and sorted, and what is wrong with the folder and its names."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_folder(root: Path, settings: Settings) -> Listing:
    """Return what the settings' folder below `root` holds; that it is missing is an error, that it is empty a warning.

    Paths in problems are relative to `root`.
    """
    folder = root / settings.folder
    if not is_folder(folder):
        what = "is not a folder" if is_there(folder) else "does not exist"
        hint = "create it with `postmortem new`, or set `folder` in the postmortem block of mkdocs.yml"
        problem = FOLDER_MISSING.at(Location(settings.folder), f"the folder of postmortems {what}", hint)
        return Listing((), (problem,))
    problems: list[Problem] = []
    names = find_documents(root, settings, problems)
    if not names and not problems:
        message, hint = "the folder holds no postmortem", "write the first one with `postmortem new`"
        problems.append(FOLDER_EMPTY.at(Location(settings.folder), message, hint))
    return Listing(tuple(names), tuple(problems))


def find_exposure(root: Path, settings: Settings, docs_dir: Path) -> tuple[Problem, ...]:
    """Return a problem when the documents lie in `docs_dir`, where MkDocs publishes every file as it is."""
    folder, docs = real_path(root / settings.folder), real_path(docs_dir)
    if not is_folder(docs) or (folder != docs and docs not in folder.parents):
        return ()
    message = "the folder of postmortems lies inside docs_dir, where every file is published as it is"
    return (FOLDER_IN_DOCS.at(Location(settings.folder), message, "move it beside docs_dir and set `folder`"),)


def shown_path(relative_path: str, settings: Settings) -> str:
    """Return the path of a file of the folder as reports show it: relative to the project."""
    return relative_path if settings.folder == "." else f"{settings.folder}/{relative_path}"


def find_documents(root: Path, settings: Settings, problems: list[Problem]) -> list[str]:
    """Return the documents below the folder, sorted.

    Adds problems for links, for names that cannot be addresses, and for folders that cannot be read.
    """

    def tell(relative_path: str, error: OSError) -> None:
        if not relative_path:
            problems.append(unreadable_folder(settings.folder, error))
        elif not _excluded(f"{relative_path}/.md", settings):  # Patterns are about the files in it.
            problems.append(unreadable_folder(shown_path(relative_path, settings), error))

    found = []
    for entry, relative_path in walk_texts(root / settings.folder, tell):
        shown = Location(shown_path(relative_path, settings))
        if _excluded(relative_path, settings):
            continue
        if entry.is_symlink():
            problems.append(
                SYMLINK.at(shown, "the file is a symbolic link and is not followed", "copy the file into the folder")
            )
        elif fault := find_name_fault(entry.name):
            problems.append(BAD_FILE_NAME.at(shown, *fault))
        elif relative_path != INTRO:
            found.append(relative_path)
    return sorted(found)


def is_document(relative_path: str, settings: Settings) -> bool:
    """Return whether a regular file at this path of the folder would be read as a document."""
    *folders, name = relative_path.split("/")
    is_hidden = any(folder.startswith(".") for folder in folders)
    is_named = name.endswith(".md") and relative_path != INTRO and find_name_fault(name) is None
    return is_named and not is_hidden and not _excluded(relative_path, settings)


def walk_texts(folder: Path, tell: Callable[[str, OSError], object]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield the Markdown files below a folder without following links or entering hidden folders.

    What cannot be listed is told, by its path below the folder ("" for the folder itself), and passed over.
    """
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(folder / above) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            tell(above, error)
            continue
        for entry in listed:
            path = f"{above}/{entry.name}" if above else entry.name
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".md"):
                if not entry.name.startswith("."):
                    waiting.append(path)
            elif entry.name.endswith(".md"):
                yield entry, path


def unreadable_folder(shown: str, error: OSError) -> Problem:
    """Return the problem of a folder that cannot be listed; `shown` is its path in reports."""
    reason = f"the folder cannot be read: {error.strerror or error}"
    return UNREADABLE_FILE.at(Location(shown), reason, "check the folder and its permissions")


def _excluded(relative_path: str, settings: Settings) -> bool:
    name = relative_path.rsplit("/", 1)[-1]
    return any(fnmatchcase(name, p) or fnmatchcase(relative_path, p) for p in settings.exclude)
