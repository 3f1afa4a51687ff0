"""Small changes of single lines, and a document with some of them made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_postmortem.editing.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Patch:
    """Text in place of the characters from `start` to before `stop` of one line; None takes the whole line out.

    Lines count from 1, characters from 0. A line feed in the text begins a new line, which ends like the patched one.
    """

    line: int
    start: int
    stop: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Patched:
    """A document with patches made, and for each of its lines the number that it had before (0 for a new one)."""

    manuscript: Manuscript
    origins: tuple[int, ...]

    def origin(self, line: int) -> int:
        """Return the number that a line had before, 0 for a new one; the line after the last moves with it."""
        return self.origins[line - 1] if line <= len(self.origins) else line


def apply_patches(manuscript: Manuscript, patches: Iterable[Patch]) -> Patched | None:
    """Return the document with the patches made and every other byte as it was, None when two of them overlap."""
    by_line: dict[int, list[Patch]] = {}
    for patch in patches:
        by_line.setdefault(patch.line, []).append(patch)
    lines: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(manuscript.lines, start=1):
        new = _patched(line, by_line[number]) if number in by_line else [line]
        if new is None:
            return None
        lines += new
        origins += [number, *(0 for _ in new[1:])][: len(new)]
    return Patched(manuscript.with_lines(lines), tuple(origins))


def _patched(line: str, patches: list[Patch]) -> list[str] | None:
    """Return the lines that come in place of one, each with its end; None when two patches overlap."""
    if any(patch.text is None for patch in patches):
        return []
    bare = line.rstrip("\r\n")
    end = line[len(bare) :]
    parts, position = [], 0
    for patch in sorted(patches, key=lambda patch: patch.start):
        if patch.start < position:
            return None
        parts += [bare[position : patch.start], patch.text or ""]
        position = patch.stop
    first, *more = "".join([*parts, bare[position:]]).split("\n")
    return [first + end, *(text + (end or "\n") for text in more)]
