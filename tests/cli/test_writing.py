"""Replacing a file: whole at every moment, and with its mode bits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_postmortem.cli.writing import write_text


def test_the_text_replaces_the_file_with_its_line_ends_and_mode_bits(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_text(path, "é\r\nb")

    assert path.read_bytes() == "é\r\nb".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", fail)
    with pytest.raises(OSError, match="No space"):
        write_text(path, "new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
