"""A site of one incident, one page and one picture, for bodies to lead to."""

from __future__ import annotations

from mkdocs_postmortem.reading.links import WikiName
from mkdocs_postmortem.rendering.links import Finder, Mention

ADDRESSES = {"other.md": "../other/", "other.md#impact": "../other/#impact", "graph.png": "../assets/graph.png"}


def find_file(target: str) -> str | None:
    """Know two files; addresses of other hosts and anchors stay."""
    return target if target.startswith(("https:", "#")) else ADDRESSES.get(target)


def find_word(text: str) -> Mention | None:
    """Know one incident, by id and file name."""
    return Mention("../other/", 'It "failed"') if text.upper() in ("INC-2026-014", "OTHER.MD") else None


def find_wiki(name: WikiName) -> Mention | None:
    """Know the same incident."""
    found = find_word(name.name)
    return Mention(found.address + (f"#{name.anchor}" if name.anchor else ""), found.title) if found else None


KNOWN = Finder(find_file, find_word, find_wiki)
"""Finds `other.md`, which is INC-2026-014, and `graph.png`."""
