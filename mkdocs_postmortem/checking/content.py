"""The bytes of a document and their hash."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from mkdocs_postmortem.reading.source_file import read_regular_file


def read_content(path: Path) -> bytes | None:
    """Return the bytes of a file, None when it cannot be read or is too large for a document."""
    try:
        return read_regular_file(path)
    except OSError:
        return None


def hash_content(data: bytes | None) -> str:
    """Return the hash of a content, "" for None."""
    return "" if data is None else blake2b(data, digest_size=16).hexdigest()
