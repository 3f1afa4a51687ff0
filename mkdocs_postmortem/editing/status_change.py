"""What shall become of an item, one way to write it, and what came of the attempt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.patches import Patch
from mkdocs_postmortem.model import ActionItem, ItemStatus


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The wanted status: done (on a day), won't do (for a reason of one line), or open again."""

    status: ItemStatus
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to write a change; `dated` when it states the day."""

    patches: tuple[Patch, ...]
    dated: bool = False


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line before and after, without its end; None before for a new line, None after for one taken out.

    `number` is the line's in the new text, of a line taken out in the old one.
    """

    number: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """A document with the status of one item changed. `lines` is empty when the item had that status already.

    `item` is the item as it was read before; `note` says what the author should know about the change.
    """

    manuscript: Manuscript
    item: ActionItem
    lines: tuple[ChangedLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document was left as it is, in sentences for its author; each is one line."""

    reasons: tuple[str, ...]
