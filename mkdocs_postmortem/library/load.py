"""From a folder on disk to a library and the problems of reading it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs_postmortem.library.file_names import find_name_fault
from mkdocs_postmortem.library.library import Library, build_library
from mkdocs_postmortem.library.surroundings import DOCS_DIR, INTRO, locate, look_around
from mkdocs_postmortem.problems import (
    BAD_FILE_NAME,
    FOLDER_EMPTY,
    FOLDER_IN_DOCS,
    FOLDER_MISSING,
    SYMLINK,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.document import ReadResult, read_postmortem
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.incident_list import load_incident_list
from mkdocs_postmortem.reading.links import find_references
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

_HEADERS = ("---", "+++", "{", "...")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The library of a folder and the problems of reading its files, in the files' order."""

    library: Library
    problems: tuple[Problem, ...]


def load_library(root: Path, settings: Settings, docs_dir: str | Path = DOCS_DIR) -> Loaded:
    """Return the library of the settings' folder below `root` (the folder of mkdocs.yml).

    Paths in problems are relative to `root`, and so may `docs_dir` be, the folder of the site's pages, to which
    documents link. A folder that is missing is an error, an empty one a warning.
    """
    folder = root / settings.folder
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        hint = "create it with `postmortem new`, or set `folder` in the postmortem block of mkdocs.yml"
        problem = FOLDER_MISSING.at(Location(settings.folder), f"the folder of postmortems {what}", hint)
        return Loaded(build_library((), settings), (problem,))
    problems: list[Problem] = []
    results = [read_file(root, name, settings) for name in find_documents(root, settings, problems)]
    if not results and not problems:
        problems.append(
            FOLDER_EMPTY.at(
                Location(settings.folder), "the folder holds no postmortem", "write the first one with `postmortem new`"
            )
        )
    for result in results:
        problems += result.problems
    known, list_problems = load_incident_list(root, settings)
    library = build_library((result.postmortem for result in results), settings)
    library = replace(_with_intro(library, folder), known_incidents=known)
    return Loaded(with_surroundings(library, root, docs_dir), (*problems, *list_problems))


def find_exposure(root: Path, settings: Settings, docs_dir: Path) -> tuple[Problem, ...]:
    """Return a problem when the documents lie in `docs_dir`, where MkDocs publishes every file as it is."""
    folder, docs = (root / settings.folder).resolve(), docs_dir.resolve()
    if not docs.is_dir() or (folder != docs and docs not in folder.parents):
        return ()
    message = "the folder of postmortems lies inside docs_dir, where every file is published as it is"
    return (FOLDER_IN_DOCS.at(Location(settings.folder), message, "move it beside docs_dir and set `folder`"),)


def read_file(root: Path, relative_path: str, settings: Settings) -> ReadResult:
    """Return what one file of the folder holds; `relative_path` is relative to the folder, with slashes."""
    source = read_source(root / settings.folder / relative_path, shown_path(relative_path, settings), relative_path)
    return read_postmortem(source, settings)


def shown_path(relative_path: str, settings: Settings) -> str:
    """Return the path of a file of the folder as reports show it: relative to the project."""
    return relative_path if settings.folder == "." else f"{settings.folder}/{relative_path}"


def find_documents(root: Path, settings: Settings, problems: list[Problem]) -> list[str]:
    """Return the documents below the folder, sorted; adds problems for links and for names that cannot be addresses."""
    found = []
    for entry, relative_path in _walk(root / settings.folder, ""):
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


def _walk(folder: Path, prefix: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield the Markdown files below a folder without following links or entering hidden folders."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".md"):
            if not entry.name.startswith("."):
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        elif entry.name.endswith(".md"):
            yield entry, prefix + entry.name


def _excluded(relative_path: str, settings: Settings) -> bool:
    name = relative_path.rsplit("/", 1)[-1]
    return any(fnmatchcase(name, p) or fnmatchcase(relative_path, p) for p in settings.exclude)


def _with_intro(library: Library, folder: Path) -> Library:
    """Return the library with the text of the folder's own index.md and its links; a symbolic link is left alone."""
    if not (folder / INTRO).is_file() or (folder / INTRO).is_symlink():
        return library
    source = read_source(folder / INTRO, INTRO, INTRO)
    # Only a block that looks like front matter is one: a sentence that ends in a colon is not.
    split = split_front_matter(source.text, INTRO) if source.text.startswith(_HEADERS) else None
    text, line = (split.body, split.body_line) if split else (source.text, 1)
    references = find_references(scan_body(text, line), vocabulary_for(library.settings))
    return replace(library, intro=text, intro_references=references)


def with_surroundings(library: Library, root: Path, docs_dir: str | Path) -> Library:
    """Return the library with what stands on disk at every path that a link of it names."""
    paths = {
        locate(source, reference.target)[0]
        for source, references in library.references()
        for reference in references
        if reference.form != "wiki" and not reference.target.startswith("#")
    }
    unknown = paths - library.by_path.keys()
    return replace(library, surroundings=look_around(root, library.settings.folder, docs_dir, library.by_path, unknown))
