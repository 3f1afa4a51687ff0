"""A source file as text, with everything that makes a file unfit for a library reported at its place."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from mkdocs_postmortem.problems import (
    CONTROL_CHARACTER,
    FILE_TOO_LARGE,
    INVISIBLE_CHARACTER,
    NOT_UTF8,
    SYMLINK,
    UNREADABLE_FILE,
    Kind,
    Location,
    Problem,
)

LARGEST_FILE = 1024 * 1024
"""Largest file that is read, in bytes: over three times what can be rendered. 551 real postmortems had up to 45 kB."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u3164\uffa0\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_FILLERS = ("\u115f", "\u1160", "\u3164", "\uffa0")
_PLAIN_BYTES = bytes((*range(0x20, 0x7F), *b"\t\n\r"))
"""The ASCII characters of which none is reported, and none stands for a part of another character."""
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_REPORTED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the folder: `path` as shown in reports, `relative_path` inside the folder, and its text.

    The text has no byte order mark and only line feeds as line ends; undecodable bytes are replaced and reported.
    """

    path: str
    relative_path: str
    text: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def stem(self) -> str:
        """Return the file name without its extension."""
        return self.relative_path.rsplit("/", 1)[-1].removesuffix(".md")


def read_source(path: Path, shown: str, relative_path: str) -> SourceFile:
    """Return the file's text and what is wrong with it as a file; never raises for anything a file can be."""
    try:
        data = read_regular_file(path)
    except OSError as error:
        kind, message = _explain(error, path)
        hint = "copy the file into the folder" if kind is SYMLINK else "check the file and its permissions"
        return SourceFile(shown, relative_path, problems=(kind.at(Location(shown), message, hint),))
    if data is None:
        message = f"the file is larger than {LARGEST_FILE // 1024 // 1024} MiB"
        problem = FILE_TOO_LARGE.at(Location(shown), message, "move logs and dumps into files of their own")
        return SourceFile(shown, relative_path, problems=(problem,))
    return decode_source(data, shown, relative_path)


def decode_source(data: bytes, shown: str, relative_path: str) -> SourceFile:
    """Return the text of `data`, with problems for bytes that are not UTF-8 and for characters nobody should send."""
    if data.startswith(_UTF16_OR_32) or b"\x00" in data[:4]:
        problem = NOT_UTF8.at(Location(shown), "the file is UTF-16 or UTF-32 text", "save it as UTF-8")
        return SourceFile(shown, relative_path, problems=(problem,))
    if not data.translate(None, _PLAIN_BYTES):  # Nothing is left of nearly all documents in English.
        return SourceFile(shown, relative_path, _with_plain_line_ends(data.decode("ascii")))
    problems: list[Problem] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_undecodable(data, error, shown))
        text = data.decode("utf-8", "replace")
    text = _with_plain_line_ends(text)
    if _is_plain(text):
        return SourceFile(shown, relative_path, text, tuple(problems))
    problems += _strange_characters(text, shown)
    return SourceFile(shown, relative_path, CONTROL.sub("\ufffd", text), tuple(problems))


def location_at(text: str, index: int, path: str) -> Location:
    """Return the line and column of the character at `index` of the file's text."""
    return Location(path, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


def read_regular_file(path: Path, limit: int = LARGEST_FILE) -> bytes | None:
    """Return the bytes, None when there are more than `limit`.

    Raises OSError for what cannot be read, and for symbolic links, pipes, devices and folders.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("it is not a regular file")
    with os.fdopen(handle, "rb") as file:
        data = file.read(limit + 1)
    return data if len(data) <= limit else None


def _explain(error: OSError, path: Path) -> tuple[Kind, str]:
    if os.path.islink(path):  # noqa: PTH114  # Path.is_symlink raises for names that are too long
        return SYMLINK, "the file is a symbolic link and is not followed"
    return UNREADABLE_FILE, f"the file cannot be read: {error.strerror or error}"


def _undecodable(data: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    before = _with_plain_line_ends(data[: error.start].decode("utf-8"))
    found = f"byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
    return NOT_UTF8.at(location_at(before, len(before), shown), found, "save the file as UTF-8")


def _with_plain_line_ends(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_plain(text: str) -> bool:
    """Return whether a text certainly holds no character that is reported.

    All of those are unprintable to Python but for the fillers, which Unicode takes for letters; so a text that is
    printable but for its blanks needs no search, which takes many times as long.
    """
    bare = text.replace("\n", "").replace("\t", "")
    return bare.isprintable() and (bare.isascii() or not any(filler in bare for filler in _FILLERS))


def _strange_characters(text: str, shown: str) -> list[Problem]:
    found = []
    for pattern, kind, what, hint in (
        (CONTROL, CONTROL_CHARACTER, "control character", "delete it"),
        (INVISIBLE, INVISIBLE_CHARACTER, "invisible character", "delete it, or write it so that readers see it"),
    ):
        for count, match in enumerate(pattern.finditer(text)):
            if count == _REPORTED_AT_MOST:
                break
            place = location_at(text, match.start(), shown)
            found.append(kind.at(place, f"{what} U+{ord(match[0]):04X}", hint))
    return found
