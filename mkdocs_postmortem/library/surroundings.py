"""What stands on disk where the documents of a library lead: looked up once, while loading, and data from then on.

Folders are listed rather than paths asked for: names are then compared with their case on every system, nothing
outside of the project is touched, symbolic links are seen before they are followed, and each folder is read once.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from mkdocs_postmortem.library.attachments import find_attachment_fault

DOCS_DIR = "docs"
"""MkDocs' default for docs_dir, relative to mkdocs.yml."""
INTRO = "index.md"
_INDEXES = (INTRO, "README.md")
_SUGGESTIONS_AT_MOST = 50


class State(Enum):
    """What stands at a path. OTHER is a pipe, a device, a socket."""

    FILE = "file"
    FOLDER = "folder"
    SYMLINK = "symlink"
    OTHER = "other"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path: `fault` tells why a file beside the documents cannot join the site.

    `nearest` is the path that was probably meant, of a folder its index, "" when there is none.
    """

    state: State
    fault: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where documents (`folder`) and pages (`docs`) lie, and what was found at the paths that links lead to.

    All paths are relative to the root and normalised, with slashes; those above it begin with `../`.
    """

    folder: str
    docs: str = DOCS_DIR
    found: Mapping[str, Found] = field(default_factory=lambda: MappingProxyType({}))

    def in_folder(self, path: str) -> str | None:
        """Return the path relative to the folder of documents ("." for itself), None outside of it."""
        return _below(path, self.folder)

    def in_docs(self, path: str) -> str | None:
        """Return the path relative to docs_dir ("." for itself), None outside of it."""
        return _below(path, self.docs)

    def is_outside(self, path: str) -> bool:
        """Return whether a path leads out of the root, the folder and docs_dir."""
        return self.in_folder(path) is None and self.in_docs(path) is None and _below(path, ".") is None


def intro_path(folder: str) -> str:
    """Return the path of the introduction of a folder, relative to the root."""
    return posixpath.normpath(posixpath.join(folder, INTRO))


def locate(source: str, target: str) -> tuple[str, str]:
    """Return the path, relative to the root, and the anchor that a link in the document at `source` leads to."""
    path, _, anchor = target.strip().partition("#")
    path = unquote(path.partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)), unquote(anchor)


def look_around(
    root: Path, folder: str, docs_dir: str | Path, documents: Iterable[str], paths: set[str]
) -> Surroundings:
    """Return what stands at these paths; `documents` are the known ones, which a wrong path may have meant."""
    around = Surroundings(posixpath.normpath(Path(folder).as_posix()), _docs_as(folder, docs_dir, root))
    disk = _Disk(root, around, documents)
    return Surroundings(around.folder, around.docs, {path: disk.find(path) for path in sorted(paths)})


def _below(path: str, folder: str) -> str | None:
    if folder == ".":
        return None if posixpath.isabs(path) or path == ".." or path.startswith("../") else path
    if path == folder:
        return "."
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None


def _docs_as(folder: str, docs_dir: str | Path, root: Path) -> str:
    """Return docs_dir as links from the folder lead to it: absolute when the folder is, else relative to the root."""
    docs = root / docs_dir
    if Path(folder).is_absolute() or docs.drive != root.drive:
        return posixpath.normpath(docs.as_posix())
    return Path(os.path.relpath(docs, root)).as_posix()


class _Disk:
    """Lists folders below the root, each once."""

    def __init__(self, root: Path, around: Surroundings, documents: Iterable[str]) -> None:
        self.root = root
        self.around = around
        self.by_name: dict[str, list[str]] = {}
        for path in documents:
            self.by_name.setdefault(posixpath.basename(path), []).append(path)
        self.listings: dict[str, dict[str, State]] = {}
        self.suggested = 0

    def find(self, path: str) -> Found:
        """Return what stands at a path, which may lie anywhere; nothing outside of the project is looked at."""
        if self.around.is_outside(path):
            return Found(State.MISSING)
        state = self.state_of(path)
        if state is State.MISSING:
            return Found(State.MISSING, nearest=self.nearest_to(path))
        if state is State.FOLDER:
            indexes = (posixpath.join(path, name) for name in _INDEXES)
            return Found(
                State.FOLDER, nearest=next((each for each in indexes if self.state_of(each) is State.FILE), "")
            )
        own = self.around.in_folder(path)
        if state is State.FILE and own and not own.endswith(".md") and self.around.in_docs(path) is None:
            return Found(State.FILE, fault=find_attachment_fault(self.root / path, own))
        return Found(state)

    def state_of(self, path: str) -> State:
        """Return what stands at a path, going down from the root, the folder or docs_dir without following a link."""
        around = self.around
        base = next(base for base in (around.docs, around.folder, ".") if _below(path, base) is not None)
        below, state = _below(path, base), State.FOLDER
        for part in below.split("/") if below and below != "." else ():
            if state is not State.FOLDER:
                return State.MISSING if state is State.FILE else state
            state = self.listing(base).get(part, State.MISSING)
            base = posixpath.join(base, part)
        return state

    def listing(self, folder: str) -> dict[str, State]:
        """Return the entries of a folder that was reached without a link."""
        if folder not in self.listings:
            try:
                with os.scandir(self.root / folder) as entries:
                    self.listings[folder] = {entry.name: _state(entry) for entry in entries}
            except OSError:
                self.listings[folder] = {}
        return self.listings[folder]

    def nearest_to(self, path: str) -> str:
        """Return the file that a wrong path probably means, "" when none comes close.

        In turn: the one document of that name; the page that the path would be from docs_dir; a similar name beside it.
        """
        same = self.by_name.get(posixpath.basename(path), [])
        if len(same) == 1:
            return same[0]
        page = posixpath.join(self.around.docs, path)
        if self.state_of(page) is State.FILE:
            return page
        parent = posixpath.dirname(path)
        if self.suggested == _SUGGESTIONS_AT_MOST or self.state_of(parent or ".") is not State.FOLDER:
            return ""
        from mkdocs_postmortem.model.choice import nearest  # noqa: PLC0415  # the model, for a wrong link alone

        self.suggested += 1
        files = [name for name, state in self.listing(parent or ".").items() if state is State.FILE]
        close = nearest(posixpath.basename(path), sorted(files))
        return posixpath.join(parent, close) if close else ""


def _state(entry: os.DirEntry[str]) -> State:
    if entry.is_symlink():
        return State.SYMLINK
    if entry.is_dir(follow_symlinks=False):
        return State.FOLDER
    return State.FILE if entry.is_file(follow_symlinks=False) else State.OTHER
