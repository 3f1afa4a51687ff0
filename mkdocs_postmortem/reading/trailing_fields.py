"""Who, when and how far at the end of an action item, without labels: "Pin the version (@kim, 2025-03-01) – done"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from mkdocs_postmortem.reading.days import read_day
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.inline_fields import INLINE_COLUMNS
from mkdocs_postmortem.reading.item_people import NAME, is_person, is_team
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_LONGEST_GROUP = 160
_LONGEST_PART = 60
_MOST_GROUPS = 6
_OPENING = {")": "(", "]": "[", "）": "（", "】": "【"}
_DASHES = (" – ", " — ", " - ", " -- ")
_AROUND = " \t.,;:，；。*_"
_HANDLES = r"@[\w./-]{1,39}\w(?:(?:\s?[,&/+]\s?|\sand\s)@[\w./-]{1,39}\w)*"
_ALL_HANDLES = re.compile(_HANDLES)
_BARE_HANDLES = re.compile(rf"(?<!\S){_HANDLES}$")
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}")
_SIGNED = re.compile(r"(?P<sign>:[a-z_]{2,30}:|[^\w\s!-/:-@\[-`{-~]\ufe0f?)\s*(?P<day>\d{4}-\d{2}-\d{2})?$")
_LOUD = re.compile(r"(?:\*\*|__)(?P<bold>[^*_]{2,30})(?:\*\*|__)$|(?:^|\s)(?P<capitals>[A-Z][A-Z' ]{1,13}[A-Z])$")
_CALENDARS = ("📅", "📆", "🗓")
_BORDER = re.compile(r"\s?[,;，、；]\s?|\s[·•|/]\s")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w -]{0,24})[:：]{1,2}\s?(?P<words>\S.*)")
_ISSUE = re.compile(r"(?:[\w.-]+/[\w.-]+)?[#!]\d+|[A-Z][A-Z0-9]+-\d+|https?://\S+")
_TAG = re.compile(r"~(?:\"[^\"]*\"|[\w:-]+)")
_QUARTER = re.compile(r"Q[1-4](?: ?\d{4})?|\d{4}[ -]?Q[1-4]")


class _Trust(IntEnum):
    """How surely words are a field: a reference says nothing about it, a name alone may be a thing's."""

    NEUTRAL = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(slots=True)
class _Group:
    """One group at the end of a text: where it begins, what it states, and how surely."""

    start: int
    trust: _Trust = _Trust.NEUTRAL
    dashed: bool = False
    labelled: bool = False
    fields: dict[str, str] = field(default_factory=dict)

    def add(self, column: str, words: str, trust: _Trust) -> bool:
        """Take in a part; return whether it fits: owners may be several, everything else is stated once."""
        self.trust = max(self.trust, trust)
        if column in self.fields and column not in ("owners", "tracker"):
            return False
        if column:
            self.fields[column] = f"{self.fields[column]}, {words}" if column in self.fields else words
        return True


def take_trailing(
    text: str, vocabulary: Vocabulary, people: frozenset[str] = frozenset(), *, names: bool = False
) -> tuple[str, dict[str, str]]:
    """Return the text without the fields at its end, and their words by column.

    A group counts when each part of it is a handle, a date, a status, a reference or a name, and one is certain: a name
    is so when it is one of `people` (in lower case), or when it is alone, with `names`, which says that other items of
    the list have names there. "(API, Redis)" and "(v1.29)" stay in the text.
    """
    groups = _groups_of(text, vocabulary, people, names=names)
    sure = any(group.trust is _Trust.CERTAIN for group in groups)
    taken = [n for n, group in enumerate(groups) if group.trust is _Trust.CERTAIN or (sure and _is_dashed_name(group))]
    if not taken:
        return text, {}
    fields: dict[str, str] = {}
    for group in groups[: taken[-1] + 1]:
        fields = {**group.fields, **fields}
    return _without(text, groups[taken[-1]].start), fields


def names_owner(text: str, vocabulary: Vocabulary, people: frozenset[str]) -> bool:
    """Return whether a text certainly ends with its owner, without a label."""
    groups = _groups_of(text, vocabulary, people, names=False)
    return any(group.trust is _Trust.CERTAIN and "owners" in group.fields and not group.labelled for group in groups)


def trailing_status(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the text without the status that it ends with, and that status: "n/a **DONE**" gives "n/a" and "DONE"."""
    group = _GroupReader(vocabulary, frozenset(), names=False).loud(text.rstrip(_AROUND[:-2]))
    return (text, "") if group is None else (_without(text, group.start), group.fields["status"])


@lru_cache(maxsize=64)  # Each item of a list is asked twice: whether it names its owner, and for all of its fields.
def _groups_of(text: str, vocabulary: Vocabulary, people: frozenset[str], *, names: bool) -> tuple[_Group, ...]:
    return tuple(_GroupReader(vocabulary, people, names=names).groups(text))


def _is_dashed_name(group: _Group) -> bool:
    return group.dashed and group.trust is _Trust.POSSIBLE


def _without(text: str, stop: int) -> str:
    """Return the text before a position; emphasis that only stood around what follows goes with it."""
    kept, behind = text[:stop].rstrip(" \t,;:–—-"), text[stop:].rstrip(" .,;")
    for mark in ("**", "__", "*", "_"):
        if kept.endswith(mark) and behind.endswith(mark) and kept.count(mark) % 2:
            return kept.removesuffix(mark).rstrip(" \t,;:–—-")
    return kept


class _GroupReader:
    """Finds and reads the groups at the end of a text, from the last one on."""

    def __init__(self, vocabulary: Vocabulary, people: frozenset[str], *, names: bool) -> None:
        self.vocabulary, self.people, self.names = vocabulary, people, names

    def groups(self, text: str) -> Iterator[_Group]:
        """Yield the groups that can be read; something must stand before them."""
        for _ in range(_MOST_GROUPS):
            shown = text.rstrip(_AROUND[:-2])
            group = self.loud(shown) or self._handles(shown) or self._bracket(shown) or self._dashed(shown)
            group = group or self._dated_status(shown)
            if group is None or not text[: group.start].strip(_AROUND):
                return
            yield group
            text = text[: group.start]

    def loud(self, text: str) -> _Group | None:
        """Read a status in bold or capitals, or a sign with the day that may follow it: "✅ 2025-03-01"."""
        if text[-1:].islower():  # Both end in capitals, emphasis, a sign or a day.
            return None
        tail = len(text) - _LONGEST_PART if len(text) > _LONGEST_PART else 0
        if match := _LOUD.search(text, tail):
            return self._status_alone(match["bold"] or match["capitals"], match.start())
        match = _SIGNED.search(text.rstrip("*_"), tail)
        if match is None:
            return None
        if match["sign"][0] in _CALENDARS and match["day"]:
            return _Group(match.start(), _Trust.CERTAIN, fields={"due": match["day"]})
        found = self.vocabulary.sign_of(match["sign"])
        if found is None or found[1].strip("\ufe0f"):
            return None
        dated = {"completed_at": match["day"]} if match["day"] and found[0] == "done" else {}
        return _Group(match.start(), _Trust.CERTAIN, fields={"status": match["sign"], **dated})

    def _status_alone(self, words: str, start: int) -> _Group | None:
        found = self.vocabulary.status_of(words.strip(" .:"))
        return None if found is None or found[1] else _Group(start, _Trust.CERTAIN, fields={"status": words.strip()})

    def _handles(self, text: str) -> _Group | None:
        """Read "… @kim", unless the word before makes it part of the sentence: "check with @kim"."""
        match = _BARE_HANDLES.search(text, max(0, len(text) - _LONGEST_GROUP)) if "@" in text else None
        before = text[: match.start()].rsplit(maxsplit=1)[-1:] if match else []
        if match is None or not before or before[0].endswith((":", "：")):
            return None
        if before[0].casefold() in self.vocabulary.before_handles:
            return None
        return _Group(match.start(), _Trust.CERTAIN, fields={"owners": match[0]})

    def _bracket(self, text: str) -> _Group | None:
        bare = text.rstrip("*_")
        start = _opening(bare)
        if start is None or text[start - 1 : start] == "]":
            return None
        return self._read(bare[start + 1 : -1].rstrip("\\"), _Group(start - text[:start].endswith("\\")))

    def _dashed(self, text: str) -> _Group | None:
        low = max(0, len(text) - _LONGEST_GROUP)
        start = max(text.rfind(dash, low) for dash in _DASHES)
        if start > 0:
            return self._read(text[start:].lstrip(" –—-"), _Group(start, dashed=True))
        return None

    def _dated_status(self, text: str) -> _Group | None:
        """Read "…, done 2025-03-01": behind a comma only a state with its day is set off enough."""
        start = text.rfind(",", max(0, len(text) - _LONGEST_PART))
        words = text[start + 1 :].strip() if start > 0 else ""
        found = self.vocabulary.status_of(words) if words else None
        if found is None or not found[1] or not self._is_day(found[1], yearless=True):
            return None
        return _Group(start, _Trust.CERTAIN, fields={"status": words})

    def _read(self, words: str, group: _Group) -> _Group | None:
        """Read the parts of a group, None unless each of them can be read."""
        for part in self._parts(words):
            read = self._part(part)
            group.labelled = group.labelled or ":" in part or "：" in part
            if read is None or not group.add(*read):
                return None
        # One name where others have theirs is an owner; of several, "(API, Redis)", one should be known as one.
        if self.names and group.trust is _Trust.POSSIBLE and NAME.fullmatch(group.fields.get("owners", "")):
            group.trust = _Trust.CERTAIN
        return group

    def _parts(self, words: str) -> Iterator[str]:
        """Yield what commas and the like divide; the comma of "Oct 11, 2025" divides nothing."""
        parts = [part for part in _BORDER.split(words) if part.strip(" *_")]
        while parts:
            joined = ", ".join(parts[:2])
            due = self._due(joined.strip(" *_")) if len(parts) > 1 else None
            count = 2 if due and due[2] is _Trust.CERTAIN else 1
            yield joined if count > 1 else parts[0]
            del parts[:count]

    def _part(self, markdown: str) -> tuple[str, str, _Trust] | None:
        """Return column, words and trust of one part, None when it is nothing of all this."""
        text = plain_text(markdown).strip(" *_.`")
        if len(text) > _LONGEST_PART:
            return None
        return self._plain_part(text) or self._reference(text, markdown) or self._name(text)

    def _plain_part(self, text: str) -> tuple[str, str, _Trust] | None:
        if self.vocabulary.is_nothing(text):
            return "", "", _Trust.NEUTRAL
        if (label := _LABELLED.fullmatch(text)) and self.vocabulary.column_of(label["label"]) in INLINE_COLUMNS:
            return str(self.vocabulary.column_of(label["label"])), label["words"], _Trust.CERTAIN
        if _ALL_HANDLES.fullmatch(text) or _ADDRESS.fullmatch(text):
            return "owners", text, _Trust.CERTAIN
        if (found := self.vocabulary.status_of(text)) is not None:
            return ("status", text, _Trust.CERTAIN) if self._may_follow(found[1]) else None
        return self._due(text)

    def _may_follow(self, words: str) -> bool:
        """Return whether words go with a status: none, a day, or a reference ("done in #12")."""
        last = words.rpartition(" ")[2]
        return not words or self._is_day(words, yearless=True) or _ISSUE.fullmatch(last) is not None

    def _due(self, text: str) -> tuple[str, str, _Trust] | None:
        if self._is_day(text):
            return "due", text, _Trust.CERTAIN
        first, _, rest = text.partition(" ")
        if rest and (first.casefold() in self.vocabulary.before_due or self.vocabulary.column_of(first) == "due"):
            return "due", rest, _Trust.CERTAIN if self._is_day(rest) else _Trust.POSSIBLE
        return ("due", text, _Trust.POSSIBLE) if _QUARTER.fullmatch(text) else None

    def _is_day(self, text: str, *, yearless: bool = False) -> bool:
        found = read_day(text, 0, self.vocabulary)
        return found is not None and found[1] == len(text) and (yearless or found[0].year is not None)

    def _reference(self, text: str, markdown: str) -> tuple[str, str, _Trust] | None:
        if _TAG.fullmatch(text):
            return "", "", _Trust.NEUTRAL
        return ("tracker", markdown, _Trust.NEUTRAL) if _ISSUE.fullmatch(text) else None

    def _name(self, text: str) -> tuple[str, str, _Trust] | None:
        """Return a name or a team as the owner; a team and one of `people` is certain."""
        if is_team(text, self.vocabulary) or is_person(text, self.people):
            return "owners", text, _Trust.CERTAIN
        return ("owners", text, _Trust.POSSIBLE) if NAME.fullmatch(text) else None


def _opening(text: str) -> int | None:
    """Return where the bracket begins that closes a text, None when none does or it lies too far back."""
    opening = _OPENING.get(text[-1:])
    if opening is None:
        return None
    depth = 0
    for position in range(len(text) - 1, max(-1, len(text) - _LONGEST_GROUP), -1):
        depth += (text[position] == text[-1]) - (text[position] == opening)
        if depth == 0:
            return position
    return None
