"""The text of a file as its bytes have it, by lines that count like the reader's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_postmortem.problems import FILE_TOO_LARGE, NOT_UTF8, SYMLINK, UNREADABLE_FILE, Problem
from mkdocs_postmortem.reading.source_file import SourceFile, decode_source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BYTE_ORDER_MARK = "\ufeff"
_UNUSABLE = {FILE_TOO_LARGE, NOT_UTF8, SYMLINK, UNREADABLE_FILE}


@dataclass(frozen=True)
class Manuscript:
    """A document with its line ends and byte order mark. `path` and `relative_path` are those of `SourceFile`."""

    text: str
    path: str
    relative_path: str

    @cached_property
    def source(self) -> SourceFile:
        """The document as the reader takes it."""
        return decode_source(self.text.encode(), self.path, self.relative_path)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines with their ends, without a byte order mark; line n of the reader is `lines[n - 1]`."""
        return tuple(_LINE.findall(self.text.removeprefix(_BYTE_ORDER_MARK)))

    @property
    def line_end(self) -> str:
        """The end of the first line, a line feed where there is none."""
        first = self.lines[0] if self.lines else ""
        return first[len(first.rstrip("\r\n")) :] or "\n"

    def bare(self, number: int) -> str:
        """Return line `number`, counted from 1, without its end."""
        return self.lines[number - 1].rstrip("\r\n")

    def with_lines(self, lines: list[str] | tuple[str, ...]) -> Manuscript:
        """Return the document with other lines (each with its end), and a byte order mark where there was one."""
        mark = _BYTE_ORDER_MARK if self.text.startswith(_BYTE_ORDER_MARK) else ""
        return replace(self, text=mark + "".join(lines))


def open_manuscript(data: bytes, source: SourceFile) -> Manuscript | tuple[Problem, ...]:
    """Return the bytes of a file that was read as `source`, or the problems for which it cannot be edited.

    What is not UTF-8, too large or a symbolic link is not edited.
    """
    unusable = tuple(problem for problem in source.problems if problem.kind in _UNUSABLE)
    return unusable or Manuscript(data.decode("utf-8"), source.path, source.relative_path)
