"""One linear pass over a body: what is code or comment is blanked, headings are found, the rest is left as written.

A Markdown parser over whole bodies costs 17 times everything else, so the parts that need one ask for it themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_postmortem.problems import BODY_TOO_COMPLEX, Location, Problem

# No two neighbours may match the same blanks: that would take quadratic time on a line of nothing else.
_FENCE = re.compile(r"^[ ]*(?:>[ ]*)*(?:(?:[-*+]|\d+[.)])[ ]+)?(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_HEADING = re.compile(r"^[ ]{0,3}(?P<marks>#{1,6})(?P<text>[ \t].*)?$")
_UNDERLINE = re.compile(r"^[ ]{0,3}(?:=+|-+)[ \t]*$")
_UNDERLINES = {"=": 1, "-": 2}
"""Level of the heading above a line of these signs."""
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_ADMONITION = re.compile(r"^(?P<indent>[ ]*)(?:!!!|\?\?\?\+?)[ ]+\w")
_INDENTED = re.compile(r"^(?: {4}|\t)")
_NESTING = re.compile(r"\s*(?:[-*+]\s+|\d{1,9}[.)]\s*|>\s*)+")
_MARK = re.compile(r"[-*+]\s|\d[.)]|>")

LONGEST_RENDERED = 262_144
LONGEST_LINE = 10_000
"""Longest line that is rendered or read, in characters: no sentence or row is as long, and half a value is none."""
MOST_BRACKETS = 300
MOST_CODE_BRACKETS = 2_000
MOST_HEADINGS = 500
MOST_READ_HEADINGS = 2_000
"""Nothing is read from the heading behind these on; what has more than a quarter of them is reported already."""
DEEPEST_NESTING = 20
MOST_DEFINITIONS = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: `level` 1 to 6, its text as written, and the index of its line in the body.

    `end` is the index of the line behind the last one below it: of the next heading of its level or a higher one.
    """

    level: int
    text: str
    index: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a body twice: `lines` as written, `visible` with code and comments blanked (same length).

    `first_line` is the number in the file of `lines[0]`; `code` tells for each line whether it is code.
    """

    lines: tuple[str, ...]
    visible: tuple[str, ...]
    code: tuple[bool, ...]
    headings: tuple[Heading, ...]
    first_line: int

    def number(self, index: int) -> int:
        """Return the line number in the file of the line with this index."""
        return self.first_line + index

    def headings_between(self, start: int, stop: int) -> tuple[Heading, ...]:
        """Return the headings on the lines from `start` to before `stop`, found by halving."""
        first = bisect_left(self.headings, start, key=_line_of)
        return self.headings[first : bisect_left(self.headings, stop, first, key=_line_of)]

    def headings_before(self, stop: int, most: int) -> tuple[Heading, ...]:
        """Return the last headings above a line, at most so many."""
        end = bisect_left(self.headings, stop, key=_line_of)
        return self.headings[max(0, end - most) : end]


def _line_of(heading: Heading) -> int:
    return heading.index


class _Scanner:
    """Walks the lines once and remembers whether it is inside a fence, a comment or a list."""

    def __init__(self) -> None:
        self.fence = ""
        self.in_comment = self.in_list = False
        self.blank_before = True
        self.admonition = ""

    def see(self, line: str) -> tuple[str, bool]:
        """Return the line's visible text and whether it is code; what an admonition holds loses its indentation."""
        line = self._outside_admonition(line)
        if self._is_fenced(line):
            return "", True
        visible = self._without_comments(line)
        blank = not visible or visible.isspace()
        code = self.blank_before and not self.in_list and not blank and _INDENTED.match(line) is not None
        self.in_list = (self.in_list and (blank or visible[:1] in " \t")) or _LIST.match(visible) is not None
        self.blank_before = blank or (code and self.blank_before)
        # The line counts for what it opens and closes, but nothing is read from one that is too long.
        return ("", True) if code or len(line) > LONGEST_LINE else (visible, False)

    def _is_fenced(self, line: str) -> bool:
        """Return whether the line opens a block of code, closes it or stands in it."""
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if self.fence:
            if match and match["fence"].startswith(self.fence) and not match["info"].strip():
                self.fence = ""
            return True
        if match and not self.in_comment and "`" not in match["info"]:
            self.fence = match["fence"]
        return bool(self.fence)

    def _outside_admonition(self, line: str) -> str:
        if self.admonition and (not line.strip() or line.startswith(self.admonition)):
            return line[len(self.admonition) :]
        marked = ("!!!" in line or "???" in line) and not self.fence and not self.in_comment
        match = _ADMONITION.match(line) if marked else None
        self.admonition = match["indent"] + "    " if match else ""
        if match:
            self.in_list = False
        return line

    def _without_comments(self, line: str) -> str:
        if not self.in_comment and "<!--" not in line:
            return line
        shown, position, ticks, counted = [], 0, 0, 0
        while position < len(line):
            if self.in_comment:
                end = line.find("-->", position)
                stop = len(line) if end < 0 else end + 3
                self.in_comment = end < 0
                shown.append(" " * (stop - position))
            else:
                start = line.find("<!--", position)
                ticks, counted = ticks + line.count("`", counted, max(start, counted)), max(start, counted)
                quoted = start >= 0 and ticks % 2 == 1
                stop = len(line) if start < 0 else start + 4 if quoted else start
                self.in_comment = start >= 0 and not quoted
                shown.append(line[position:stop])
            position = stop
        return "".join(shown)


def scan_body(text: str, first_line: int) -> Body:
    """Return the body's lines, visible text and headings; takes time linear in the text's length.

    Nothing is visible of a line that is too long, nor below more headings than are read.
    """
    lines = tuple(text.split("\n"))
    scanner = _Scanner()
    visible, code = map(list, zip(*map(scanner.see, lines), strict=True))
    found = _find_headings(visible)
    if len(found) > MOST_READ_HEADINGS:
        hidden = len(lines) - found[MOST_READ_HEADINGS][2]
        visible[-hidden:], code[-hidden:] = [""] * hidden, [False] * hidden
    headings = _with_ends(found[:MOST_READ_HEADINGS], len(lines))
    return Body(lines, tuple(visible), tuple(code), headings, first_line)


def _find_headings(visible: Sequence[str]) -> list[tuple[int, str, int]]:
    """Return level, text and line index of each heading."""
    found: list[tuple[int, str, int]] = []
    before = ""
    for index, line in enumerate(visible):
        if "#" in line and (match := _HEADING.match(line)):
            found.append((len(match["marks"]), _without_closing_marks(match["text"] or ""), index))
        elif (level := _UNDERLINES.get(line.lstrip()[:1])) and _UNDERLINE.match(line) and _is_paragraph(before):
            found.append((level, before.strip(), index - 1))
        before = line
    return found


def _with_ends(found: Sequence[tuple[int, str, int]], last: int) -> tuple[Heading, ...]:
    """Return the headings with the line where each ends: it waits for the next one of its level or a higher one."""
    ends = [last] * len(found)
    waiting: list[int] = []
    for position, (level, _, index) in enumerate(found):
        while waiting and found[waiting[-1]][0] >= level:
            ends[waiting.pop()] = index
        waiting.append(position)
    return tuple(Heading(*heading, end) for heading, end in zip(found, ends, strict=True))


def _without_closing_marks(text: str) -> str:
    bare = text.strip().rstrip("#")
    return bare.strip() if not bare or bare[-1].isspace() else text.strip()


def _is_paragraph(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and stripped[0] not in "#|>" and not _LIST.match(line) and not _UNDERLINE.match(line)


def find_complexity(body: Body, path: str) -> Problem | None:
    """Return a problem when rendering the body could take minutes or overflow the stack; None for all real documents.

    Python-Markdown needs quadratic time for some repeated characters and recurses for others. The bounds are counts
    per line and per paragraph, so the check is linear. 551 real postmortems stay far below each of them.
    """
    if sum(map(len, body.lines)) + len(body.lines) - 1 > LONGEST_RENDERED:
        return _too_complex(
            path,
            body.number(0),
            f"the body has more than {LONGEST_RENDERED // 1024} KiB",
            "move logs into files of their own",
        )
    if len(body.headings) > MOST_HEADINGS:
        return _too_complex(
            path,
            body.number(body.headings[MOST_HEADINGS].index),
            f"more than {MOST_HEADINGS} headings",
            "split the document",
        )
    brackets = definitions = 0
    for index, line in enumerate(body.lines):
        brackets = brackets + line.count("[") + line.count("<") if line.strip() else 0
        definitions += line.startswith((":", "*[", "[^"))
        if reason := _excess(line, brackets, definitions, code=body.code[index]):
            return _too_complex(path, body.number(index), reason, "shorten it, or move it into a file of its own")
    return None


def _excess(line: str, brackets: int, definitions: int, *, code: bool) -> str:
    if len(line) > LONGEST_LINE:
        return f"a line has more than {LONGEST_LINE} characters"
    if brackets > (MOST_CODE_BRACKETS if code else MOST_BRACKETS):
        return f"a paragraph has more than {MOST_BRACKETS} opening brackets"
    if definitions > MOST_DEFINITIONS:
        return f"more than {MOST_DEFINITIONS} definitions"
    nesting = _NESTING.match(line)
    depth = len(_MARK.findall(nesting[0])) if nesting else 0
    indent = len(line) - len(line.lstrip(" ")) + 3 * line[: len(line) - len(line.lstrip())].count("\t")
    if depth > DEEPEST_NESTING or indent // 2 > 4 * DEEPEST_NESTING:
        return f"lists or quotes are nested more than {DEEPEST_NESTING} deep"
    return ""


def _too_complex(path: str, line: int, message: str, hint: str) -> Problem:
    return BODY_TOO_COMPLEX.at(Location(path, line), message, hint)
