"""Changing the status of one action item in the text of its document, in the form in which it is written there.

`closings` and `reopenings` propose ways to write the change. Each is made and the whole document read back with the
reader that everything else uses; the first way is taken after which this item has the wanted status and nothing else
reads otherwise. A way of closing must also be one that opening again takes back to the last byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from mkdocs_postmortem.editing.body_item_edits import closings, reopenings
from mkdocs_postmortem.editing.entry_edits import entry_closings, entry_reopenings, find_entry
from mkdocs_postmortem.editing.item_place import ItemPlace
from mkdocs_postmortem.editing.list_item_place import list_item_place
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.patches import Patched, apply_patches
from mkdocs_postmortem.editing.read_back import find_item, read_manuscript, reads_as_wanted
from mkdocs_postmortem.editing.status_change import Candidate, ChangedLine, ItemEdit, Refusal, StatusChange
from mkdocs_postmortem.editing.table_row_place import table_row_places
from mkdocs_postmortem.model import ActionItem, ItemStatus, Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import EMPTY_FIELD, ITEM_DISAGREES, UNKNOWN_ITEM_STATUS
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.document import ReadResult
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.settings import Settings

_MOST_WAYS = 500
_OBSTACLES = (UNKNOWN_ITEM_STATUS, EMPTY_FIELD, ITEM_DISAGREES)
"""Problems of a status that reopening would bring back, so that an item that has one cannot be closed."""
_LISTED_AT_MOST = 12
_SAID = {ItemStatus.DONE: "done", ItemStatus.WONT_DO: "won't do", ItemStatus.SUPERSEDED: "superseded"}


def change_item_status(
    manuscript: Manuscript, number: int, change: StatusChange, settings: Settings
) -> ItemEdit | Refusal:
    """Return the document with the status of item `number` changed, or why it stays as it is.

    An item that has the status already is not touched.
    """
    before = read_manuscript(manuscript, settings)
    if before.postmortem.front_matter == "broken":
        found = tuple(str(problem) for problem in before.problems if problem.kind.code < "PM1")
        return Refusal((f"{manuscript.path}: the front matter cannot be read; correct it first", *found))
    item = find_item(before.postmortem, number)
    if item is None:
        return Refusal((_no_such_item(before.postmortem, number),))
    if item.is_open if change.status is ItemStatus.OPEN else item.status is change.status:
        return ItemEdit(manuscript, item)
    if item.status.is_closed and change.status is not ItemStatus.OPEN:
        said = _SAID[item.status]
        return Refusal((f"{_named(item, manuscript)} is closed as {said}; reopen it first",))
    return _Attempt(manuscript, before, item, change, settings).edit()


class _Attempt:
    """Tries the ways to write one change of one item."""

    def __init__(
        self, manuscript: Manuscript, before: ReadResult, item: ActionItem, change: StatusChange, settings: Settings
    ) -> None:
        self.manuscript, self.before, self.item = manuscript, before, item
        self.change, self.settings = change, settings
        self.vocabulary: Vocabulary = vocabulary_for(settings)
        self.form = "the front matter"

    def edit(self) -> ItemEdit | Refusal:
        """Return the first way that is read back as wanted, as an edit; a refusal when there is none."""
        for way in islice(self._ways(), _MOST_WAYS):
            patched = apply_patches(self.manuscript, way.patches)
            if patched and self._holds(patched, way):
                lines = tuple(_changed_lines(self.manuscript, patched))
                return ItemEdit(patched.manuscript, self.item, lines, self._note(way, lines))
        return Refusal((self._refusal(), *self._obstacles()))

    def _ways(self) -> Iterator[Candidate]:
        """Yield the ways for the place of the item; of one that stands twice, those for both places together."""
        lines = (self.item.line, self.item.restated_line)
        each = [list(islice(self._ways_at(line), _MOST_WAYS)) for line in lines if line is not None]
        for chosen in product(*each):
            patches = tuple(patch for way in chosen for patch in way.patches)
            yield Candidate(patches, dated=any(way.dated for way in chosen))

    def _ways_at(self, line: int) -> Iterator[Candidate]:
        opening = self.change.status is ItemStatus.OPEN
        if line < self.before.postmortem.body_line:
            if entry := find_entry(self.manuscript, self.item, self.vocabulary):
                yield from entry_reopenings(entry) if opening else entry_closings(entry, self.change)
            return
        for place in self._places(line):
            self.form = place.form
            yield from (
                reopenings(place, self.item, self.vocabulary)
                if opening
                else closings(place, self.change, self.vocabulary)
            )

    def _places(self, line: int) -> Iterator[ItemPlace]:
        body = scan_body(self.before.postmortem.body, self.before.postmortem.body_line)
        if listed := list_item_place(self.manuscript, body, line, self.vocabulary):
            yield listed
        yield from table_row_places(self.manuscript, body, line, self.vocabulary)

    def _holds(self, patched: Patched, way: Candidate) -> bool:
        """Return whether the change reads as wanted and, of a closed item, opening it again restores the bytes."""
        after = read_manuscript(patched.manuscript, self.settings)
        if not reads_as_wanted(self.before, after, patched, self.item, self.change, way):
            return False
        if self.change.status is ItemStatus.OPEN:
            return True
        again = change_item_status(patched.manuscript, self.item.number, StatusChange(ItemStatus.OPEN), self.settings)
        return isinstance(again, ItemEdit) and again.manuscript.text == self.manuscript.text

    def _note(self, way: Candidate, lines: tuple[ChangedLine, ...]) -> str:
        notes = []
        if self.item.restated_line:
            notes.append("the item stands in the front matter and in the body; both are changed")
        elif len(lines) > 1:
            notes.append(f"{len(lines)} lines change together")
        if self.change.on and not way.dated:
            notes.append(f"the day is not written: {self.form} without a place for it")
        return "; ".join(notes)

    def _obstacles(self) -> Iterator[str]:
        """Yield the problems of the item's own status."""
        behind = [item.line for item in self.before.postmortem.action_items if item.line > self.item.line]
        lines = range(self.item.line, min(behind, default=self.item.line + _LISTED_AT_MOST))
        for problem in self.before.problems:
            if problem.kind in _OBSTACLES and problem.location.line in lines:
                yield f"correct this first: {problem}"

    def _refusal(self) -> str:
        wanted = {ItemStatus.OPEN: "open"}.get(self.change.status, _SAID.get(self.change.status, ""))
        reason = " with this reason (shorter words without brackets and colons may help)" if self.change.reason else ""
        return (
            f"{_named(self.item, self.manuscript)} stands in {self.form}, and no way of writing it there is read back "
            f"as {wanted}{reason} with all else unchanged; write it by hand and look at it with `postmortem inspect`"
        )


def _named(item: ActionItem, manuscript: Manuscript) -> str:
    return f'{manuscript.path}:{item.line}: item {item.number} "{shorten(item.title)}"'


def _no_such_item(postmortem: Postmortem, number: int) -> str:
    items = postmortem.action_items
    if not items:
        return f"{postmortem.id} has no action items"
    listed = [f'{item.number} "{shorten(item.title, 40)}"' for item in items[:_LISTED_AT_MOST]]
    more = f" and {len(items) - _LISTED_AT_MOST} more" if len(items) > _LISTED_AT_MOST else ""
    counted = "1 action item" if len(items) == 1 else f"{len(items)} action items"
    return f"{postmortem.id} has no item {number}; it has {counted}: {', '.join(listed)}{more}"


def _changed_lines(manuscript: Manuscript, patched: Patched) -> Iterator[ChangedLine]:
    """Yield the lines that differ, from the top of the document to its end."""
    before = [manuscript.bare(number) for number in range(1, len(manuscript.lines) + 1)]
    seen = 0
    for number, origin in enumerate(patched.origins, start=1):
        for gone in range(seen + 1, origin):
            yield ChangedLine(gone, before[gone - 1], None)
        seen = max(seen, origin)
        after = patched.manuscript.bare(number)
        if not origin or before[origin - 1] != after:
            yield ChangedLine(number, before[origin - 1] if origin else None, after)
    for gone in range(seen + 1, len(before) + 1):
        yield ChangedLine(gone, before[gone - 1], None)
