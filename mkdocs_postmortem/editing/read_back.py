"""Reading a changed document back: whether one item has the wanted status and everything else reads as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.patches import Patched
from mkdocs_postmortem.editing.status_change import Candidate, StatusChange
from mkdocs_postmortem.model import ActionItem, Facts, ItemStatus, Postmortem
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.document import ReadResult, read_postmortem
from mkdocs_postmortem.settings import Settings

_FACTS = (*(name for name in Facts.model_fields if name != "action_items"), "id", "title", "slug", "summary")
_PLACES = {"line": 1, "column": 1, "restated_line": None}
_STATUS = {"status": ItemStatus.OPEN, "stated_status": None, "completed_at": None, "reason": None}


def read_manuscript(manuscript: Manuscript, settings: Settings) -> ReadResult:
    """Return what the reader makes of a document."""
    return read_postmortem(manuscript.source, settings)


def find_item(postmortem: Postmortem, number: int) -> ActionItem | None:
    """Return the item with this number, None when there is none or more than one."""
    found = [item for item in postmortem.action_items if item.number == number]
    return found[0] if len(found) == 1 else None


def reads_as_wanted(
    before: ReadResult, after: ReadResult, patched: Patched, item: ActionItem, change: StatusChange, way: Candidate
) -> bool:
    """Return whether the item has become what the change asks for, and nothing else reads otherwise than before."""
    found = find_item(after.postmortem, item.number)
    return (
        found is not None
        and _is_changed(item, found, change, change.on if way.dated else item.completed_at)
        and _same_items(before.postmortem, after.postmortem, patched, item.number)
        and _same_rest(before.postmortem, after.postmortem, patched)
        and not _new_problems(before.problems, after.problems, patched.origin)
    )


def _is_changed(item: ActionItem, found: ActionItem, change: StatusChange, on: date | None) -> bool:
    """Return whether one item differs from itself by the change alone."""
    if item.model_copy(update=_PLACES | _STATUS) != found.model_copy(update=_PLACES | _STATUS):
        return False
    if change.status is ItemStatus.OPEN:
        return found.is_open and found.completed_at is None and found.reason in (None, item.reason)
    if change.status is ItemStatus.WONT_DO:
        return found.status is ItemStatus.WONT_DO and _same_words(found.reason or "", change.reason)
    return found.status is ItemStatus.DONE and found.completed_at == on and found.reason in (None, item.reason)


def _same_words(read: str, wanted: str) -> bool:
    """Return whether two reasons are the same but for blanks and the full stop at the end."""
    return " ".join(read.split()).rstrip(".。") == " ".join(wanted.split()).rstrip(".。")


def _same_items(before: Postmortem, after: Postmortem, patched: Patched, number: int) -> bool:
    """Return whether all items stand where they stood, and the others say what they said."""
    if len(before.action_items) != len(after.action_items):
        return False
    return all(
        old.number == new.number
        and patched.origin(new.line) == old.line
        and (old.number == number or old.model_copy(update=_PLACES) == new.model_copy(update=_PLACES))
        for old, new in zip(before.action_items, after.action_items, strict=True)
    )


def _same_rest(before: Postmortem, after: Postmortem, patched: Patched) -> bool:
    """Return whether facts, sections and timeline are the same, on the lines where they were."""
    return (
        all(getattr(before, name) == getattr(after, name) for name in _FACTS)
        and _outline(before, lambda line: line) == _outline(after, patched.origin)
        and before.renderable == after.renderable
    )


def _outline(postmortem: Postmortem, origin: Callable[[int], int]) -> list[object]:
    """Return everything of the body that has a line, with the line that it had before the change.

    Whether a section is still the template's may change with the words of its only item.
    """
    found: list[object] = [(s.key, s.heading, s.level, origin(s.line)) for s in postmortem.sections]
    found += [entry.model_copy(update={"line": origin(entry.line)}) for entry in postmortem.timeline]
    found += [(field, fact.value, origin(fact.line)) for field, fact in postmortem.stated_in_body.items()]
    return found


def _new_problems(before: Iterable[Problem], after: Iterable[Problem], origin: Callable[[int], int]) -> bool:
    known = Counter((p.kind.code, p.message, p.location.line) for p in before)
    return bool(Counter((p.kind.code, p.message, origin(p.location.line)) for p in after) - known)
