"""Correcting the front matter of a small document."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.editing.fixes.fix import Fixed, fix_postmortem
from mkdocs_postmortem.editing.manuscript import Manuscript
from tests.documents import settings_of

BODY = "\n# Checkout failed\n\n## Summary\n\nstatus: Published, on 2026/03/01.\n"


def fix(text: str, **options: Any) -> Fixed:
    """Return what correcting a document gives."""
    return fix_postmortem(Manuscript(text, "a.md", "a.md"), settings_of(options))


def fixed_lines(*lines: str, **options: Any) -> list[str]:
    """Return the lines of a front matter block after its correction; the body must be what it was."""
    after = fix("\n".join(["---", *lines, "---", BODY]), **options).after.text
    block, border, body = after.removeprefix("---\n").partition("---\n")
    assert (border, body) == ("---\n", BODY)
    return block.splitlines()
