"""What libyaml says of a block that is no YAML, as a problem with a way out."""

from __future__ import annotations

import yaml

from mkdocs_postmortem.problems import INVALID_YAML, Location, Problem

_NEVER_CLOSED = ("found unexpected end of stream", "did not find expected ',' or")
_HINTS = (
    ("cannot start any token", "\t", "indent with spaces, not tabs"),
    ("cannot start any token", "", "put the value in quotes"),
    ("mapping values are not allowed", "", 'put the value in quotes: it holds ": "'),
    ("could not find expected ':'", "", 'write "key: value", and put long text in quotes'),
    ("did not find expected key", "", "check indentation and quotes on this line and the one before"),
    ("did not find expected ',' or", "", "close the bracket, or put the text in quotes"),
    ("found unexpected end of stream", "", "close the quote"),
    ("unknown escape character", "", "use single quotes, or double the backslash"),
    ("invalid Unicode character escape", "", "type the character itself"),
    ("hexadecimal", "", "type the character itself"),
)


def syntax_problem(error: yaml.YAMLError, block: str, path: str, first_line: int) -> Problem:
    """Return what is wrong with a block of YAML that begins on a line of the file, where, and what to do about it."""
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read")
    # What is never closed is best shown where it opens, not where the block ends.
    opened = getattr(error, "context_mark", None) if reason.startswith(_NEVER_CLOSED) else None
    mark = opened or getattr(error, "problem_mark", None)
    if mark is None:
        return INVALID_YAML.at(Location(path, first_line), f"invalid YAML: {reason}")
    lines = block.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    here = line[mark.column : mark.column + 1]
    hint = next(
        (text for part, sign, text in _HINTS if part in reason and (not sign or sign == here)), "check the line"
    )
    return INVALID_YAML.at(Location(path, mark.line + first_line, mark.column + 1), f"invalid YAML: {reason}", hint)
