"""The comments that hide problems: what they name, which lines they cover, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_postmortem.model import Ignore
from mkdocs_postmortem.problems import INVALID_IGNORE, Location, Problem
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.comments import Comment, find_comments, holds_comments
from mkdocs_postmortem.reading.ignore_words import EVERYWHERE, Fault, Wish, read_wish
from mkdocs_postmortem.reading.reach import find_reach, is_between_rows
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.yaml_comments import YamlComment, find_yaml_comments

MOST_IGNORES = 100
"""Most comments of a document that are read: who needs more wants `ignore-file`, or a level in the settings."""

Lines = tuple[int, int | None]
"""Numbers of the first and the last line, None for the end of the document."""

_FIRST_LINE = 2
_OURS = re.compile(r"(?<!\S)#+[ \t]*postmortem[ \t:]", re.IGNORECASE)
_WHOLE: Lines = (1, None)


@dataclass(frozen=True, slots=True)
class _Found:
    """A comment with its place in the file. `lines` finds those that it covers there; `fault` is that of its place."""

    text: str
    line: int
    column: int
    lines: Callable[[], Lines]
    fault: Fault | None = None


def find_ignores(
    block: str | None, text: str, body: Body, path: str, vocabulary: Vocabulary
) -> tuple[tuple[Ignore, ...], tuple[Problem, ...]]:
    """Return the comments that hide problems, and a problem for each that cannot be used: such a one hides nothing.

    `block` is the front matter, None where there is none or it cannot be read; `text` is that of the body. Takes time
    linear in both.
    """
    found = [*_in_front_matter(block or ""), *(_in_body(body) if holds_comments(text) else ())]
    ignores: list[Ignore] = []
    problems: list[Problem] = []
    for one in found:
        read = _read(one, vocabulary, excess=len(ignores) + len(problems) == MOST_IGNORES)
        if isinstance(read, Ignore):
            ignores.append(read)
        elif read is not None:
            problems.append(INVALID_IGNORE.at(Location(path, one.line, one.column), read.message, read.hint))
        if len(ignores) + len(problems) > MOST_IGNORES:
            break
    return tuple(ignores), tuple(problems)


def _read(found: _Found, vocabulary: Vocabulary, *, excess: bool) -> Ignore | Fault | None:
    """Return what a comment hides, or why it cannot; None for a comment about anything else."""
    wish = read_wish(found.text, vocabulary)
    if not isinstance(wish, Wish):
        return wish
    if excess:
        return Fault(f"there are more than {MOST_IGNORES} such comments", f"use {EVERYWHERE}, or levels in mkdocs.yml")
    if found.fault:
        return found.fault
    first, last = _WHOLE if wish.everywhere else found.lines()
    codes = tuple(kind.code for kind in wish.kinds)
    return Ignore(codes=codes, reason=wish.reason, line=found.line, column=found.column, first=first, last=last)


def _in_body(body: Body) -> Iterator[_Found]:
    for comment in find_comments(body):
        place = body.number(comment.start), comment.column + 1
        yield _Found(comment.text, *place, partial(_lines_in_body, body, comment), _fault_of_place(body, comment))


def _lines_in_body(body: Body, comment: Comment) -> Lines:
    first, end = find_reach(body, comment)
    return _WHOLE if end is None else (body.number(first), body.number(end - 1))


def _fault_of_place(body: Body, comment: Comment) -> Fault | None:
    if not comment.closed:
        return Fault("the comment is never closed, and all text below it is part of it", "close it with -->")
    if is_between_rows(body, comment):
        return Fault("the comment stands between two rows and ends the table", "put it at the end of a row")
    return None


def _in_front_matter(block: str) -> Iterator[_Found]:
    lines = block.split("\n")
    for comment in find_yaml_comments(block, _OURS):
        number, column = _FIRST_LINE + comment.line, comment.column + 1
        yield _Found(comment.text, number, column, partial(_lines_in_front_matter, lines, comment))


def _lines_in_front_matter(lines: Sequence[str], comment: YamlComment) -> Lines:
    """Return the line of a comment that stands behind a value, else also those of the entry below the comment."""
    is_alone = not lines[comment.line][: comment.column].strip()
    last = _end_of_entry(lines, comment.line + 1) if is_alone else comment.line
    return _FIRST_LINE + comment.line, _FIRST_LINE + last


def _end_of_entry(lines: Sequence[str], start: int) -> int:
    """Return the index of the last line of the next key or entry: those that are indented below it belong to it."""
    first = next((n for n in range(start, len(lines)) if not _is_empty(lines[n])), None)
    if first is None:
        return start - 1
    indent, is_entry, last = _indent(lines[first]), _is_entry(lines[first]), first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        # YAML lets the entries of a list stand right below their key.
        inside = _indent(line) > indent or (_indent(line) == indent and _is_entry(line) and not is_entry)
        if not inside and not _is_empty(line):
            break
        last = number if inside else last
    return last


def _is_entry(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _is_empty(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
