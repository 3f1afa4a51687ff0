"""Keys under their canonical names: `Incident ID:` becomes `id:`, `start time:` becomes `started_at:`."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.editing.fixes.header import Edit, Header
from mkdocs_postmortem.reading.yaml_events import Node
from mkdocs_postmortem.settings import squash

_BLOCKS = ("impact", "detection", "communication")


def find_key_names(header: Header) -> Iterator[Edit]:
    """Yield an edit for every key that is understood under another name, at the top and in blocks such as `impact`."""
    own = {field.name for field in header.settings.fields}
    fields = header.vocabulary.fields
    for key, node in header.root.value.items():
        # Words in brackets may say a zone or a unit, which would be lost.
        name = fields.get(squash(key)) if key not in own and "(" not in key else None
        if name and "." not in name:
            yield from _renamed(header, header.root, key, name)
        if name in _BLOCKS and isinstance(node.value, dict):
            for inner in node.value:
                found = fields.get(squash(inner), "")
                if found.startswith(f"{name}."):
                    yield from _renamed(header, node, inner, found.removeprefix(f"{name}."))


def _renamed(header: Header, mapping: Node, key: str, name: str) -> Iterator[Edit]:
    if key != name and name not in mapping.keys:
        place = mapping.keys[key]
        if edit := header.replace_scalar(Node(key, place, raw=key), name):
            yield edit
