"""A file as text: what is unfit for a library is reported at its place."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from mkdocs_postmortem.problems import FILE_TOO_LARGE, SYMLINK, UNREADABLE_FILE
from mkdocs_postmortem.reading.source_file import (
    CONTROL,
    INVISIBLE,
    LARGEST_FILE,
    _is_plain,
    decode_source,
    read_source,
)
from tests.documents import brief, only


def reported(data: bytes) -> list[str]:
    return [brief(problem) for problem in decode_source(data, "x.md", "x.md").problems]


def test_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\r\nb\rc\n")
    source = read_source(tmp_path / "a.md", "shown/a.md", "a.md")
    assert (source.text, source.problems, source.path, source.stem) == ("a\nb\nc\n", (), "shown/a.md", "a")


def test_file_of_exactly_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * LARGEST_FILE)
    assert read_source(tmp_path / "a.md", "a.md", "a.md").problems == ()


def test_larger_file_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * (LARGEST_FILE + 1))
    source = read_source(tmp_path / "a.md", "a.md", "a.md")
    assert only(source.problems, FILE_TOO_LARGE).message == "the file is larger than 1 MiB"
    assert source.text == ""


def test_missing_file_is_unreadable(tmp_path: Path) -> None:
    problem = only(read_source(tmp_path / "gone.md", "gone.md", "gone.md").problems, UNREADABLE_FILE)
    assert problem.message == "the file cannot be read: No such file or directory"


def test_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    source = read_source(tmp_path / "a.md", "a.md", "a.md")
    only(source.problems, SYMLINK)
    assert source.text == ""


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    only(read_source(tmp_path / "a.md", "a.md", "a.md").problems, UNREADABLE_FILE)


def test_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("a.md")
        only(read_source(tmp_path / "a.md", "a.md", "a.md").problems, UNREADABLE_FILE)


def test_folder_is_refused_and_its_handle_closed(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    before = os.open(tmp_path, os.O_RDONLY)
    os.close(before)
    only(read_source(tmp_path / "a.md", "a.md", "a.md").problems, UNREADABLE_FILE)
    after = os.open(tmp_path, os.O_RDONLY)
    os.close(after)
    assert after == before


def test_name_too_long_for_the_system_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    only(read_source(tmp_path / ("a" * 5_000), "a.md", "a.md").problems, UNREADABLE_FILE)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"ab\xff", "1:3 PM003"),
        (b"ab\ncd\xff", "2:3 PM003"),
        (b"ab\rcd\xff", "2:3 PM003"),
        (b"ab\r\ncd\xff", "2:3 PM003"),
        ("äö".encode() + b"\xff", "1:3 PM003"),
        (b"\xef\xbb\xbfab\xff", "1:3 PM003"),
        (b"\xc3\x28", "1:1 PM003"),
        (b"abcde\xf4\x90\x80\x80", "1:6 PM003"),
    ],
)
def test_byte_that_is_not_utf8_is_reported_in_characters(data: bytes, place: str) -> None:
    assert reported(data) == [place]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_called_so(encoding: str) -> None:
    (problem,) = decode_source("---\n".encode(encoding), "x.md", "x.md").problems
    assert problem.message == "the file is UTF-16 or UTF-32 text"


@pytest.mark.parametrize("code", [0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x9B, 0xFFFE, 0xFFFF])
def test_control_character_is_reported_and_replaced(code: int) -> None:
    source = decode_source(f"ab{chr(code)}".encode(), "x.md", "x.md")
    assert [brief(problem) for problem in source.problems] == ["1:3 PM004"]
    assert source.text == "ab\ufffd"


@pytest.mark.parametrize("code", [0xAD, 0x200B, 0x200E, 0x202E, 0x2060, 0x2066, 0x3164, 0xFEFF, 0xE0041])
def test_invisible_character_is_reported_and_kept(code: int) -> None:
    source = decode_source(f"ab{chr(code)}".encode(), "x.md", "x.md")
    assert [brief(problem) for problem in source.problems] == ["1:3 PM005"]
    assert source.text == f"ab{chr(code)}"


def test_every_character_that_is_reported_is_searched_for() -> None:
    reported_ones = [chr(code) for code in range(0x110000) if CONTROL.match(chr(code)) or INVISIBLE.match(chr(code))]
    assert [character for character in reported_ones if _is_plain(f"a{character}b")] == []


@pytest.mark.parametrize("text", ["\t\n", "é", "ä̈", "שלום", "مرحبا", "👩‍💻", "می‌خواهم", "\u00a0", "日本"])
def test_text_of_every_script_is_fine(text: str) -> None:
    assert reported(text.encode()) == []


def test_first_twenty_of_many_strange_characters_are_reported() -> None:
    assert len(reported(b"x" + b"\x07" * 100)) == 20
