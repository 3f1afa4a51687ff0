"""Front matter lines: values written so that our reader gives them back, added without touching what is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.yaml_events import Node, compose_front_matter, plain

FieldValue = str | int | float | tuple[str, ...]
"""A value to write: one line of text, a number, or a list of texts."""

_DELIMITER = "---"
_LARGEST_SHORT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Block:
    """The front matter of a document: its keys and values, and the number of the line that closes it.

    `root` is None for a block that holds nothing but blanks and comments. `faithful` tells whether the values are all
    that stands there: YAML that is refused is not among them.
    """

    root: Node | None
    closing_line: int
    faithful: bool = True


def find_block(manuscript: Manuscript) -> Block | None:
    """Return the front matter block between two lines of ---, None when there is none or it holds no mapping."""
    split = split_front_matter(manuscript.source.text, manuscript.path)
    if split.block is None:
        return None
    root, problems = compose_front_matter(split.block, manuscript.path)
    if root is None and any(line.strip() and not line.startswith("#") for line in split.block.split("\n")):
        return None
    return Block(root, split.body_line - 1, faithful=not problems)


def add_fields(manuscript: Manuscript, values: Mapping[str, FieldValue]) -> Manuscript:
    """Return the document with these fields at the end of its front matter, or in a new block before everything.

    Keys are names or dotted paths such as `impact.regions`; they are written in the order of the model.
    """
    if not values:
        return manuscript
    end, block = manuscript.line_end, find_block(manuscript)
    lines = [f"{line}{end}" for line in write_fields(values)]
    if block is None:
        border = f"{_DELIMITER}{end}"
        return manuscript.with_lines([border, *lines, border, *manuscript.lines])
    indent = " " * _indent(block.root)
    stop = block.closing_line - 1
    return manuscript.with_lines(
        [*manuscript.lines[:stop], *(indent + line for line in lines), *manuscript.lines[stop:]]
    )


def write_fields(values: Mapping[str, FieldValue]) -> list[str]:
    """Return the lines that state these values; the facts of a block stand together, indented below its name."""
    lines: list[str] = []
    opened = ""
    for path in sorted(values, key=field_rank):
        block, _, name = path.rpartition(".")
        if block and block != opened:
            lines.append(f"{block}:")
        opened = block
        lines.append(f"{'  ' if block else ''}{name}: {write_value(values[path])}")
    return lines


def write_value(value: FieldValue) -> str:
    """Return a value as YAML on one line; quotes stand only where the text would be read as something else."""
    if isinstance(value, tuple):
        return f"[{', '.join(_scalar(entry, 'k: [{}]') for entry in value)}]"
    return _scalar(value, "k: {}") if isinstance(value, str) else str(value)


def _scalar(text: str, place: str) -> str:
    root, problems = compose_front_matter(place.format(text.replace("\n", " ")), "")
    same = root is not None and not problems and plain(root) in ({"k": text}, {"k": (text,)})
    return text if same else "".join(c if c.isprintable() else _escape(c) for c in json.dumps(text, ensure_ascii=False))


def _escape(character: str) -> str:
    r"""Return a character as YAML's double quotes have it: `\u2028`, `\U000e0001`."""
    code = ord(character)
    return f"\\U{code:08x}" if code > _LARGEST_SHORT else f"\\u{code:04x}"


def field_rank(path: str) -> tuple[int, int]:
    """Return the position of a field in the model, and of a fact of a block in its block."""
    block, _, name = path.rpartition(".")
    fields = list(Facts.model_fields)
    top = block or name
    inner = list(type(Facts.model_fields[block].default).model_fields) if block else []
    return (
        fields.index(top) if top in fields else len(fields),
        inner.index(name) if name in inner else 0,
    )


def _indent(root: Node | None) -> int:
    """Return how many blanks stand before the keys of a block."""
    return min((place.column for place in root.keys.values()), default=1) - 1 if root else 0
