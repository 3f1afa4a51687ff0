from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.checking.content import hash_content, read_content
from mkdocs_postmortem.reading.source_file import LARGEST_FILE


def test_content_is_the_bytes_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfa\r\n\xff")
    assert read_content(tmp_path / "a.md") == b"\xef\xbb\xbfa\r\n\xff"


def test_what_cannot_be_read_or_is_too_large_has_none_and_no_hash(tmp_path: Path) -> None:
    (tmp_path / "large.md").write_bytes(b"x" * (LARGEST_FILE + 1))
    (tmp_path / "link.md").symlink_to("large.md")
    for name in ("large.md", "link.md", "missing.md", "."):
        assert hash_content(read_content(tmp_path / name)) == ""


def test_hash_tells_contents_apart() -> None:
    assert hash_content(b"a") == hash_content(b"a")
    assert len({hash_content(data) for data in (None, b"", b"a", b"b", b"a\n")}) == 5
