"""Where a user's cache lies, and the key that is kept there."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs_postmortem.checking.cache import Cache, write_private

_NAME = "mkdocs-postmortem"
_KEY_LENGTH = 32


def open_cache(
    roots: Sequence[Path], folder: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Cache | None:
    """Return the cache in `folder`, else in the user's own place; None when there can be none.

    The key always lies in the user's place, and never in a tree that is checked, which any of the `roots` lies in:
    what is there may come from somebody whose documents are to be checked.
    """
    own = find_user_cache(environment)
    if own is None or any(_is_below(own, _tree_of(root)) for root in roots):
        return None
    try:
        key = _read_key(own / "key") or _make_key(own / "key")
    except OSError:
        return None
    return Cache(folder or own, key) if key else None


def find_user_cache(environment: Mapping[str, str]) -> Path | None:
    """Return the folder for our files in the user's place for caches, None when the system names no such place."""
    home, named = Path(environment.get("HOME", "")), Path(environment.get("XDG_CACHE_HOME", ""))
    if sys.platform == "win32":
        place = Path(environment.get("LOCALAPPDATA", ""))
    elif sys.platform == "darwin":
        place = home / "Library/Caches"
    else:
        place = named if named.is_absolute() else home / ".cache"
    return place / _NAME if place.is_absolute() else None


def _tree_of(root: Path) -> Path:
    """Return the working copy in which the root lies, else the root."""
    root = root.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def _is_below(path: Path, folder: Path) -> bool:
    path = path.resolve()
    return path == folder or folder in path.parents


def _read_key(path: Path) -> bytes | None:
    """Return the key, None when there is none that this user alone can read."""
    try:
        state = path.lstat()
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    is_ours = not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o077)
    return key if is_ours and stat.S_ISREG(state.st_mode) and len(key) == _KEY_LENGTH else None


def _make_key(path: Path) -> bytes | None:
    """Write a new key and return the one that stands there: of two checks that write one at a time, the last wins."""
    write_private(path, os.urandom(_KEY_LENGTH))
    return _read_key(path)
