"""What earlier checks found, kept in files that only this user's checks can have written."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_postmortem.checking.fingerprint import fingerprint

if TYPE_CHECKING:  # What is known already is told without them.
    from mkdocs_postmortem.checking.record import Examined
    from mkdocs_postmortem.settings import Settings

LARGEST = 256 * 1024 * 1024
"""Largest size of one file that is read, and of all files together that are left, in bytes."""
MOST_FILES = 20
"""Number of files of each sort that are left."""
RECORDS, ANSWER = ".check", ".answer"
"""Sorts of files: records of the documents of one folder with one set of settings; what one command printed."""
_SIGNATURE = 32
_ABANDONED = 3600.0


@dataclass(frozen=True, slots=True)
class Cache:
    """Files with what checks found, below `folder`; each is signed with `key`, which no document can know.

    A file that is broken, too large, or signed with another key counts as not there. Nothing fails because of a
    cache: what cannot be read is examined again, what cannot be written is left.
    """

    folder: Path
    key: bytes

    def load(self, root: Path, settings: Settings) -> dict[str, Examined]:
        """Return what is kept of the documents of the settings' folder below `root`, by path in the folder."""
        kept: dict[str, Examined] = self.read(_records_of(root, settings)) or {}
        return kept

    def save(self, root: Path, settings: Settings, records: Mapping[str, Examined]) -> None:
        """Keep these records instead of the former ones of the folder."""
        self.write(_records_of(root, settings), {path: record for path, record in records.items() if record[0]})

    def read(self, name: str) -> Any:
        """Return what was written under this name, None when there is nothing that can be believed."""
        file = self.folder / name
        try:
            if file.stat().st_size > LARGEST:
                return None
            data = memoryview(file.read_bytes())
            os.utime(file)
        except OSError:
            return None
        if not compare_digest(data[:_SIGNATURE], self._sign(name, data[_SIGNATURE:])):
            return None
        # Marshalled data can crash an interpreter, so that it is looked at only when a check of ours has written it.
        return marshal.loads(data[_SIGNATURE:])  # noqa: S302  # signed, see above

    def write(self, name: str, value: Any) -> None:
        """Keep a plain value under a name, which ends in its sort; files of the sort that were not used for long go."""
        data = marshal.dumps(value)
        try:
            write_private(self.folder / name, self._sign(name, data) + data)
            for old in _outdated(self.folder, Path(name).suffix):
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _sign(self, name: str, data: bytes | memoryview) -> bytes:
        signature = blake2b(name.encode(), digest_size=_SIGNATURE, key=self.key)
        signature.update(data)
        return signature.digest()


def _records_of(root: Path, settings: Settings) -> str:
    return fingerprint(root, settings) + RECORDS


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only this user can read, whole at every moment; raises OSError when that fails."""
    import tempfile  # noqa: PLC0415  # most checks write nothing

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _outdated(folder: Path, sort: str) -> Iterator[Path]:
    """Yield the files of a sort beyond what is left, the oldest first, and what a killed check left half-written."""
    sizes = {path: path.stat() for path in folder.glob(f"*{sort}")}
    latest = max((state.st_mtime for state in sizes.values()), default=0.0)
    total = 0
    for number, path in enumerate(sorted(sizes, key=lambda path: sizes[path].st_mtime, reverse=True)):
        total += sizes[path].st_size
        if number >= MOST_FILES or total > LARGEST:
            yield path
    yield from (path for path in folder.glob("*.part") if path.stat().st_mtime < latest - _ABANDONED)
