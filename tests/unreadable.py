"""Folders that cannot be read, also for a superuser who runs the tests."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the listing of a folder fail for a while."""
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    with patch.object(os, "scandir", refuse):
        yield
