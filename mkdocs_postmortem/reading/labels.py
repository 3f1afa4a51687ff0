"""Facts that the body states under labels: "**Severity:** High", a two-column table, a heading with a line below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.html_tables import tables_between
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.sections import section_range
from mkdocs_postmortem.reading.tables import Cell, Row, Table
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_MARKER = re.compile(r"^\s*(?:>\s?)*(?:[-*+•]\s+)?")
_BOLD = re.compile(
    r"[*_]{2}(?P<label>[^*_|]{1,60}?)\s?(?P<colon>[:：]?)[*_]{2}(?P<note>\s?[(（][^()（）]{1,40}[)）])?\s?(?P<after>[:：]?)\s*(?P<value>(?:\S.*)?)$"
)
_PLAIN = re.compile(r"(?P<label>[^\W\d_][^:：|*`]{0,50}?)\s?[:：]{1,2}\s+(?P<value>\S.*)$")
_WITHOUT_COLON = re.compile(r"(?P<label>[^\W\d_][\w /'-]{2,30}?)\s+(?P<value>\d{4}-\d{2}-\d{2}[T ].*)$")
_BOLD_SIGN = re.compile(r"[*_]{2}")
_DATED = re.compile(r"-\d{2}-\d{2}[T ]")
_NO_LABEL = ("", "#", "|")
# A filled-in date or time that was left in its brackets; "[30 days after incident]" still waits for one.
_BRACKETS = re.compile(r"^\[(?=\d[^\]]*(?:\d{4}|\d[.:/-]\d))(?P<inside>[^\]]*)\]$")
_ITEM = re.compile(r"^\s*[-*+•]\s+")
_BLOCK = re.compile(r"[-*+•#|>]|\d{1,9}[.)]\s")
"""The beginning of a line that is no continuation of the one above."""
_TITLE_SEVERITY = re.compile(r"[\[(](?P<words>(?:sev(?:erity)?[ -]?|P)[0-5])[\])]", re.IGNORECASE)
_ZONE = re.compile(r"[(（](UTC|GMT|Z|[+-]\d{2}:?\d{2}|[A-Z]\w+/\w+)[)）]")
_DIVIDERS = re.compile(r" [|·•] ")
_HEADER_LINES = 60
_TWO = 2
_PAIRED_CELLS = (2, 4)
_FEWEST_ACROSS = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled fact of the body: canonical field (or dotted path), label and words, and where the words stand.

    `index` is the line in the body, `column` counts from 1. `content` is what the front matter would hold where that
    is not the words themselves; `markdown` are the words with their links.
    """

    field: str
    label: str
    text: str
    index: int
    column: int
    content: object = None
    markdown: str = ""


def find_labels(body: Body, vocabulary: Vocabulary) -> list[Label]:
    """Return the labelled facts outside action items and timelines, in the order of the document."""
    reader = _Reader(body, vocabulary)
    found = [*reader.tables(), *reader.lines(), *reader.headings()]
    if not any(label.field == "severity" for label in found):
        found += reader.title()
    return sorted(found, key=lambda label: (label.index, label.column))


class _Reader:
    """Finds labels in one body."""

    def __init__(self, body: Body, vocabulary: Vocabulary) -> None:
        self.body, self.vocabulary = body, vocabulary
        self.excluded = [False] * len(body.lines)
        for position, heading in enumerate(body.headings):
            key = vocabulary.section_of(heading.text)
            if key in ("action-items", "timeline") or vocabulary.is_weak_heading(heading.text):
                start, stop = section_range(body, position)
                self.excluded[start:stop] = [True] * (stop - start)

    def lines(self) -> Iterator[Label]:
        """Yield "**Label:** words", "- Label: words", and several of them on one line with bars between."""
        for index, line in enumerate(self.body.visible):
            if self.body.begins[index] in _NO_LABEL or self.excluded[index] or not _may_state(line):
                continue
            position = 0
            for part in self._divided(line):
                yield from self._line(part, index, position)
                position += len(part) + len(" | ")

    def _divided(self, line: str) -> list[str]:
        """Return the parts of a line between bars or dots, where they are bold labels or all name a known fact."""
        parts = _DIVIDERS.split(line)
        if len(parts) == 1:
            return parts
        plain = [match for part in parts if (match := _PLAIN.match(part, len(_MARKER.match(part)[0])))]  # type: ignore[index]  # it matches the empty text too
        known = (
            len(plain) == len(parts) and sum(self.vocabulary.field_of(m["label"]) is not None for m in plain) >= _TWO
        )
        return parts if "**" in line or known else [line]

    def _line(self, part: str, index: int, position: int) -> Iterator[Label]:
        start = len(_MARKER.match(part)[0])  # type: ignore[index]  # it matches the empty text too
        match = _BOLD.match(part, start)
        if match and (match["colon"] or match["after"]):
            yield from self._label(match, index, position, match["note"] or "")
        elif not match and (_ITEM.match(part) or index < _HEADER_LINES) and (plain := _PLAIN.match(part, start)):
            yield from self._label(plain, index, position)
        elif not match and _ITEM.match(part) and (bare := _WITHOUT_COLON.match(part, start)):
            yield from self._label(bare, index, position)

    def _label(self, match: re.Match[str], index: int, position: int, note: str = "") -> Iterator[Label]:
        text = match["value"].rstrip() or self._following(index)
        yield from self._fact(match["label"] + note, text, index, position + match.start("value") + 1)

    def _following(self, index: int) -> str:
        """Return the next line where a label's words were wrapped onto it."""
        following = self.body.visible[index + 1].strip() if index + 1 < len(self.body.visible) else ""
        return "" if _BLOCK.match(following) else following

    def tables(self) -> Iterator[Label]:
        """Yield the facts of tables that hold at least two: labels beside their words, or over them in a single row."""
        for table in tables_between(self.body, 0, len(self.body.visible)):
            yield from self._table(table)

    def _table(self, table: Table) -> Iterator[Label]:
        if self.excluded[table.header.index]:
            return
        across = list(zip(table.header.cells, table.rows[0].cells, strict=False)) if len(table.rows) == 1 else []
        over = self._known(table.rows[0], across) if len(across) >= _FEWEST_ACROSS else []
        paired = [row for row in (table.header, *table.rows) if len(row.cells) in _PAIRED_CELLS]
        cells = ((row, list(zip(row.cells[::2], row.cells[1::2], strict=True))) for row in paired)
        beside = [found for row, pairs in cells for found in self._known(row, pairs)]
        known = max(over, beside, key=len)
        for row, label, words in known if len(known) >= _TWO else ():
            yield from self._fact(label.text, words.text, row.index, words.column)

    def _known(self, row: Row, pairs: list[tuple[Cell, Cell]]) -> list[tuple[Row, Cell, Cell]]:
        return [(row, label, words) for label, words in pairs if self.vocabulary.field_of(label.text)]

    def headings(self) -> Iterator[Label]:
        """Yield headings that name a fact with a short line below: "## Severity" and "**Critical** - …"."""
        for position, heading in enumerate(self.body.headings):
            field = self.vocabulary.field_of(heading.text)
            if field is None or self.vocabulary.section_of(heading.text) or self.excluded[heading.index]:
                continue
            start, stop = section_range(self.body, position)
            index = next((n for n in range(start, stop) if self.body.visible[n].strip()), None)
            if index is not None and not self.body.visible[index].lstrip().startswith(("|", "#")):
                line = self.body.visible[index]
                yield from self._fact(heading.text, _MARKER.sub("", line), index, len(line) - len(line.lstrip()) + 1)

    def title(self) -> Iterator[Label]:
        """Yield the severity that stands in brackets in the first H1: "[SEV1] Login failed", "Login failed (P2)"."""
        heading = next((heading for heading in self.body.headings if heading.level == 1), None)
        match = _TITLE_SEVERITY.search(heading.text) if heading else None
        if heading and match:
            column = self.body.lines[heading.index].find(match[0]) + 2
            yield Label("severity", "title", match["words"], heading.index, column, markdown=match["words"])

    def _fact(self, label: str, text: str, index: int, column: int) -> Iterator[Label]:
        field = self.vocabulary.field_of(label) or self.vocabulary.note_of(label)
        if field is None:
            return
        words = _BRACKETS.sub(r"\g<inside>", plain_text(text))
        if not is_placeholder(words, self.vocabulary):
            yield Label(field, squash(label), f"{words}{_zone_in(label)}", index, column, markdown=text)


def _may_state(line: str) -> bool:
    """Return whether a line holds what one of the three forms needs: few lines do, and the forms take longer."""
    if ":" in line or "：" in line:
        return True
    bold = ("*" in line or "_" in line) and _BOLD_SIGN.search(line)
    return bool(bold or ("-" in line and _DATED.search(line)))


def _zone_in(label: str) -> str:
    """Return the zone that a label names in brackets ("Start time (UTC)"), to go with its words."""
    match = _ZONE.search(label)
    return f" {match[1]}" if match else ""
