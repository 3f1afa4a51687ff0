"""Files that settings name: looked for below the folder of mkdocs.yml alone, and never through a symbolic link."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import accumulate, takewhile
from pathlib import Path, PurePath

from mkdocs_postmortem.reading.on_disk import is_file, is_link

MOST_FILES = 10_000
"""More files than any catalogue has: what matches them all is a mistake."""
_WILD = "*?["
_ANY_FOLDERS = "**"


def find_inside(root: Path, name: str) -> Path | None:
    """Return the path that a name means, None when it leads out of `root`, into git's own folder or over a link."""
    parts = PurePath(os.path.normpath(name)).parts
    if Path(name).is_absolute() or not parts or parts[0] == ".." or ".git" in parts:
        return None
    steps = accumulate(parts, Path.joinpath, initial=root)
    return None if any(is_link(step) for step in list(steps)[1:]) else root.joinpath(*parts)


def find_matching(root: Path, pattern: str) -> dict[str, Path] | None:
    """Return the files that a pattern such as `catalog/**/catalog-info.yaml` matches, by name and in its order.

    None when it leads out of `root`. Hidden folders and symbolic links are passed over.
    """
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    fixed = list(takewhile(lambda part: not any(sign in part for sign in _WILD), parts))
    start = find_inside(root, "/".join(fixed) or ".") if fixed else root
    if start is None or Path(pattern).is_absolute() or ".." in parts or "\0" in pattern:
        return None
    if is_file(start):
        return {"/".join(fixed): start} if fixed == parts else {}
    found = {}
    for name in _files_below(start, fixed):
        if _matches(name, parts):
            found["/".join(name)] = root.joinpath(*name)
            if len(found) > MOST_FILES:
                break
    return dict(sorted(found.items()))


def _files_below(start: Path, above: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for folder, folders, names in os.walk(start):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = (*above, *Path(folder).relative_to(start).parts)
        yield from ((*here, name) for name in names if not is_link(Path(folder, name)))


def _matches(names: Sequence[str], patterns: Sequence[str]) -> bool:
    """Return whether names match patterns one by one, where `**` stands for any number of folders, none included."""
    reached = _over_folders({0}, patterns)
    for name in names:
        stepped = {
            place if patterns[place] == _ANY_FOLDERS else place + 1
            for place in reached
            if place < len(patterns) and (patterns[place] == _ANY_FOLDERS or fnmatchcase(name, patterns[place]))
        }
        reached = _over_folders(stepped, patterns)
    return len(patterns) in reached and patterns[-1] != _ANY_FOLDERS


def _over_folders(places: set[int], patterns: Sequence[str]) -> set[int]:
    """Return the places, and those that follow a `**` which stands for no folder."""
    reached = set(places)
    for place, pattern in enumerate(patterns):
        if place in reached and pattern == _ANY_FOLDERS:
            reached.add(place + 1)
    return reached
