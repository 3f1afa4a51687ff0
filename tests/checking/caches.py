"""A cache in a folder of its own, and what a check with it did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_postmortem.checking import examine
from mkdocs_postmortem.checking.cache import Cache
from mkdocs_postmortem.reading.document import ReadResult, read_postmortem
from mkdocs_postmortem.reading.source_file import SourceFile
from mkdocs_postmortem.settings import Settings

KEY = b"k" * 32


def cache_in(folder: Path) -> Cache:
    """Return a cache whose key is known to the tests."""
    return Cache(folder / "cache", KEY)


def count_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return a function that tells how many documents this process has read since it was asked last."""
    read: list[str] = []

    def reading(source: SourceFile, settings: Settings) -> ReadResult:
        read.append(source.path)
        return read_postmortem(source, settings)

    def told() -> int:
        number = len(read)
        read.clear()
        return number

    monkeypatch.setattr(examine, "read_postmortem", reading)
    return told
