"""Where front matter begins and ends, decided once and strictly; `handler` offers the same to python-frontmatter.

MkDocs and python-frontmatter disagree on 15 of 34 tried header shapes. Each disagreement is a way to look internal to
one and public to the other, so we accept exactly one shape: `---` as the first line, `---` as the closing line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from mkdocs_postmortem.problems import (
    FOREIGN_FRONT_MATTER,
    FOREIGN_LINE_BREAK,
    MALFORMED_DELIMITER,
    NO_FRONT_MATTER,
    SECOND_FRONT_MATTER,
    UNCLOSED_FRONT_MATTER,
    YAML_DIRECTIVE,
    Kind,
    Location,
    Problem,
)
from mkdocs_postmortem.reading.source_file import location_at

BOUNDARY = re.compile(r"^---$", re.MULTILINE)
_CLOSING = re.compile(r"\n(?P<line>---)(?=\n|\Z)")
"""The same line with the line end before it: a pattern that begins with a letter of its own is found far sooner."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LONGEST_DELIMITER = 100
_ALMOST_CLOSED = re.compile(r"^(?:-{4,}|\.\.\.|---[^\S\n]+|[^\S\n]+---[^\S\n]*)$", re.MULTILINE)
_HEADER_LINE = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|$)")
_FOREIGN_BREAK = re.compile("[\u0085\u2028\u2029]")
_CLOSERS = re.compile(r"-{3,}|\+{3}|\.{3}|\}|")
_HEADING = re.compile(r"#{1,6}\s")
_LOOKED_AT = 5
_REPORTED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two parts. `block` is None when there is no usable front matter; lines count from 1 in the file."""

    block: str | None
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, path: str) -> Split:
    """Return the two parts of a file's text (line ends already normalised), with what is wrong about the border."""
    first, _, rest = text.partition("\n")
    if first != "---":
        return _no_block(text, path)
    if rest.startswith("%"):
        return _after_directives(text, rest, BOUNDARY.search(rest), path)
    closing = _CLOSING.search(text, len(first))
    stop = closing.start("line") - len("---\n") if closing else len(rest)
    if almost := _almost_closed(rest, stop, closed=closing is not None):
        return _malformed_close(rest, almost, path)
    if closing is None:
        problem = UNCLOSED_FRONT_MATTER.at(
            Location(path), "the front matter block is never closed", "close it with a line of exactly ---"
        )
        return _broken(text, 1, None, problem)
    block, body = rest[:stop], text[closing.end() :].removeprefix("\n")
    body_line = block.count("\n") + 3
    problems = _second_block(body, body_line, path)
    if block.isascii():  # No foreign break is.
        return Split(block, body, body_line, problems)
    return Split(_FOREIGN_BREAK.sub(" ", block), body, body_line, (*_foreign_breaks(block, path), *problems))


def _almost_closed(rest: str, stop: int, *, closed: bool) -> re.Match[str] | None:
    """Return the first line before `stop` that was meant to close the block; an indented one only where none does."""
    if rest.find("---", 0, stop) < 0 and rest.find("...", 0, stop) < 0:  # Every such line holds one of the two.
        return None
    nearly = _ALMOST_CLOSED.finditer(rest, 0, stop)
    return next((match for match in nearly if not (closed and match[0].startswith(" "))), None)


def _after_directives(text: str, rest: str, border: re.Match[str] | None, path: str) -> Split:
    """Return the body below the block that YAML directives and a further `---` would open; the block is not read."""
    hint = "delete the line that begins with %, and the --- below it"
    problem = YAML_DIRECTIVE.at(Location(path, 2), "YAML directives are not read", hint)
    closing = BOUNDARY.search(rest, border.end()) if border else None
    if closing is None:
        return _broken(text, 1, None, problem)
    line = rest.count("\n", 0, closing.start()) + 3
    return Split(None, rest[closing.end() :].removeprefix("\n"), line, (problem,))


def _no_block(text: str, path: str) -> Split:
    kind, line, message, hint = _explain_missing(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    problem = kind.at(Location(path, line), message, hint)
    if kind is NO_FRONT_MATTER:
        return Split(None, text, 1, (problem,))
    return _broken(text, line, _CLOSERS, problem)


def _explain_missing(lines: list[str]) -> tuple[Kind, int, str, str]:
    for number, line in enumerate(lines, start=1):
        stripped = line.strip()
        if stripped.startswith("+++"):
            return (
                FOREIGN_FRONT_MATTER,
                number,
                "the front matter is TOML (+++)",
                "write it as YAML between two lines of ---",
            )
        if number == 1 and (stripped == "{" or stripped.startswith('{"')):
            return FOREIGN_FRONT_MATTER, number, "the front matter is JSON", "write it as YAML between two lines of ---"
        if _is_almost_delimiter(line) and not _COMMENT.sub("", "\n".join(lines[: number - 1])).strip():
            return (
                MALFORMED_DELIMITER,
                number,
                _what_is_wrong(line, number),
                "begin the file with a line of exactly ---",
            )
    if lines and _HEADER_LINE.match(lines[0]):
        message = "the file begins with header lines that are not between two lines of ---"
        return FOREIGN_FRONT_MATTER, 1, message, "put --- above and below them"
    message = "the file does not begin with front matter"
    return NO_FRONT_MATTER, 1, message, "begin it with ---, then severity, status, started_at and services, then ---"


def _is_almost_delimiter(line: str) -> bool:
    """Return whether a line is a delimiter but for what cannot be seen, or for dashes that an editor made longer."""
    if len(line) > _LONGEST_DELIMITER:
        return False
    seen = "".join(c for c in line if c.isprintable() and not c.isspace() and c != "\ufffd")
    dashes = bool(seen) and all(unicodedata.category(c) == "Pd" for c in seen)
    return seen == "..." or (dashes and (len(seen) >= len("---") or not seen.isascii()))


def _what_is_wrong(line: str, number: int) -> str:
    strange = next((c for c in line if c not in "-. \t"), None)
    if strange:
        return f"the line is not exactly ---: it holds U+{ord(strange):04X}"
    if line == "---" and number > 1:
        return "the front matter does not begin on the first line"
    return f'"{line}" is not exactly ---'


def _malformed_close(rest: str, almost: re.Match[str], path: str) -> Split:
    line = rest.count("\n", 0, almost.start()) + 2
    problem = MALFORMED_DELIMITER.at(
        Location(path, line), f'"{almost[0]}" is not exactly ---', "close the front matter with a line of exactly ---"
    )
    return Split(rest[: almost.start()], rest[almost.end() :].removeprefix("\n"), line + 1, (problem,))


def _foreign_breaks(block: str, path: str) -> tuple[Problem, ...]:
    hint = "replace it by a plain line end"
    return tuple(
        FOREIGN_LINE_BREAK.at(
            location_at("\n" + block, match.start() + 1, path),
            f"U+{ord(match[0]):04X} breaks the line for YAML only",
            hint,
        )
        for match in islice(_FOREIGN_BREAK.finditer(block), _REPORTED_AT_MOST)
    )


def _second_block(body: str, body_line: int, path: str) -> tuple[Problem, ...]:
    stripped = body.lstrip("\n")
    if not stripped.startswith("---\n") or not BOUNDARY.search(stripped, 4):
        return ()
    inside = stripped[4 : BOUNDARY.search(stripped, 4).start()]  # type: ignore[union-attr]
    if not inside.strip() or not all(
        _HEADER_LINE.match(line) or line.startswith((" ", "-", "#")) for line in inside.splitlines() if line
    ):
        return ()
    place = Location(path, body_line + len(body) - len(stripped))
    return (SECOND_FRONT_MATTER.at(place, "the body begins with another front matter block", "join the two blocks"),)


def _without_header(lines: list[str], start: int, closers: re.Pattern[str] | None) -> int:
    """Return the index of the first line that is certainly body: a header that cannot be read is never shown.

    That is the line after a closing delimiter, else the first heading below a blank line, else the end.
    """
    for index in range(start, len(lines)):
        if closers and closers.fullmatch(lines[index].strip()):
            return index + 1
        if _HEADING.match(lines[index]) and index and not lines[index - 1].strip():
            return index
    return len(lines)


def _broken(text: str, start: int, closers: re.Pattern[str] | None, problem: Problem) -> Split:
    lines = text.split("\n")
    first = _without_header(lines, start, closers)
    return Split(None, "\n".join(lines[first:]), first + 1, (problem,))
