"""Writing a file so that it is whole at every moment: the old text or the new one."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Replace the file by `text`, as UTF-8 with its line ends as they are; its mode bits stay.

    Raises OSError when the folder or the file cannot be written; the old file then stands as it was.
    """
    mode = path.stat().st_mode & 0o7777
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_whole(path: Path, text: str) -> None:
    """Write a file of ours, new or old, as UTF-8; the mode bits of an old one stay, and a device is written to.

    The folders that the path names are made where they are missing. Raises OSError when it cannot be written; an old
    file then stands as it was.
    """
    data = text.encode("utf-8", "replace")
    if path.exists() and not path.is_file():  # A pipe or a device is written to and not replaced.
        path.write_bytes(data)
        return
    _make_folder(path.parent)
    new = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with new.open("xb") as file:
            file.write(data)
        if path.exists():
            new.chmod(path.stat().st_mode & 0o7777)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # "File exists" would be taken for what is to be written.
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
