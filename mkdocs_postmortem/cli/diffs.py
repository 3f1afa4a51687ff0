"""A change to a document as a unified diff that is safe to print."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.problems import printable

_CONTEXT = 3


def write_diff(before: Manuscript, after: Manuscript) -> Iterator[str]:
    """Yield the lines of a unified diff; control characters of the document are shown and never sent."""
    old, new = ([line.rstrip("\r\n") for line in text.lines] for text in (before, after))
    same = _common_end(old, new) - _CONTEXT
    if same > 0:  # Comparing what is equal takes quadratic time in a hostile document.
        old, new = old[:-same], new[:-same]
    for line in difflib.unified_diff(old, new, before.path, after.path, lineterm="", n=_CONTEXT):
        yield printable(line)


def _common_end(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(reversed(old), reversed(new), strict=False)
    return next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
