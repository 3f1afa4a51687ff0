"""Keys in the order of the documentation: id, title, kind, severity, status, times, and so on."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.editing.fixes.header import Edit, Header
from mkdocs_postmortem.editing.front_matter_writer import field_rank
from mkdocs_postmortem.settings import squash

_FIRST, _LAST = (-1, 0), (1_000, 0)


def find_key_order(header: Header) -> Iterator[Edit]:
    """Yield one edit that puts the keys in order, each with the comments above it; none when they are in order.

    Keys of the author's own stay behind the known ones, in the order in which they stand. A block that does not hold
    one key a line is left alone.
    """
    lines = [place.line for place in header.root.keys.values()]
    if len(set(lines)) != len(lines) or any(place.column > 1 for place in header.root.keys.values()):
        return
    starts = [_first_comment(header, line) for line in lines]
    ends = [*starts[1:], header.closing_line]
    texts = ["".join(header.lines_between(*numbers)) for numbers in zip(starts, ends, strict=True)]
    entries = list(zip(header.root.keys, texts, strict=True))
    ordered = sorted(entries, key=lambda entry: _rank(entry[0], header))
    if ordered != entries:
        yield header.replace_lines(starts[0], header.closing_line, "".join(text for _, text in ordered))


def _first_comment(header: Header, line: int) -> int:
    """Return the number of the first of the comment lines that stand right above a line, or of the line itself."""
    while line > 2 and header.manuscript.bare(line - 1).startswith("#"):  # noqa: PLR2004  # line 1 is the border
        line -= 1
    return line


def _rank(key: str, header: Header) -> tuple[int, int]:
    if key == "$schema":
        return _FIRST
    own = {field.name for field in header.settings.fields}
    name = None if key in own else header.vocabulary.fields.get(squash(key.split("(", maxsplit=1)[0]) or key)
    return field_rank(name.split(".", maxsplit=1)[0]) if name else _LAST
