"""A section of the body: a heading and what stands below it."""

from __future__ import annotations

from mkdocs_postmortem.model.value import Value


class Section(Value):
    """A heading and the lines below it, up to the next heading of the same or a higher level.

    `key` is the vocabulary's name for it (`summary`, `action-items`, …) or None; `line` counts from 1 in the file;
    `content` is "text", "placeholder" (only the template's words) or "empty".
    """

    key: str | None
    heading: str
    level: int
    line: int
    text: str
    content: str = "text"
