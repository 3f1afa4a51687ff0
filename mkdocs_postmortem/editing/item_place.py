"""Where in its file an action item states what: the same description for list items and for rows of tables."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mkdocs_postmortem.editing.patches import Patch
from mkdocs_postmortem.reading.item_fields import LeadingState, leading_state
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_KEPT = " <!-- was:"
_KEPT_END = " -->"
_OPENING, _CLOSING = "([（【", ")]）】"
_ABBREVIATION = re.compile(r"[A-Z][A-Z ]{2,14}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two characters: the line from 1, the number of characters before it on that line."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of one line that states one thing; an empty one is the blanks that stand in its place.

    `whole` is the stretch that goes with it when nothing shall be stated: label, separator and brackets. `form` is
    "text", "cell" or "html" and decides what must be escaped.
    """

    line: int
    start: int
    stop: int
    text: str
    form: str = "text"
    whole: tuple[int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands there."""
        return not self.text.strip()

    def fill(self, words: str, *, keep: bool) -> Patch:
        """Return the patch that writes the words; with `keep`, what stood there follows in an unseen comment."""
        kept = keep_comment(self.text) if keep else ""
        if self.is_empty:
            return Patch(self.line, self.start, self.stop, f" {words}{kept}{'' if self.form == 'text' else ' '}")
        return Patch(self.line, self.start, self.stop, words + kept)

    def restore(self, raw: str) -> Patch | None:
        """Return the patch that writes what a comment after the slot keeps, None where there is none."""
        kept = find_comment(raw, self.stop)
        if kept is None or kept[0] != self.stop:
            return None
        _, stop, words = kept
        if words.strip():
            return Patch(self.line, self.start, stop, words.strip())
        first = self.start - (raw[: self.start].endswith(" "))
        last = stop + (self.form != "text" and raw[stop:].startswith(" "))
        return Patch(self.line, first, last, words)

    def clear(self, raw: str) -> Patch:
        """Return the patch that takes out the words, and one of the blanks that stand around them."""
        before = self.form == "text" and raw[: self.start].endswith(" ")
        after = self.form != "text" and raw[self.stop :].startswith(" ")
        return Patch(self.line, self.start - before, self.stop + after, "")

    def escape(self, text: str) -> str:
        """Return the text as it must be written here to be read as it is."""
        if self.form == "cell":
            return text.replace("|", "\\|")
        return html.escape(text, quote=False) if self.form == "html" else text


@dataclass(frozen=True, slots=True)
class Lead:
    """The status that an item's words begin with. `slot` is the word or sign, `whole` all that stands before them.

    `shape` is "brackets", "capitals", "sign" or "strike"; of a strike, `slot` and `whole` are its two marks.
    """

    shape: str
    slot: Slot
    whole: Slot
    state: LeadingState


@dataclass(frozen=True, slots=True)
class Insertion:
    """A place for a further field in an item's words, and the style of the fields around it."""

    at: Point
    before: str
    bold: bool = False
    lower: bool = False
    after: str = ""

    def patch(self, label: str, words: str) -> Patch:
        """Return the patch that adds the field."""
        marks = "**" if self.bold else ""
        shown = label if self.lower else label[:1].upper() + label[1:]
        text = f"{self.before}{marks}{shown}:{marks} {words}{self.after}"
        return Patch(self.at.line, self.at.column, self.at.column, text)


@dataclass(frozen=True)
class ItemPlace:
    """Where an item stands: its title from `begin` to `end`, and what states its status, date and reason.

    `slots` holds those by column. `note` is where a comment about box or lead goes. `form` names the kind of place for
    messages; `raw` gives a line as it stands in the file.
    """

    form: str
    language: str
    begin: Point
    end: Point
    note: Point
    raw: Callable[[int], str]
    box: Slot | None = None
    lead: Lead | None = None
    slots: Mapping[str, Slot] = field(default_factory=dict)
    insertions: tuple[Insertion, ...] = ()
    cell: str = "text"


def keep_comment(text: str) -> str:
    """Return the comment that keeps a text until an item is reopened; readers of the page do not see it."""
    return f"{_KEPT}{f' {text}' if text.strip() else text}{_KEPT_END}"


def find_comment(raw: str, start: int) -> tuple[int, int, str] | None:
    """Return where the first such comment at or after `start` begins and ends, and the text it keeps."""
    begin = raw.find(_KEPT, start)
    end = raw.find(_KEPT_END, begin + len(_KEPT)) if begin >= 0 else -1
    if end < 0:
        return None
    kept = raw[begin + len(_KEPT) : end]
    return begin, end + len(_KEPT_END), kept[1:] if kept.strip() else kept


def find_lead(title: str, vocabulary: Vocabulary, slot_of: Callable[[int, int], Slot | None]) -> Lead | None:
    """Return the status that the title begins with; `slot_of` gives the slot of a stretch of it on one line."""
    state = leading_state(title, vocabulary)
    if state.status is None:
        return None
    if title.strip("*_ ").startswith("~~") and title.rstrip().endswith("~~"):
        opening, closing = title.find("~~"), title.rfind("~~")
        marks = slot_of(opening, opening + 2), slot_of(closing, closing + 2)
        return Lead("strike", marks[0], marks[1], state) if marks[0] and marks[1] and opening < closing else None
    before = title[: len(title) - len(state.words)]
    shape, start, stop = _lead_of(before)
    slot, whole = slot_of(start, stop), slot_of(0, len(before))
    return Lead(shape, slot, whole, state) if slot and whole else None


def _lead_of(before: str) -> tuple[str, int, int]:
    """Return the shape of a lead and where in it the word or sign stands."""
    opening = next((n for n, character in enumerate(before) if character in _OPENING), -1)
    closing = next((n for n, character in enumerate(before) if character in _CLOSING and n > opening), -1)
    if 0 <= opening < closing:
        return "brackets", opening + 1, closing
    if word := _ABBREVIATION.search(before):
        return "capitals", word.start(), word.start() + len(word[0].rstrip())
    bare = before.strip("*_ ")
    start = before.find(bare)
    return "sign", start, start + len(bare)
