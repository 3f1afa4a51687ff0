"""The words that the reader understands: loaded from data files, extended by the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from mkdocs_postmortem.reading.shipped_words import shipped_spellings
from mkdocs_postmortem.reading.spellings import (
    START,
    Beginnings,
    as_words,
    bare_heading_spelling,
    by_spelling,
    column_spelling,
    heading_spellings,
    label_spelling,
    mark_spellings,
    remembered,
    said_with,
    status_spelling,
    word_spelling,
)
from mkdocs_postmortem.settings import Settings, VocabularyWords, squash

_LOOKED_AT = 200
_FIRST_WORDS = 4
_MOST_SIGNS = 10  # As many and more before a status are decoration.
_TELLING_LENGTH = 12  # A shorter beginning would also begin what authors write.
_SYMBOLS = re.compile(r"^[^\w\s!-/:-@\[-`{-~]{1,3}\s?(?=\w)")
_DIGITS = re.compile(r"[0-9]+")
_NO_WORD = re.compile(r"[\W_]+")
_NO_WORDS = VocabularyWords.model_construct()


class Vocabulary:
    """Spellings by what they mean. Every look-up takes text as written and ignores case and punctuation."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._learn_fields(words)
        self._learn_headings(words)
        self._learn_items(words)
        self._learn_statuses(words["statuses"])
        self._learn_times(words)
        self._learn_gaps(words)

    def _learn_fields(self, words: Mapping[str, Any]) -> None:
        """Learn the keys and labels of facts, and the words of their closed lists."""
        self.fields = by_spelling(words["fields"])
        self.field_names = tuple(words["fields"])
        self.advice = {squash(key): text for key, text in words["advice"].items()}
        self.blog_keys = {squash(word) for word in words["blog_keys"]}
        self.reserved = {squash(word) for word in words["reserved"]}
        self.notes = by_spelling(words["notes"])
        self.counted: list[tuple[str, str]] = [
            (phrase, field) for field, phrases in words["counted"].items() for phrase in phrases
        ]
        self._counted_phrases = tuple(phrase for phrase, _ in self.counted)
        self.categories = by_spelling(words["factor_categories"])
        self.degrees = by_spelling(words["degrees"])
        self.review_states = by_spelling(words["review_states"])
        self.title_prefixes = tuple(words["title_prefixes"])

    def _learn_headings(self, words: Mapping[str, Any]) -> None:
        """Learn the headings of sections, whole and composed of two parts."""
        self.headings = {key: tuple(phrases) for key, phrases in words["sections"].items()}
        self.section_keys = tuple(words["sections"])
        self.sections = by_spelling(words["sections"])
        of, what = (words["action_headings"][part] for part in ("of", "what"))
        for heading in (squash(first + second) for first in of for second in what):
            self.sections.setdefault(heading, "action-items")
        self.weak_headings = {squash(phrase) for phrase in words["weak_action_headings"]}
        self.vague_headings = {squash(phrase) for phrase in words["vague_action_headings"]}

    def _learn_items(self, words: Mapping[str, Any]) -> None:
        """Learn the columns and fields of action items, and their kinds."""
        self.columns = by_spelling(words["columns"])
        self._column_words = {name: (name, *spellings) for name, spellings in words["columns"].items()}
        self.loose_titles = {squash(word) for word in words["loose_title_columns"]}
        self.item_kinds: list[tuple[str, str]] = [
            (kind, as_words(phrase)) for kind, phrases in words["item_kinds"].items() for phrase in phrases
        ]
        self.before_due = {word.casefold() for word in words["before_due"]}
        self.before_handles = {word.casefold() for word in words["before_handles"]}
        self.no_items = {squash(word) for word in words["no_items"]}
        self._not_no_items = Beginnings(self.no_items)

    def _learn_statuses(self, words: Mapping[str, Any]) -> None:
        """Learn the words of an item's status, the longest first."""
        self.statuses = sorted(
            ((status_spelling(word), status) for status, spellings in words.items() for word in spellings),
            key=lambda pair: -len(pair[0]),
        )
        self._statuses_from: dict[str, list[tuple[str, str]]] = {}
        for word, status in self.statuses:
            self._statuses_from.setdefault(word[0], []).append((word, status))

    def _learn_times(self, words: Mapping[str, Any]) -> None:
        """Learn the words of timelines, days and clocks."""
        self.timeline_columns = by_spelling(words["timeline_columns"])
        self.all_times = tuple(words["all_times"])
        self.marks = {
            field: mark_spellings(words["marks"]["what"], words["marks"][field])
            for field in ("started_at", "resolved_at")
        }
        self.afterwards = tuple(map(as_words, words["afterwards"]))
        self.months = {squash(name): int(number) for number, names in words["months"].items() for name in names}
        self.approximate = tuple(words["approximate"])
        self.clock_words = tuple(words["clock_words"])
        self.next_day = tuple(words["next_day"])

    def _learn_gaps(self, words: Mapping[str, Any]) -> None:
        """Learn what says that nothing is stated: words for nothing, and the lines that templates print."""
        boilerplate = [squash(line) for line in words["boilerplate"]]
        self.nothing = {squash(word) or word for word in words["nothing"]}
        self.slots = {squash(word) for word in words["slots"]}
        self.boilerplate = {line for line in boilerplate if len(line) < _TELLING_LENGTH}
        self.boilerplate_starts = tuple(line for line in boilerplate if len(line) >= _TELLING_LENGTH)
        self._not_nothing = Beginnings(self.nothing)
        self._not_boilerplate = Beginnings(boilerplate)
        self._plainly_said = Beginnings((*self.nothing, *boilerplate))

    def section_of(self, heading: str) -> str | None:
        """Return the section that a heading names ("3. Timeline (UTC)" gives timeline), or None."""
        return _section_in(heading, self)

    def kind_of(self, text: str) -> str | None:
        """Return the action item kind whose phrase the text contains ("Prevent recurrence" gives prevent), or None."""
        return _kind_in(text, self) if text else None

    def field_of(self, label: str) -> str | None:
        """Return the canonical field that a label of the body names ("Start time (UTC)" gives started_at), or None."""
        return self.fields.get(label_spelling(label))

    def note_of(self, label: str) -> str | None:
        """Return the note that a label names: what states a fact only through another ("Time to detect"), or None."""
        return self.notes.get(label_spelling(label))

    def counted_as(self, what: str) -> str | None:
        """Return the field of what was counted ("customers affected" after its number), or None."""
        folded = what.casefold()
        if not folded.startswith(self._counted_phrases):  # Most words count nothing.
            return None
        return next(field for phrase, field in self.counted if folded.startswith(phrase))

    def category_of(self, label: str) -> str | None:
        """Return the category of contributing factors that a label names ("process / oncall"), or None."""
        return self.categories.get(squash(label))

    def mark_of(self, text: str, field: str) -> int:
        """Return how clearly the text marks start or end ("SEV-2 BEGINS"): 1 is clearest, 0 says that it does not."""
        return self.marks[field].get(squash(_DIGITS.sub("", text)), 0)

    def came_afterwards(self, event: str) -> bool:
        """Return whether the first words of a timeline entry tell of what came after the incident: its review."""
        words = f" {' '.join(_NO_WORD.sub(' ', event[:_LOOKED_AT].lower()).split()[:_FIRST_WORDS])} "
        return any(phrase in words for phrase in self.afterwards)

    def column_of(self, label: str) -> str | None:
        """Return the action item column that a heading or label names, or None."""
        return self.columns.get(column_spelling(label))

    def labels_of(self, columns: Iterable[str]) -> tuple[str, ...]:
        """Return every spelling of these columns."""
        return tuple(word for column in columns for word in self._column_words.get(column, ()))

    def month_of(self, name: str) -> int | None:
        """Return the number of the month with this name or abbreviation, or None."""
        return self.months.get(squash(name))

    def is_weak_heading(self, heading: str) -> bool:
        """Return whether action items may stand below the heading, but only those that say so themselves."""
        return bare_heading_spelling(heading) in self.weak_headings

    def is_vague_heading(self, heading: str) -> bool:
        """Return whether the heading may mean the action items, or a checklist of the process."""
        return bare_heading_spelling(heading) in self.vague_headings

    def status_of(self, text: str) -> tuple[str, str] | None:
        """Return the item status that the text begins with and the rest ("✅ Done in #12" gives done, "in #12").

        Words win over the signs before them; None when the text begins with neither.
        """
        return _status_in(text, self)

    def sign_of(self, text: str) -> tuple[str, str] | None:
        """Return the item status of the sign that the text begins with and the words after it, or None."""
        found = self.status_at(text, signs=True)
        return (found[0], text[found[1] :].strip()) if found else None

    def status_at(self, text: str, *, signs: bool) -> tuple[str, int] | None:
        """Return the item status of the sign, or of the word, that the text begins with, and its length, or None."""
        plain_text = status_spelling(text[:_LOOKED_AT])
        for word, status in self._statuses_from.get(plain_text[:1], ()):
            if word[0].isalnum() is signs or not plain_text.startswith(word):
                continue
            following = plain_text[len(word) : len(word) + 1]
            if not (word[-1].isascii() and word[-1].isalnum() and following.isalnum()):
                return status, len(word)
        return None

    def degree_of(self, text: str) -> str | None:
        """Return critical, high, medium or low as the text says it in any language ("🔴 Kritisch"), or None."""
        return self.degrees.get(word_spelling(text))

    def review_state_of(self, text: str) -> str | None:
        """Return draft, in-review or published as the text says it in any language ("Entwurf"), or None."""
        return self.review_states.get(word_spelling(text))

    def says_no_items(self, text: str) -> bool:
        """Return whether the text states that there are no action items ("None", "Keine Maßnahmen.")."""
        return not self._not_no_items[text[:START]] and squash(text) in self.no_items

    def is_nothing(self, text: str) -> bool:
        """Return whether the text only says that there is nothing yet ("TBD", "—", blank)."""
        if self._not_nothing[text[:START]]:
            return False
        return not text.strip() or (squash(text) or text.strip()) in self.nothing

    def is_plainly_said(self, text: str) -> bool:
        """Return whether the first letters of a text tell that it is neither nothing nor boilerplate."""
        return self._plainly_said[text[:START]]

    def is_slot(self, name: str) -> bool:
        """Return whether a template writes this word in square brackets for the author to replace."""
        return squash(name) in self.slots

    def is_boilerplate(self, text: str) -> bool:
        """Return whether the text begins like a line that a template prints for its author."""
        if self._not_boilerplate[text[:START]]:
            return False
        squashed = squash(text[:_LOOKED_AT])
        return squashed in self.boilerplate or squashed.startswith(self.boilerplate_starts)


_latest: list[tuple[Settings, Vocabulary]] = []
"""The last settings and their vocabulary: every document asks, nearly always with the same settings."""


def vocabulary_for(settings: Settings) -> Vocabulary:
    """Return the shipped vocabulary with the settings' further spellings, which win over shipped ones."""
    known, vocabulary = _latest[0] if _latest else (None, None)
    if vocabulary is None or known is not settings:
        vocabulary = _vocabulary_of(settings)
        _latest[:] = [(settings, vocabulary)]
    return vocabulary


def _vocabulary_of(settings: Settings) -> Vocabulary:
    if not settings.headings and settings.vocabulary == _NO_WORDS:
        return _shipped_vocabulary()
    sections = {**settings.vocabulary.sections}
    for key, phrases in settings.headings.items():
        sections[key] = (*sections.get(key, ()), *phrases)
    # Text can be a key of the cache, a mapping cannot.
    return _extended_vocabulary(settings.vocabulary.model_copy(update={"sections": sections}).model_dump_json())


@lru_cache(maxsize=1)
def _shipped_vocabulary() -> Vocabulary:
    return Vocabulary(shipped_spellings())


@lru_cache(maxsize=8)
def _extended_vocabulary(own: str) -> Vocabulary:
    words = dict(shipped_spellings())
    for part, entries in VocabularyWords.model_validate_json(own):
        words[part] = _claimed(words[part], entries) if isinstance(entries, Mapping) else (*words[part], *entries)
        if part == "sections":
            _clear_headings(
                words, {bare_heading_spelling(phrase) for phrases in entries.values() for phrase in phrases}
            )
    return Vocabulary(words)


def _claimed(known: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the spellings by name with the user's own at the end, each taken from the name that had it."""
    taken = {squash(spelling) or spelling for spellings in own.values() for spelling in spellings}
    kept = {
        name: tuple(spelling for spelling in spellings if (squash(spelling) or spelling) not in taken)
        for name, spellings in known.items()
    }
    return kept | {name: (*kept.get(name, ()), *spellings) for name, spellings in own.items()}


def _clear_headings(words: dict[str, Any], clear: set[str]) -> None:
    """Take headings that the user names for a section out of those whose meaning is not certain."""
    for part in ("weak_action_headings", "vague_action_headings"):
        words[part] = tuple(phrase for phrase in words[part] if squash(phrase) not in clear)


@remembered  # Eight readers ask for the section of every heading.
def _section_in(heading: str, vocabulary: Vocabulary) -> str | None:
    whole, shorter = heading_spellings(heading)
    return vocabulary.sections.get(whole) or vocabulary.sections.get(shorter)


@remembered
def _kind_in(text: str, vocabulary: Vocabulary) -> str | None:
    words = f" {_NO_WORD.sub(' ', text.lower())} "
    for kind, phrase in vocabulary.item_kinds:
        if phrase in words:
            return kind
    return None


@remembered
def _status_in(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    rest, sign = text.strip(), None
    for _ in range(_MOST_SIGNS):
        found = vocabulary.status_at(rest, signs=True)
        if found is None:
            break
        sign, rest = sign or found[0], rest[found[1] :].strip()
    else:
        return None
    rest = _SYMBOLS.sub("", rest)
    if word := vocabulary.status_at(rest, signs=False):
        return word[0], said_with(rest[word[1] :])
    return (sign, rest) if sign else None
