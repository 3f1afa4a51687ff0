"""What a check looks at besides our own code, as looks that can be repeated.

A check is the same as long as every look shows the same. Only small libraries are worth it: in large ones nearly every
check finds something new, and the start-up, which is all that is saved, is a small part of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from mkdocs_postmortem.checking.content import hash_content, read_content
from mkdocs_postmortem.checking.fingerprint import digest
from mkdocs_postmortem.library.folder import walk_texts
from mkdocs_postmortem.library.surroundings import Surroundings, look_around
from mkdocs_postmortem.reading.on_disk import is_there

MOST_TEXTS = 300
"""Number of Markdown files up to which a folder is worth looking at."""

Look = tuple[Any, ...]
"""What is looked at, and where: plain values that can be written down. Paths are absolute."""


def see(looks: Iterable[Look]) -> tuple[str, ...] | None:
    """Return what each look shows in short, None when one meets something unreadable or too much."""
    shown = []
    for what, *where in looks:
        try:
            seen = _LOOKS[what](*where)
        except OSError:
            return None
        if seen is None:
            return None
        shown.append(seen)
    return tuple(shown)


def at_file(path: Path) -> Look:
    """Look at the content of a file, or at its absence."""
    return "file", str(path.absolute())


def at_place(path: Path) -> Look:
    """Look at what stands at a path, and at where links lead on the way to it."""
    return "place", str(path.absolute())


def at_texts(folder: Path) -> Look:
    """Look at the name and the content of every Markdown file below a folder."""
    return "texts", str(folder.absolute())


def at_matching(root: Path, pattern: str) -> Look:
    """Look at the names of the files that match a pattern of the settings."""
    return "matching", str(root.absolute()), pattern


def at_links(root: Path, folder: str, docs_dir: str, documents: Iterable[str], around: Surroundings) -> Look:
    """Look at what stands where the links of these documents lead, which is what `around` tells."""
    return "links", str(root.absolute()), folder, docs_dir, tuple(documents), tuple(sorted(around.found))


def show_links(around: Surroundings) -> str:
    """Return in short what stands where links lead."""
    found = around.found.items()
    return digest(*(repr((path, one.state.value, one.fault, one.nearest)) for path, one in sorted(found)))


def _see_file(path: str) -> str | None:
    real = os.path.realpath(path)
    content = hash_content(read_content(Path(real))) if is_there(Path(real)) else "-"
    return f"{content} {real}" if content else None


def _see_place(path: str) -> str:
    return f"{Path(path).is_dir()} {Path(path).exists()} {os.path.realpath(path)}"


def _see_texts(folder: str) -> str | None:
    texts = list(islice(walk_texts(Path(folder), _refuse), MOST_TEXTS + 1)) if Path(folder).is_dir() else []
    if len(texts) > MOST_TEXTS:
        return None
    seen: list[str] = []
    for entry, name in texts:
        content = "link" if entry.is_symlink() else hash_content(read_content(Path(entry.path)))
        if not content:
            return None
        seen += name, content
    return digest(*seen)


def _refuse(_: str, error: OSError) -> NoReturn:
    raise error


def _see_matching(root: str, pattern: str) -> str:
    from mkdocs_postmortem.reading.configuration.project_paths import find_matching  # noqa: PLC0415  # few ask

    found = find_matching(Path(root), pattern)
    return digest("-") if found is None else digest(*found)


def _see_links(root: str, folder: str, docs_dir: str, documents: Iterable[str], paths: Iterable[str]) -> str:
    return show_links(look_around(Path(root), folder, docs_dir, documents, set(paths)))


_LOOKS: dict[str, Callable[..., str | None]] = {
    "file": _see_file,
    "place": _see_place,
    "texts": _see_texts,
    "matching": _see_matching,
    "links": _see_links,
}
