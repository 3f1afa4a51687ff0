"""Keys that state nothing taken out: `commander: TBD`, `review_at:`, where the settings do not require them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.editing.fixes.header import Edit, Header
from mkdocs_postmortem.reading.placeholders import is_unfilled
from mkdocs_postmortem.reading.yaml_events import Node
from mkdocs_postmortem.settings import squash

_BLOCKS = ("impact", "detection", "communication")


def find_placeholders(header: Header) -> Iterator[Edit]:
    """Yield an edit for every line that holds a key and nothing else, or a placeholder.

    Drafts keep theirs, which is what is left to fill in; so do lines with a comment, and keys that mean nothing here.
    """
    if header.is_draft:
        return
    required = header.settings.required_anywhere()
    fields = header.vocabulary.fields
    for key, node in header.root.value.items():
        name = fields.get(squash(key))
        if name in _BLOCKS and isinstance(node.value, dict):
            yield from _unstated(header, node)
        elif name and name not in required:
            yield from _unstated(header, Node({key: node}, node.place, keys={key: header.root.keys[key]}))


def _unstated(header: Header, mapping: Node) -> Iterator[Edit]:
    for key, node in mapping.value.items():
        line = mapping.keys[key].line
        if _states_nothing(node, header) and _is_alone(header, line, key, node):
            yield header.replace_lines(line, line + 1, "")


def _states_nothing(node: Node, header: Header) -> bool:
    if isinstance(node.value, str):
        return is_unfilled(node.value, header.vocabulary)
    return node.value is None


def _is_alone(header: Header, line: int, key: str, node: Node) -> bool:
    """Return whether a line holds the key and its value, with nothing behind and no comment above."""
    written = header.manuscript.bare(line).strip()
    above = header.manuscript.bare(line - 1).strip()
    bare = written.removeprefix(key).removeprefix(":").strip()
    return not above.startswith("#") and bare in (node.raw, f'"{node.raw}"', f"'{node.raw}'")
