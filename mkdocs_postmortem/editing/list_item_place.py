"""Where an item of a list states what: its box, the first words, fields in the words, fields nested below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from mkdocs_postmortem.editing.item_place import Insertion, ItemPlace, Point, Slot, find_lead
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.status_words import language_of
from mkdocs_postmortem.reading.action_items import nested_field
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.inline_fields import take_fields
from mkdocs_postmortem.reading.lists import ListItem, find_items
from mkdocs_postmortem.reading.vocabulary import Vocabulary

STATING = ("status", "completed_at", "reason")
"""The columns that a change of status may write."""
_EMPHASIS = "*_"
_DIVIDERS = "—–|;,、。.，；-"
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
_LONGEST_DIVIDER = 5


def list_item_place(manuscript: Manuscript, body: Body, line: int, vocabulary: Vocabulary) -> ItemPlace | None:
    """Return where the list item that begins on this line of the file states what, None when none begins there."""
    index = line - body.first_line
    borders = [heading.index for heading in body.headings]
    start = max((border + 1 for border in borders if border < index), default=0)
    stop = min((border for border in borders if border > index), default=len(body.visible))
    item = next((each for each in _all_items(find_items(body, start, stop)) if each.index == index), None)
    if item is None:
        return None
    above = next((heading.text for heading in reversed(body.headings) if heading.index < index), "")
    return _ItemWords(manuscript, body, item, vocabulary).place(above)


def _all_items(items: Iterable[ListItem]) -> Iterator[ListItem]:
    stack = list(items)
    while stack:
        item = stack.pop()
        yield item
        stack.extend(item.children)


class _ItemWords:
    """The words of one item joined as the reader joins them, with the place in the file of each character."""

    def __init__(self, manuscript: Manuscript, body: Body, item: ListItem, vocabulary: Vocabulary) -> None:
        self.manuscript, self.body, self.item, self.vocabulary = manuscript, body, item, vocabulary
        self.text = item.text
        self.parts = list(self._parts())
        title, fields = take_fields(self.text, vocabulary)
        self.fields = {column: found for column, found in fields.items() if found[0]}
        same = takewhile(lambda pair: pair[0] == pair[1], zip(title, self.text, strict=False))
        self.title = "".join(character for character, _ in same).rstrip()
        self.labels = {column: self._label(begin) for column, (_, begin) in self.fields.items()}

    def place(self, heading: str) -> ItemPlace:
        """Return where the item states what; the heading above helps to tell the language."""
        nested, labels = self._nested()
        labels += [self.text[start:stop] for start, stop in self.labels.values()]
        slots = {**nested, **{column: slot for column in STATING if (slot := self._field(column))}}
        status = slots["status"].text if "status" in slots else ""
        first_end = next((offset for offset, _ in self.parts[1:]), len(self.text) + 1) - 1
        return ItemPlace(
            form="a checklist" if self.item.box is not None else "a list",
            language=language_of([*labels, heading], status),
            begin=self.point(0),
            end=self.point(len(self.title), before=True),
            note=self.point(min(first_end, len(self.title)), before=True),
            raw=self.manuscript.bare,
            box=self._box(),
            lead=find_lead(self.title, self.vocabulary, self.slot),
            slots=slots,
            insertions=tuple(self._insertions()),
        )

    def _parts(self) -> Iterator[tuple[int, Point]]:
        """Yield for each line of the item where it begins in the joined words and in the file."""
        offset = 0
        for number, (index, text) in enumerate(self.item.lines):
            first = self.item.column - 1 if number == 0 else 0
            column = first + len(text) - len(text.lstrip()) + self._shift(index)
            yield offset, Point(self.body.number(index), column)
            offset += len(text.strip()) + 1

    def _shift(self, index: int) -> int:
        """Return how many characters the reader has taken from the beginning of a line (inside an admonition)."""
        return len(self.body.lines[index]) - len(self.body.visible[index])

    def point(self, offset: int, *, before: bool = False) -> Point:
        """Return the place in the file of a character of the joined words, or the one behind the character before."""
        looked_at = offset - 1 if before and offset else offset
        start, place = next(part for part in reversed(self.parts) if part[0] <= looked_at)
        return Point(place.line, place.column + offset - start)

    def slot(self, start: int, stop: int, whole: tuple[int, int] | None = None) -> Slot | None:
        """Return the slot of a stretch of the joined words, None when it does not stand on one line."""
        first, last = self.point(start), self.point(stop, before=True)
        if first.line != last.line:
            return None
        if whole:
            ends = self.point(whole[0], before=True), self.point(whole[1], before=True)
            same = ends[0].line == ends[1].line == first.line
            whole = (ends[0].column, ends[1].column) if same else None
        return Slot(first.line, first.column, last.column, self.text[start:stop], whole=whole)

    def _box(self) -> Slot | None:
        if self.item.box is None:
            return None
        raw = self.manuscript.bare(self.parts[0][1].line)
        column = raw.rfind("[", 0, self.parts[0][1].column) + 1
        return Slot(self.parts[0][1].line, column, column + 1, self.item.box)

    def _nested(self) -> tuple[dict[str, Slot], list[str]]:
        """Return the slots of fields that are nested below the item, and the labels of all such fields."""
        slots: dict[str, Slot] = {}
        labels = []
        for child in self.item.children:
            column, words = nested_field(child, self.vocabulary)
            if column is None:
                continue
            labels.append(child.text[: len(child.text) - len(words)].strip("*_ :："))
            if column in STATING and column not in slots and len(child.lines) == 1:
                slots[column] = self._nested_slot(child, words)
        return slots, labels

    def _nested_slot(self, child: ListItem, words: str) -> Slot:
        line = self.body.number(child.index)
        start = child.column - 1 + len(child.text) - len(words) + self._shift(child.index)
        if words:
            return Slot(line, start, start + len(words), words)
        rest = self.manuscript.bare(line)[start:]
        blanks = rest[: len(rest) - len(rest.lstrip())]
        return Slot(line, start, start + len(blanks), blanks)

    def _label(self, begin: int) -> tuple[int, int]:
        """Return where the label of a field stands whose words begin at an offset."""
        before = self.text[:begin].rstrip(" *_").rstrip(":：").rstrip(" *_")
        spellings = self.vocabulary.labels_of(
            ("owners", "team", "due", "status", "priority", "tracker", "verification")
        )
        named = (*spellings, *self.vocabulary.labels_of(STATING))
        length = max((len(word) for word in named if before.casefold().endswith(word.casefold())), default=0)
        return len(before) - length, len(before)

    def _field(self, column: str) -> Slot | None:
        """Return the slot of a field that stands in the item's own words."""
        if column not in self.fields:
            return None
        words, begin = self.fields[column]
        start = self.text.find(words, begin)
        return self.slot(start, start + len(words), self._whole(column, start + len(words)))

    def _whole(self, column: str, stop: int) -> tuple[int, int] | None:
        """Return where a field with its label and what divides it from the words before begins and ends."""
        start = len(self.text[: self.labels[column][0]].rstrip(_EMPHASIS))
        before = self.text[:start].rstrip()
        after = self.text[stop:]
        if before[-1:] in _BRACKETS and after[:1] == _BRACKETS[before[-1]]:
            return len(before) - 1 - before[:-1].endswith(" "), stop + 1
        if before[-1:] and before[-1] in _DIVIDERS:
            return len(before) - 1 - before[:-1].endswith(" "), stop
        return (len(before), stop) if before else None

    def _insertions(self) -> Iterator[Insertion]:
        """Yield where a further field can stand: beside the last one in its style, else at the end of the words."""
        if self.fields:
            yield from self._beside_last()
        end = self.point(len(self.text), before=True)
        yield Insertion(end, " — ")
        yield Insertion(end, " — ", bold=True)
        yield Insertion(end, " (", lower=True, after=")")

    def _beside_last(self) -> Iterator[Insertion]:
        column, (words, begin) = max(self.fields.items(), key=lambda entry: entry[1][1])
        start, stop = self.labels[column]
        end = self.text.find(words, begin) + len(words)
        bold = self.text[:start].endswith(tuple(_EMPHASIS))
        others = [self.text.find(text, at) + len(text) for name, (text, at) in self.fields.items() if name != column]
        divider = self.text[max([len(self.title), *others]) : len(self.text[:start].rstrip(_EMPHASIS))]
        if any(character in _BRACKETS for character in divider):
            divider = ", "
        if divider.strip() and len(divider) <= _LONGEST_DIVIDER:
            lower = self.text[start:stop][:1].islower()
            yield Insertion(self.point(end, before=True), divider, bold=bold, lower=lower)
            yield Insertion(self.point(end, before=True), divider, bold=True, lower=lower)
