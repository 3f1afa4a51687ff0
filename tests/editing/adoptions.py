"""Adopting a text in a test, and what stands below the front matter of the result."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.editing.adopt import Adoption, adopt_postmortem
from mkdocs_postmortem.editing.foreign import ORIGINS
from mkdocs_postmortem.editing.manuscript import Manuscript
from tests.documents import settings_of


def manuscript_of(text: str, name: str = "incident.md") -> Manuscript:
    """Return a text as the file of this name."""
    return Manuscript(text, name, name)


def adopt(
    text: str, name: str = "incident.md", *, origin: str | None = None, tidy: bool = False, **options: Any
) -> Adoption:
    """Return what adopting a file of this name and text gives."""
    tool = ORIGINS[origin] if origin else None
    return adopt_postmortem(manuscript_of(text, name), settings_of(options), tool, tidy=tidy)


def adopted(text: str, name: str = "incident.md", **options: Any) -> str:
    """Return the new text."""
    return adopt(text, name, **options).after.text


def block_of(text: str) -> list[str]:
    """Return the lines between the delimiters."""
    first, *rest = text.removeprefix("\ufeff").splitlines()
    assert first == "---", text
    return rest[: rest.index("---")]


def notes(adoption: Adoption) -> list[str]:
    """Return the gaps as printed."""
    return [str(gap) for gap in adoption.gaps]
