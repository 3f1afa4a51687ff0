"""The ways to write a change of status where an item stands in the body, the one a careful author would choose first.

None of them is trusted: each is read back, and the first that changes the item as asked and nothing else is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from mkdocs_postmortem.editing.item_place import ItemPlace, Lead, Slot, find_comment, keep_comment
from mkdocs_postmortem.editing.patches import Patch
from mkdocs_postmortem.editing.status_change import Candidate, StatusChange
from mkdocs_postmortem.editing.status_words import CAPITALS, SIGNS, column_label, dress
from mkdocs_postmortem.model import ActionItem, ItemStatus
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_BOXES = {ItemStatus.DONE: "x", ItemStatus.WONT_DO: "-", ItemStatus.OPEN: " "}
_CLOSED_BOXES = "xX~-"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_KEPT = (frozenset[str](), frozenset({"status"}), frozenset({"said"}), frozenset({"status", "said"}))
"""Of what a comment may keep the earlier words: of the status, and of a date or reason in a place of its own."""
_MOST_REOPENINGS = 100

Patches = tuple[Patch, ...]


def closings(place: ItemPlace, change: StatusChange, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Yield the ways to close an item: those with the date first, and each without a comment before with one."""
    reasons = dict.fromkeys((change.reason, _MARKDOWN.sub(r"\\\1", change.reason)))
    for dated, reason in product((True, False) if change.on else (False,), reasons):
        said = change.on.isoformat() if dated and change.on else reason
        manners = [_Closing(place, change.status, said, vocabulary, keep).ways() for keep in _KEPT]
        for ways in zip(*manners, strict=True):
            yield from (Candidate(patches, dated=dated) for patches in dict.fromkeys(ways))


class _Closing:
    """Closes one item in one manner. `said` is the date or the reason, empty when there is nothing to say."""

    def __init__(
        self, place: ItemPlace, status: ItemStatus, said: str, vocabulary: Vocabulary, keep: frozenset[str]
    ) -> None:
        self.place, self.status, self.said = place, status, said
        self.vocabulary, self.keep, self.keep_said = vocabulary, "status" in keep, "said" in keep
        self.column = "completed_at" if status is ItemStatus.DONE else "reason"

    def ways(self) -> Iterator[Patches]:
        """Yield each way as its patches."""
        for marks, says in self._marks():
            for further in [()] if says or not self.said else self._sayings():
                yield (*marks, *further)

    def _marks(self) -> Iterator[tuple[Patches, bool]]:
        """Yield the ways to write the status, and whether they say the date or the reason as well."""
        done = self.status is ItemStatus.DONE
        says = self.column not in self.place.slots
        status = self.place.slots.get("status")
        if self.place.box and done:
            yield self._box(self.place.box), False
        if status:
            yield from self._status(status, self._words(status) if says else "", says=says)
        elif self.place.lead:
            yield from self._lead(self.place.lead, says=says)
        else:
            yield from self._unmarked(done=done, says=says)

    def _status(self, slot: Slot, said: str, *, says: bool) -> Iterator[tuple[Patches, bool]]:
        """Yield the words of the status in their place, alone and with a box that agrees, then without what is said."""
        for words, done_with in ((said, says), ("", False)) if says else ((said, False),):
            marked = slot.fill(dress(slot.text, self.status, words, *self._style), keep=self.keep)
            yield (marked,), done_with
            if self.place.box:
                yield (*self._box(self.place.box), marked), done_with

    def _unmarked(self, *, done: bool, says: bool) -> Iterator[tuple[Patches, bool]]:
        """Yield the ways to mark an item whose words do not begin with a status."""
        if done and not says:
            yield (), False
        if not done:
            begin, end = self.place.begin, self.place.end
            yield tuple(Patch(point.line, point.column, point.column, "~~") for point in (begin, end)), False
        if not done and self.place.box:
            yield self._box(self.place.box), False
        label = column_label("status", self.place.language)
        for insertion in self.place.insertions:
            words = dress("", self.status, self.said if says else "", *self._style)
            yield (insertion.patch(label, words),), says
        if not self.place.box:
            words = dress("", self.status, self._words(None) if says else "", *self._style)
            begin = self.place.begin
            yield (Patch(begin.line, begin.column, begin.column, f"({words}) "),), says

    @property
    def _style(self) -> tuple[str, Vocabulary]:
        return self.place.language, self.vocabulary

    def _words(self, slot: Slot | None) -> str:
        """Return what is said, escaped for the place."""
        form = slot or Slot(1, 0, 0, "", self.place.cell)
        return form.escape(self.said)

    def _box(self, box: Slot) -> Patches:
        kept = self._note(f"[{box.text}]") if self.keep and box.text != " " else ()
        return (Patch(box.line, box.start, box.stop, _BOXES[self.status]), *kept)

    def _lead(self, lead: Lead, *, says: bool) -> Iterator[tuple[Patches, bool]]:
        """Yield the status in the shape in which the words begin with another one."""
        kept = self._note(lead.whole.text.strip()) if self.keep else ()
        if lead.shape == "brackets":
            words = dress(lead.slot.text, self.status, self._words(None) if says else "", *self._style)
            yield (Patch(lead.slot.line, lead.slot.start, lead.slot.stop, words), *kept), says
            words = dress(lead.slot.text, self.status, "", *self._style)
            yield (Patch(lead.slot.line, lead.slot.start, lead.slot.stop, words), *kept), False
        elif lead.shape in ("capitals", "sign"):
            word = (CAPITALS if lead.shape == "capitals" else SIGNS)[self.status]
            yield (Patch(lead.slot.line, lead.slot.start, lead.slot.stop, word), *kept), False

    def _note(self, kept: str) -> Patches:
        return (Patch(self.place.note.line, self.place.note.column, self.place.note.column, keep_comment(kept)),)

    def _sayings(self) -> Iterator[Patches]:
        """Yield the ways to state the date or the reason beside the status."""
        if slot := self.place.slots.get(self.column):
            yield (slot.fill(self._words(slot), keep=self.keep_said),)
            return
        label = column_label(self.column, self.place.language)
        for insertion in self.place.insertions:
            yield (insertion.patch(label, self.said),)


def reopenings(place: ItemPlace, item: ActionItem, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Yield the ways to open an item again: what comments keep before the plain form, all at once before parts."""
    parts = [ways for ways in _reopening_parts(place, item, vocabulary) if ways]
    for chosen in islice(product(*parts), _MOST_REOPENINGS):
        yield Candidate(tuple(patch for patches in chosen for patch in patches))
    for ways in parts:
        yield from (Candidate(patches) for patches in ways)


def _reopening_parts(place: ItemPlace, item: ActionItem, vocabulary: Vocabulary) -> Iterator[list[Patches]]:
    """Yield for each thing that may say "closed" the ways to take it back."""
    if place.box and place.box.text in _CLOSED_BOXES:
        yield list(_open_box(place, place.box))
    status = place.slots.get("status")
    if status and _is_closed(status.text, vocabulary):
        words = dress(status.text, ItemStatus.OPEN, "", place.language, vocabulary)
        yield [*_cleared(status, place), (Patch(status.line, status.start, status.stop, words),)]
    if place.lead and place.lead.state.status and place.lead.state.status.is_closed:
        yield list(_open_lead(place, place.lead, vocabulary))
    done_on, reason = place.slots.get("completed_at"), place.slots.get("reason")
    if done_on and item.completed_at:
        yield [*_cleared(done_on, place), (done_on.clear(place.raw(done_on.line)),)]
    if reason and item.reason:
        yield [*_cleared(reason, place), ()]


def _is_closed(words: str, vocabulary: Vocabulary) -> bool:
    found = vocabulary.status_of(words.strip("*_` "))
    return found is not None and ItemStatus(found[0]).is_closed


def _cleared(slot: Slot, place: ItemPlace) -> Iterator[Patches]:
    """Yield the ways to take back what a slot says: the words that a comment keeps, else the whole field."""
    if restored := slot.restore(place.raw(slot.line)):
        yield (restored,)
    if slot.whole:
        yield (Patch(slot.line, *slot.whole, ""),)


def _open_box(place: ItemPlace, box: Slot) -> Iterator[Patches]:
    start = 0
    while found := find_comment(place.raw(box.line), start):
        begin, start, kept = found
        if len(kept) == len("[ ]") and kept.startswith("[") and kept.endswith("]"):
            yield Patch(box.line, box.start, box.stop, kept[1]), Patch(box.line, begin, start, "")
    yield (Patch(box.line, box.start, box.stop, " "),)


def _open_lead(place: ItemPlace, lead: Lead, vocabulary: Vocabulary) -> Iterator[Patches]:
    whole, slot = lead.whole, lead.slot
    start = place.note.column
    if found := find_comment(place.raw(slot.line), start):
        begin, stop, kept = found
        blanks = whole.text[len(whole.text.rstrip()) :]
        yield Patch(whole.line, whole.start, whole.stop, kept + blanks), Patch(whole.line, begin, stop, "")
    if lead.shape == "strike":
        yield tuple(Patch(mark.line, mark.start, mark.stop, "") for mark in (slot, whole))
    elif lead.shape == "brackets":
        yield (Patch(whole.line, whole.start, whole.stop, ""),)
        words = dress(slot.text, ItemStatus.OPEN, "", place.language, vocabulary)
        yield (Patch(slot.line, slot.start, slot.stop, words),)
    else:
        word = (CAPITALS if lead.shape == "capitals" else SIGNS)[ItemStatus.OPEN]
        yield (Patch(slot.line, slot.start, slot.stop, word),)
