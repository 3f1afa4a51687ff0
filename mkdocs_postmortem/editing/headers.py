"""Front matter of other kinds as a YAML block: TOML between +++, and header lines that lack their delimiters."""

from __future__ import annotations

import re

from mkdocs_postmortem.editing.front_matter_writer import find_block
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.proof import front_matter_faults
from mkdocs_postmortem.settings import Settings

_TOML, _YAML = "+++", "---"
_TEXT = r'(?:"(?:[^"\\]|\\.)*"|\'[^\']*\')'
_PLAIN = r"[0-9A-Za-z:.+-]+"
# Values that TOML and YAML write alike: text, numbers, true and false, times, and lists of them on one line.
_TOML_LINE = re.compile(
    rf"(?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*"
    rf"(?P<value>{_TEXT}|{_PLAIN}|\[[ \t]*(?:(?:{_TEXT}|{_PLAIN})[ \t]*(?:,[ \t]*|(?=\])))*\])"
    r"(?P<rest>[ \t]*(?:[ \t]#.*)?)"
)
_SKIPPED = re.compile(r"[ \t]*(?:#.*)?")


def as_yaml_block(manuscript: Manuscript, settings: Settings) -> Manuscript | None:
    """Return the document with its front matter between two lines of ---, None when that would change a value.

    TOML is rewritten where YAML writes each of its values alike. Header lines without delimiters get them when every
    one of them is a fact that can be read.
    """
    first = manuscript.bare(1) if manuscript.lines else ""
    if first.startswith("{"):  # JSON could stand between --- as it is, but then no line could be added to it.
        return None
    return _from_toml(manuscript) if first == _TOML else _with_delimiters(manuscript, settings)


def _from_toml(manuscript: Manuscript) -> Manuscript | None:
    lines = list(manuscript.lines)
    closing = next((n for n in range(1, len(lines)) if manuscript.bare(n + 1) == _TOML), None)
    if closing is None:
        return None
    for index in range(1, closing):
        line = manuscript.bare(index + 1)
        match = _TOML_LINE.fullmatch(line)
        if match:
            lines[index] = lines[index].replace(line, f"{match['key']}: {match['value']}{match['rest']}", 1)
        elif not _SKIPPED.fullmatch(line):
            return None
    for index in (0, closing):
        lines[index] = lines[index].replace(_TOML, _YAML, 1)
    return manuscript.with_lines(lines)


def _with_delimiters(manuscript: Manuscript, settings: Settings) -> Manuscript | None:
    """Return the document with --- above its header lines, and below them unless it stands there already."""
    end = manuscript.line_end
    last = next((n for n in range(1, len(manuscript.lines) + 1) if not manuscript.bare(n).strip(" -")), None)
    if last is None or last == 1:
        return None
    border = f"{_YAML}{end}"
    closed = [] if manuscript.bare(last) == _YAML else [border]
    lines = manuscript.lines
    opened = manuscript.with_lines([border, *lines[: last - 1], *closed, *lines[last - 1 :]])
    readable = find_block(opened) is not None and not front_matter_faults(opened, settings)
    return opened if readable else None
