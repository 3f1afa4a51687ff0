"""A file is written as a whole, in its place, with the mode bits that it had."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mkdocs_postmortem.cli.writing import write_text


def test_text_is_written_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    write_text(path, "\ufeffone\r\ntwo ü\n")

    assert path.read_bytes() == b"\xef\xbb\xbfone\r\ntwo \xc3\xbc\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_mode_bits_stay(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(mode)

    write_text(path, "new")

    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_file_that_cannot_be_replaced_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no room"):
        write_text(path, "new")

    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
