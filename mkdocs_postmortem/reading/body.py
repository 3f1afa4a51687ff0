"""One linear pass over a body: what is code or comment is blanked, headings are found, the rest is left as written.

A Markdown parser over whole bodies costs 17 times everything else, so the parts that need one ask for it themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
_NOTABLE_SIGNS = ("```", "~~~", "<!--", "!!!", "???", "\n    ", "\n\t")
"""What a line holds, or begins with, that can make it or those below it anything but text as written."""
_HEADING_SIGNS = {"#", *_UNDERLINES}
_DEFINITION_BEGINNINGS = (":", "*[", "[^")
_DEFINITION_LINES = tuple(f"\n{beginning}" for beginning in _DEFINITION_BEGINNINGS)
_DEEP = re.compile(r"\n[\s\d>*+.)-]{20}")
"""The beginning of every line that is nested or indented too deep, and of few others."""

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


@dataclass(frozen=True, eq=False)  # Two are never compared; what is found in one can be remembered by it.
class Body:
    """The lines of a body twice: `lines` as written, `visible` with code and comments blanked (same length).

    `first_line` is the number in the file of `lines[0]`; `code` tells for each line whether it is code, and `begins`
    the first sign of its visible text that is no blank, empty for a blank line. `text` and `shown` are the lines and
    the visible lines as one text: one search there tells readers whether a look at each line can find anything.
    """

    lines: tuple[str, ...]
    visible: tuple[str, ...]
    code: tuple[bool, ...]
    begins: tuple[str, ...]
    headings: tuple[Heading, ...]
    first_line: int
    text: str
    shown: str

    def lines_with(self, sign: str) -> list[int]:
        """Return the indexes of the visible lines that hold a sign, in order.

        Looking for it in the whole text takes a tenth of a look at each line, and next to nothing where none holds it.
        """
        shown, found, index, stop = self.shown, list[int](), 0, 0
        while (position := shown.find(sign, stop)) >= 0:
            index += shown.count("\n", stop, position)
            found.append(index)
            stop = shown.find("\n", position)
            if stop < 0:
                break
        return found

    def lines_ending_with(self, sign: str) -> list[int]:
        """Return the indexes of the visible lines of which a sign is the last one that is no blank."""
        return [index for index in self.lines_with(sign) if self.visible[index].rstrip().endswith(sign)]

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

    @property
    def inside(self) -> bool:
        """Return whether the next line may be changed by those seen, whatever it holds."""
        return bool(self.fence or self.in_comment or self.admonition)

    def catch_up(self, lines: Sequence[str]) -> None:
        """Take note of plain lines that were not seen: only the last of them tell whether a list is open."""
        if not lines:
            return
        self.blank_before = not lines[-1] or lines[-1].isspace()
        for line in reversed(lines):
            if _LIST.match(line):
                self.in_list = True
                return
            if line and line[0] not in " \t" and not line.isspace():
                self.in_list = False
                return

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
    visible, code = _look_at(text, lines)
    begins = [line.lstrip()[:1] for line in visible]
    found = _find_headings(visible, begins)
    if len(found) > MOST_READ_HEADINGS:
        hidden = len(lines) - found[MOST_READ_HEADINGS][2]
        visible[-hidden:], code[-hidden:], begins[-hidden:] = [""] * hidden, [False] * hidden, [""] * hidden
    headings = _with_ends(found[:MOST_READ_HEADINGS], len(lines))
    return Body(lines, tuple(visible), tuple(code), tuple(begins), headings, first_line, text, "\n".join(visible))


def _look_at(text: str, lines: tuple[str, ...]) -> tuple[list[str], list[bool]]:
    """Return the visible text of each line and whether it is code.

    Most lines are text as written, and only notable ones can change that, so the scanner sees no line before the first
    of those, and none where it stands outside of everything; it catches up on lists when it needs to know.
    """
    notable = list(range(len(lines))) if _has_long_line(text, lines) else _notable_lines(text)
    visible, code = list(lines), [False] * len(lines)
    scanner, done = _Scanner(), 0
    for start in notable:
        if start < done:
            continue
        scanner.catch_up(lines[done:start])
        done = start
        while done == start or (scanner.inside and done < len(lines)):
            visible[done], code[done] = scanner.see(lines[done])
            done += 1
    return visible, code


def _has_long_line(text: str, lines: Sequence[str]) -> bool:
    """Return whether a line is too long to be read; none of a short text is."""
    return len(text) > LONGEST_LINE and max(map(len, lines)) > LONGEST_LINE


def _notable_lines(text: str) -> list[int]:
    """Return the indexes of the lines that hold, or begin with, something notable, some of them more than once."""
    text = f"\n{text}"
    # Whether a text holds one character is known sooner than whether it holds several in a row.
    signs = tuple([sign for sign in _NOTABLE_SIGNS if sign.lstrip("\n")[0] in text and sign in text])
    found, line, position = [], -1, 0
    for match in _any_of(signs).finditer(text) if signs else ():
        line += text.count("\n", position, match.end() - 1)
        position = match.end() - 1
        found.append(line)
    return found


@lru_cache(maxsize=128)
def _any_of(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of some signs: looking for the one that is there is several times faster than for all."""
    return re.compile("|".join(map(re.escape, signs)))


def _find_headings(visible: Sequence[str], begins: Sequence[str]) -> list[tuple[int, str, int]]:
    """Return level, text and line index of each heading."""
    found: list[tuple[int, str, int]] = []
    for index in [index for index, sign in enumerate(begins) if sign in _HEADING_SIGNS]:
        line, before = visible[index], visible[index - 1] if index else ""
        if "#" in line and (match := _HEADING.match(line)):
            found.append((len(match["marks"]), _without_closing_marks(match["text"] or ""), index))
        elif (level := _UNDERLINES.get(begins[index])) and _UNDERLINE.match(line) and _is_paragraph(before):
            found.append((level, before.strip(), index - 1))
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
    if len(body.text) > LONGEST_RENDERED:
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
    return None if _is_simple(body) else _complexity_of_lines(body, path)


def _is_simple(body: Body) -> bool:
    """Return whether no line or paragraph can be too complex: the whole body has less than is allowed in one."""
    text = f"\n{body.text}"
    return (
        text.count("[") + text.count("<") <= MOST_BRACKETS
        and (len(body.lines) <= MOST_DEFINITIONS or sum(map(text.count, _DEFINITION_LINES)) <= MOST_DEFINITIONS)
        and not _has_long_line(body.text, body.lines)
        and _DEEP.search(text) is None
    )


def _complexity_of_lines(body: Body, path: str) -> Problem | None:
    brackets = definitions = 0
    for index, line in enumerate(body.lines):
        brackets = brackets + line.count("[") + line.count("<") if line.strip() else 0
        definitions += line.startswith(_DEFINITION_BEGINNINGS)
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
