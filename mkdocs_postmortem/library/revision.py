"""The folder as git has it at an earlier revision: which documents have changed since, and the library it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_postmortem.library.folder import shown_path
from mkdocs_postmortem.library.git import GitError, RevisionError, read_blobs, run_git
from mkdocs_postmortem.library.library import Library, Loaded, build_library
from mkdocs_postmortem.library.load import load_library
from mkdocs_postmortem.library.shelf import find_surroundings
from mkdocs_postmortem.library.surroundings import DOCS_DIR, Found, State
from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.incident_list import load_incident_list
from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from mkdocs_postmortem.settings import Settings

_ASKED_AT_ONCE = 200
_SYMLINK = "120000"
_FILES = {"100644", "100755", _SYMLINK}
_NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Revision:
    """The commit at which the current branch left another revision, seen from the folder of documents."""

    folder: Path
    commit: str

    def changed_files(self) -> frozenset[str]:
        """Return the files below the folder that are new or different now, committed or not, relative to it."""
        options = ("--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative", "--diff-filter=d")
        changed = run_git(self.folder, "diff", "-z", *options, self.commit, "--", ".")
        untracked = run_git(self.folder, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
        return frozenset(os.fsdecode(name) for name in (changed + untracked).split(b"\0") if name)

    def existing(self, root: Path, paths: Sequence[str]) -> Iterator[str]:
        """Yield those of the paths, relative to `root`, at which the commit has a file."""
        for start in range(0, len(paths), _ASKED_AT_ONCE):
            some = {os.path.relpath(root / path, self.folder): path for path in paths[start : start + _ASKED_AT_ONCE]}
            listed = run_git(self.folder, "ls-tree", "-z", "--name-only", self.commit, "--", *some)
            names = (os.fsdecode(name) for name in listed.split(b"\0"))
            yield from (some[name] for name in names if name in some)


def find_revision(folder: Path, name: str) -> Revision:
    """Return where the current branch left the revision of this name.

    Raises RevisionError when git is not there, the folder is in no repository, or the name is no revision.
    """
    if name.startswith("-") or not name.isprintable():
        raise RevisionError(f'"{name}" cannot be the name of a revision')
    try:
        run_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitError as error:
        reason = error.reason or f'"{name}" is no revision that git knows here; in CI, fetch its history first'
        raise RevisionError(reason) from None
    try:
        commit = run_git(folder, "merge-base", name, "HEAD")
    except GitError:
        message = f'"{name}" and HEAD have no commit in common; in a shallow clone, fetch more of the history'
        raise RevisionError(message) from None
    return Revision(folder, commit.decode("ascii", "replace").strip())


def load_revision(revision: Revision, root: Path, settings: Settings, docs_dir: str | Path = DOCS_DIR) -> Loaded:
    """Return the library as it was at the revision, with the paths that it has here, below `root`.

    It is read from a copy that is gone afterwards. Files that are no documents are there by name only. What its links
    lead to counts as there when it was there then, or is now.
    """
    with tempfile.TemporaryDirectory(prefix="postmortem-") as copy:
        _write_copy(Path(copy), list(_list_files(revision)), revision)
        loaded = load_library(Path(copy), settings.model_copy(update={"folder": ".", "incidents_csv": None}))
    problems = (replace(p, location=_moved(p.location, settings)) for p in loaded.problems)
    documents = (
        p.model_copy(update={"path": shown_path(p.relative_path, settings)}) for p in loaded.library.postmortems
    )
    library, old = build_library(documents, settings, loaded.library.intro), loaded.library
    known, _ = load_incident_list(root, settings)  # As it is today: it is no document, and another tool writes it.
    library = replace(
        library, intro_references=old.intro_references, intro_ignores=old.intro_ignores, known_incidents=known
    )
    library = replace(library, surroundings=find_surroundings(library, root, docs_dir))
    return Loaded(_as_it_stood(library, revision, root), tuple(problems))


def _as_it_stood(library: Library, revision: Revision, root: Path) -> Library:
    """Return the library with files that are gone today and that the revision has."""
    around = library.surroundings
    gone = [
        path for path, found in around.found.items() if found.state is State.MISSING and not around.is_outside(path)
    ]
    stood = dict.fromkeys(revision.existing(root, gone), Found(State.FILE))
    return replace(library, surroundings=replace(around, found={**around.found, **stood}))


def _moved(location: Location, settings: Settings) -> Location:
    return location._replace(path=shown_path(location.path, settings))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of a commit: `size` in bytes."""

    name: str
    mode: str
    blob: str
    size: int

    @property
    def is_read(self) -> bool:
        """Return whether a library would read it."""
        return self.name.endswith(".md") and self.mode != _SYMLINK and self.size <= LARGEST_FILE


def _list_files(revision: Revision) -> Iterator[_Entry]:
    """Yield the files below the folder; names that would lead out of it are left out."""
    listed = run_git(revision.folder, "ls-tree", "-r", "-z", "--long", revision.commit)
    for line in filter(None, listed.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, _, blob, size = facts.decode("ascii").split()
        shown = os.fsdecode(name)
        if mode in _FILES and not set(shown.split("/")) & {"", ".", ".."} and not Path(shown).is_absolute():
            yield _Entry(shown, mode, blob, int(size))


def _write_copy(folder: Path, entries: list[_Entry], revision: Revision) -> None:
    texts = read_blobs(revision.folder, [entry.blob for entry in entries if entry.is_read])
    for entry in sorted(entries, key=lambda entry: entry.mode == _SYMLINK):  # Links last: nothing is written through.
        path = folder / entry.name
        with suppress(OSError):  # A name that this system cannot store: it holds no document here either.
            path.parent.mkdir(parents=True, exist_ok=True)
            if entry.mode == _SYMLINK:
                path.symlink_to(_NOWHERE)
            else:
                _write_file(path, texts.get(entry.blob, b"") if entry.is_read else b"", entry.size)


def _write_file(path: Path, data: bytes, size: int) -> None:
    with path.open("xb") as file:
        file.write(data)
        if size > LARGEST_FILE:
            file.truncate(LARGEST_FILE + 1)
