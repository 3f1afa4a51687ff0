"""Facts that the body states in lists: contributing factors, links, related incidents, "312 customers affected"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from mkdocs_postmortem.reading.body import Body, Heading
from mkdocs_postmortem.reading.inline import find_links, plain_text
from mkdocs_postmortem.reading.labels import Label
from mkdocs_postmortem.reading.lists import ListItem, find_items
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.spellings import remembered
from mkdocs_postmortem.reading.vocabulary import Vocabulary

LISTED = {
    "contributing_factors", "links", "related", "services", "root_cause_services", "impact.symptoms", "impact.regions",
    "detection.alerts", "communication.stakeholders", "authors", "reviewers", "distribution", "review_attendees",
}  # fmt: skip
"""Fields of which each entry of the list below their label is one."""
_NAMES = ("services", "root_cause_services", "authors", "reviewers", "review_attendees")
MOST_ENTRIES = 200
"""Entries of one fact that are kept; the front matter holds at most 100."""
_LABEL_ALONE = re.compile(r"^\s*(?:[-*+•]\s+)?[*_]{0,2}(?P<label>[^*_|:：]{1,60}?)\s?[:：]?[*_]{0,2}\s?[:：]?\s*$")
_ENDS = ("*", ":", "：")
_REMARK = re.compile(r"\s*[(（:：].*$|\s+[-–—]\s.*$", re.DOTALL)
_CATEGORY = re.compile(r"^\**(?P<name>[^:：*]{3,40}?)\**\s?[:：]\**\s*(?P<text>.*)$", re.DOTALL)
_COUNTED = re.compile(
    r"(?P<about>~\s?|≈\s?|about |around |approx\.? |ca\.? )?(?P<number>\d[\d,._’ ]{0,20}?)\s+(?P<what>\D.*)",
    re.DOTALL | re.IGNORECASE,
)
_MONEY = re.compile(r"[€$£¥₹]\s?\d|\d\s?(?:[€£¥₹]|(?:EUR|USD|GBP|CHF|JPY|CNY|NOK|SEK|DKK|BRL|INR|AUD|CAD)\b)")
_URL = re.compile(r"https?://[^\s<>()\[\]\"']+")
_ID = re.compile(r"[A-Za-z]{1,10}-\d[\dA-Za-z-]{0,20}")
_HOURS = re.compile(
    r"(?:about |around |~\s?|≈\s?)?(?P<length>\d[\d.,]* ?[a-z]+(?: \d+ ?[a-z]+)?)\s+(?:of )?", re.IGNORECASE
)


def find_listed(body: Body, vocabulary: Vocabulary) -> list[Label]:
    """Return one label for each entry of a list that stands below the name of a fact, in the document's order.

    Counts ("312 customers affected") are facts in the impact section only.
    """
    reader = _ListReader(body, vocabulary)
    return sorted((*reader.labelled(), *reader.headed(), *reader.counted()), key=lambda label: label.index)


class _ListReader:
    """Reads the lists of one body once."""

    def __init__(self, body: Body, vocabulary: Vocabulary) -> None:
        self.body, self.vocabulary = body, vocabulary
        self.roots = find_items(body, 0, len(body.visible))
        self.root_at = {item.index: item for item in self.roots}
        self.left = dict.fromkeys(LISTED, MOST_ENTRIES)

    def labelled(self) -> Iterator[Label]:
        """Yield what stands below "**Contributing factors:**", nested in that item or as the list that follows."""
        for item in self.roots:
            if item.children and (field := self._field(item.lines[0][1])):
                yield from self._entries(field, item.lines[0][1], item.children)
        for index in sorted(set[int]().union(*map(self.body.lines_ending_with, _ENDS))):
            line = self.body.visible[index]
            if index not in self.root_at and (field := self._field(line)):
                yield from self._entries(field, line, self._list_after(index, self.left[field]))

    def headed(self) -> Iterator[Label]:
        """Yield what stands below a heading such as "Related incidents"."""
        for heading in self.body.headings:
            label = _label_of_heading(heading.text)
            if label and (field := self._named(label)) in ("related", "links", "contributing_factors"):
                yield from self._entries(field, heading.text, self._roots_below(heading))

    def counted(self) -> Iterator[Label]:
        """Yield the counts and sums among the entries of the impact section."""
        for heading in self.body.headings:
            if self.vocabulary.section_of(heading.text) == "impact":
                for item in self._roots_below(heading):
                    if not is_placeholder(item.text, self.vocabulary):
                        yield from self._count(item)

    def _roots_below(self, heading: Heading) -> tuple[ListItem, ...]:
        first = bisect_left(self.roots, heading.index, key=_line_of)
        return self.roots[first : bisect_left(self.roots, heading.end, first, key=_line_of)]

    def _count(self, item: ListItem) -> Iterator[Label]:
        text = plain_text(item.text)
        match = _COUNTED.match(text)
        field = self.vocabulary.counted_as(match["what"]) if match else None
        hours = _HOURS.match(text)
        if hours and self.vocabulary.counted_as(text[hours.end() :]) == "impact.engineering_time":
            yield self._label("impact.engineering_time", text, item, hours["length"])
        elif match and field and field != "impact.engineering_time":
            number = match["number"].strip(" ,.")
            yield self._label(field, text, item, f"about {number}" if match["about"] else number)
        elif _MONEY.search(text):
            yield self._label("impact.revenue", text, item, text)

    def _field(self, line: str) -> str | None:
        """Return the field whose label alone stands on the line."""
        match = _LABEL_ALONE.match(line)
        return self._named(match["label"]) if match else None

    def _named(self, label: str) -> str | None:
        """Return the field of a label, of which entries may still be kept."""
        field = self.vocabulary.field_of(label)
        return field if self.left.get(field or "") else None

    def _list_after(self, index: int, most: int) -> list[ListItem]:
        """Return the items of the list that begins below the line, up to `most` or a line that is not part of it."""
        found: list[ListItem] = []
        for below in range(index + 1, len(self.body.visible)):
            if len(found) == most:
                break
            if item := self.root_at.get(below):
                found.append(item)
            elif self.body.visible[below].strip() and not (found and self.body.visible[below][:1] in " \t"):
                break
        return found

    def _entries(self, field: str, label: str, items: Iterable[ListItem]) -> Iterator[Label]:
        for item in items:
            if field == "contributing_factors":
                yield from self._factor(item)
            elif is_placeholder(item.text, self.vocabulary):
                continue
            elif field == "links":
                yield from self._links(item)
            elif field == "related":
                words = plain_text(item.text)
                for match in islice(_ID.finditer(words), MOST_ENTRIES):
                    yield self._label(field, words, item, match[0])
            else:
                words = plain_text(item.text)
                yield self._label(field, words, item, _name_in(words) if field in _NAMES else words, label)

    def _factor(self, item: ListItem) -> Iterator[Label]:
        """Yield a contributing factor, with its category where the entry begins with the name of one."""
        match = _CATEGORY.match(item.text)
        category = self.vocabulary.category_of(match["name"]) if match else None
        words = plain_text(match["text"] if match and category else item.text)
        if not is_placeholder(words, self.vocabulary):
            content = {"category": category, "text": words} if category else words
            yield self._label("contributing_factors", plain_text(item.text), item, content)

    def _links(self, item: ListItem) -> Iterator[Label]:
        """Yield the addresses of an entry; its own words are the label of one that has none."""
        for entry in (item, *item.children):
            linked = [(label, url) for label, url in find_links(entry.text) if _URL.fullmatch(url)]
            bare = [match[0].rstrip(".,;:") for match in _URL.finditer(entry.text)] if not linked else []
            words = plain_text(_URL.sub("", entry.text)).strip(" :：-–—<>")
            for label, url in [*linked, *((words, url) for url in bare)]:
                yield self._label("links", label or url, entry, {"label": label or url, "url": url})

    def _label(self, field: str, text: str, item: ListItem, content: object, label: str = "") -> Label:
        if field in self.left:
            self.left[field] = max(0, self.left[field] - 1)
        return Label(field, label, text, item.index, item.column, content)


@remembered
def _label_of_heading(heading: str) -> str | None:
    match = _LABEL_ALONE.match(heading)
    return match["label"] if match else None


def _line_of(item: ListItem) -> int:
    return item.index


def _name_in(words: str) -> str:
    """Return the name with which an entry begins: "orders-db (replica) — reads" gives orders-db."""
    return _REMARK.sub("", words).strip(" `*.,") or words
