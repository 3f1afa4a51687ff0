"""Checking again whenever something changes, until the user has seen enough."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Sight = dict[str, tuple[int, int]]
"""What files look like from outside: time of the last change in nanoseconds and size in bytes, by path."""

_PAUSE = 0.5


def watch(run: Callable[[], int], look: Callable[[], Sight], wait: Callable[[], None]) -> int:
    """Run, and run again whenever `look` shows something else after `wait`; returns the last status at Ctrl-C.

    That is 1 as long as nothing has been checked. `look` comes before each run, so that a change during the run is
    seen after it.
    """
    status, seen = 1, None
    try:
        while True:
            now = look()
            if now != seen:
                seen, status = now, run()
            wait()
    except KeyboardInterrupt:
        return status


def pause() -> None:
    """Wait for half a second."""
    time.sleep(_PAUSE)


def look_at(settings: Iterable[Path], folders: Iterable[Path]) -> Sight:
    """Return the files of the settings and every document below the folders, as far as they are there."""
    found: Sight = {}
    for path in (*settings, *(document for folder in folders for document in _documents(folder))):
        try:
            state = path.lstat()
        except OSError:  # It has gone since it was listed, and that is a change too.
            continue
        found[str(path)] = state.st_mtime_ns, state.st_size
    return found


def _documents(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if name.endswith(".md"))
