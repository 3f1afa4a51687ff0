"""A link of the body as its author wrote it: where it points is judged later, beside the other documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reference:
    """A link, an image or a wiki link that leads to something of the repository, or to a heading of its own document.

    `target` is what stands in the brackets: a path relative to the document (still percent-encoded), `#anchor`, or
    for a wiki link an id or a file name. `line` and `column` tell where the link begins; both count from 1.
    """

    target: str
    form: Literal["link", "image", "wiki"]
    line: int
    column: int
