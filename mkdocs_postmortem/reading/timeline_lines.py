"""Timelines in lists, paragraphs and headings: each line that begins with a time is an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.lists import ListItem, find_items
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.timeline_mentions import Mention, is_remark, read_line
from mkdocs_postmortem.reading.timeline_places import Segment, names_timeline
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_MARKER = re.compile(r"^\s*(?:[-*+•]|[0-9]{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_NO_PARAGRAPH = re.compile(r"^\s*(?:[>|]|!\[|!!!\s+\w|\?\?\?\+?\s+\w|(?:=+|-+|\*{3,}|_{3,})\s*$)")
_RULE = re.compile(r"^\s*(?:=+|-+|\*{3,}|_{3,})\s*$")
_DOTTED = re.compile(r"[*_`~]{0,3}(?P<hour>[0-9]{2})\.(?P<minute>[0-9]{2})(?![0-9.])")
_ONLY_LINK = re.compile(r"<?https?://[^\s<>]+>?|\[[^\[\]]+\]\([^\s()]+\)")
_LAST_TIME = (23, 59)
_MONTHS = 12
LONGEST_EVENT = 20_000
FEWEST_TIMED = 3
"""So many items of a list must begin with a time for it to be a timeline that no heading names."""


class LineReader:
    """Reads the lists, paragraphs and headings of one body."""

    def __init__(self, body: Body, vocabulary: Vocabulary) -> None:
        self.body, self.vocabulary = body, vocabulary
        self.dotted = False

    def heading(self, segment: Segment) -> Mention | None:
        """Return the entry or the day that a heading is, None when it does not begin with a time."""
        heading, moment = segment.heading, segment.moment
        if heading is None or moment is None:
            return None
        said = "" if _BRACKETED.fullmatch(moment.rest) else moment.rest
        text, source = (said, heading.text) if said else self._first_paragraph(segment)
        column = len(self.body.lines[heading.index]) - len(self.body.lines[heading.index].lstrip(" #\t")) + 1
        mention = Mention(heading.index, column, moment, moment.stated, is_day=not moment.timed, sources=(source,))
        if text:
            mention.told = {"event": text}
        elif moment.timed and not any(self.body.code[segment.start : segment.stop]):
            return None
        return mention

    def lists(self, segment: Segment, *, timed_only: bool = False) -> list[Mention]:
        """Return what the lists of a segment mention; `timed_only` leaves out items that begin with no time."""
        found: list[Mention] = []
        items = find_items(self.body, segment.start, segment.stop)
        self.dotted = _are_dotted(items)
        for item in items:
            found += self._item(item, plain=False, timed_only=timed_only)
        self.dotted = False
        return found

    def unnamed(self, segment: Segment) -> list[Mention]:
        """Return the timed items of lists that no heading calls a timeline: of each list at least three."""
        roots = list(find_items(self.body, segment.start, segment.stop))
        found: list[Mention] = []
        groups = [roots]
        while groups:
            group = groups.pop()
            self.dotted = _are_dotted(group)
            timed = [mention for item in group if (mention := self._timed(item)) is not None]
            found += timed if len(timed) >= FEWEST_TIMED else []
            for item in group:
                if item.children and names_timeline(item.text.rstrip(" :：*_"), self.vocabulary):
                    found += self._below_label(item)
                elif item.children:
                    groups.append(item.children)
        return sorted(found, key=lambda mention: mention.index)

    def _below_label(self, item: ListItem) -> list[Mention]:
        """Return what is nested in an item that names the timeline; "Detected: 14:05" there is a fact, not an entry."""
        nested = [mention for child in item.children for mention in self._item(child, plain=False)]
        told = [m for m in nested if m.loose or m.is_day or (m.moment and m.moment.rest)]
        return told if any(mention.moment for mention in told) or not any(mention.moment for mention in nested) else []

    def paragraphs(self, segment: Segment, taken: set[int]) -> tuple[list[Mention], list[str]]:
        """Return the paragraph lines that begin with a time, and the lines that do not."""
        found: list[Mention] = []
        others: list[str] = []
        for paragraph in self._paragraphs(segment, taken):
            before = len(found)
            wrapped: list[str] = []
            for index, line in paragraph:
                read = read_line(line, self.vocabulary, plain=len(found) == before and index != paragraph[0][0])
                if read and (len(found) > before or index == paragraph[0][0]):
                    _continue(found, wrapped)
                    found.append(self._mention(index, line, read))
                    others += [line] if found[-1].is_day else []
                    wrapped = []
                elif len(found) > before and not found[-1].is_day:
                    wrapped.append(line)
                else:
                    others.append(line)
            _continue(found, wrapped)
        return [mention for mention in found if self._says_something(mention)], others

    def item_lines(self, segment: Segment) -> set[int]:
        """Return the line indexes that belong to lists."""
        taken: set[int] = set()
        stack = list(find_items(self.body, segment.start, segment.stop))
        while stack:
            item = stack.pop()
            taken.update(index for index, _ in item.lines)
            stack += item.children
        return taken

    def _item(self, item: ListItem, *, plain: bool, timed_only: bool = False) -> list[Mention]:
        """Return an item and what is nested in it; below an entry only what begins with a time counts."""
        if self._is_quoted(item):
            return []
        read = read_line(item.text, self.vocabulary, plain=plain, dotted=self.dotted)
        own = self._mention(item.index, item.text, read, item.column)
        nested = [m for child in item.children for m in self._item(child, plain=plain, timed_only=timed_only)]
        timed = any(mention.moment for mention in nested)
        if read is None:
            if timed or timed_only:
                return nested if timed else []
            skipped = item.box is not None or self._is_remark(item) or _ONLY_LINK.fullmatch(item.text)
            return [] if skipped else [own]
        if not read[0].timed and timed:
            own.is_day = True
        if not own.is_day and not (read[0].timed and not timed):
            nested = [mention for mention in nested if mention.moment and mention.moment.timed]
        elif not own.is_day:
            nested = []
        return [mention for mention in (own, *nested) if self._says_something(mention)]

    def _timed(self, item: ListItem) -> Mention | None:
        """Return an item as an entry when it begins with a time of day and has no box."""
        read = (
            None
            if item.box is not None or self._is_quoted(item)
            else read_line(item.text, self.vocabulary, plain=True, dotted=self.dotted)
        )
        if read is None or read[0].clock is None:
            return None
        mention = self._mention(item.index, item.text, read, item.column)
        return mention if self._says_something(mention) else None

    def _mention(self, index: int, text: str, read: object, column: int = 0) -> Mention:
        column = column or len(text) - len(text.lstrip()) + 1
        if not isinstance(read, tuple):
            return Mention(index, column, told={"event": plain_text(text)}, sources=(text,), loose=True)
        moment, told = read
        if not moment.timed and (not told or _BRACKETED.fullmatch(told)):
            return Mention(index, column, moment, moment.stated, sources=(text,), is_day=True)
        return Mention(index, column, moment, moment.stated, {"event": told}, (text,))

    def _says_something(self, mention: Mention) -> bool:
        event = mention.told.get("event", "")
        return mention.is_day or bool(event and not is_placeholder(event, self.vocabulary))

    def _is_remark(self, item: ListItem) -> bool:
        return is_placeholder(item.text, self.vocabulary) or is_remark(item.text, self.vocabulary)

    def _is_quoted(self, item: ListItem) -> bool:
        return self.body.visible[item.index].lstrip().startswith(">")

    def _paragraphs(self, segment: Segment, taken: set[int]) -> Iterator[list[tuple[int, str]]]:
        current: list[tuple[int, str]] = []
        for index in range(segment.start, segment.stop):
            line = self.body.visible[index]
            if index in taken or not line.strip() or _NO_PARAGRAPH.match(line):
                if current:
                    yield current
                current = []
            else:
                current.append((index, line))
        if current:
            yield current

    def _first_paragraph(self, segment: Segment) -> tuple[str, str]:
        """Return the first paragraph or list item below a heading as plain text and as written."""
        lines: list[str] = []
        for index in range(segment.start, segment.stop):
            line = self.body.visible[index]
            if not line.strip() or _RULE.match(line) or (lines and _MARKER.match(line)):
                if lines:
                    break
                continue
            lines.append(_MARKER.sub("", line).strip())
        source = " ".join(lines)
        text = plain_text(source)
        return ("", "") if is_placeholder(text, self.vocabulary) else (text, source)


def _are_dotted(items: Sequence[ListItem]) -> bool:
    """Return whether all items begin with times such as 14.05, of which one cannot be a day and a month."""
    times = [match for item in items if (match := _DOTTED.match(item.text))]
    clocks = [(int(match["hour"]), int(match["minute"])) for match in times]
    if len(times) < max(FEWEST_TIMED, len(items)) or max(clocks) > _LAST_TIME:
        return False
    return any(minute > _MONTHS for _, minute in clocks) and all(minute <= _LAST_TIME[1] for _, minute in clocks)


def _continue(found: list[Mention], wrapped: list[str]) -> None:
    """Add wrapped lines to what the last entry tells, up to the line that makes it too long to be shown."""
    if not wrapped:
        return
    told = [found[-1].told.get("event", "")]
    length = len(told[0])
    for line in wrapped:
        if length > LONGEST_EVENT:
            break
        told.append(plain_text(line))
        length += len(told[-1]) + 1
    found[-1].told["event"] = " ".join(text for text in told if text)
    found[-1].sources = [*found[-1].sources, *wrapped[: len(told) - 1]]
