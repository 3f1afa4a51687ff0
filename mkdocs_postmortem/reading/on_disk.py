"""What stands at a path, as answers that are never errors.

The methods of `Path` raise for names that are too long, below folders that may not be entered, and, up to Python 3.12,
for links that lead in a circle: nothing that can be used stands at such a path, and that is all that callers ask.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Return whether a regular file can be reached at a path."""
    return os.path.isfile(path)  # noqa: PTH113  # see above


def is_folder(path: Path) -> bool:
    """Return whether a folder can be reached at a path."""
    return os.path.isdir(path)  # noqa: PTH112  # see above


def is_link(path: Path) -> bool:
    """Return whether a symbolic link stands at a path."""
    return os.path.islink(path)  # noqa: PTH114  # see above


def is_there(path: Path) -> bool:
    """Return whether anything stands at a path, be it a link that leads nowhere."""
    return os.path.lexists(path)


def real_path(path: Path) -> Path:
    """Return the absolute path without links, as far as these can be followed."""
    return Path(os.path.realpath(path))
