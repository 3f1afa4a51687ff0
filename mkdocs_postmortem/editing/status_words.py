"""The words of an item's status as they are written: in the language and style of the place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.reading.shipped_words import LANGUAGES, words_of
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

SIGNS = {ItemStatus.DONE: "✅", ItemStatus.WONT_DO: "❌", ItemStatus.OPEN: "⬜"}
"""Signs of the vocabulary that every reader understands."""
CAPITALS = {ItemStatus.DONE: "DONE", ItemStatus.WONT_DO: "WONTFIX", ItemStatus.OPEN: "TODO"}
"""Words before a colon ("TODO: …"), which are read in plain capitals alone."""
_EMPHASIS = "*_`"
_TAG = re.compile(r"<[^<>]*>")


def language_of(labels: Iterable[str], status: str) -> str:
    """Return the language of an item: one that knows its status word, if any does, and most of the labels around it.

    Of two that know as much it is English, unless the other knows a label that English does not.
    """
    listed = [label for label in labels if label.strip()]
    speaking = [language for language in LANGUAGES if _knows_status(language, status)] or list(LANGUAGES)
    known = {language: {label for label in listed if _knows(language, label)} for language in speaking}
    english = known.get("en", set())
    return max(speaking, key=lambda language: (len(known[language]), bool(known[language] - english)))


def status_word(status: ItemStatus, language: str) -> str:
    """Return the first word of the language for a status."""
    return str(words_of(language)["statuses"][status.value][0])


def column_label(column: str, language: str) -> str:
    """Return the first label of the language for a column of action items."""
    return str(words_of(language)["columns"][column][0])


def dress(old: str, status: ItemStatus, said: str, language: str, vocabulary: Vocabulary) -> str:
    """Return the words of a status in the style of those that stand there, followed by `said` (a date or a reason).

    Emphasis around them, a sign before them, and small or capital letters are kept: "**TODO**" becomes "**DONE**",
    "🟡 In progress" becomes "✅ Done", and "⏳" becomes "✅".
    """
    core = old.strip(_EMPHASIS)
    marks = old[: len(old) - len(old.lstrip(_EMPHASIS))]
    marks = marks if marks and old.endswith(marks[::-1]) else ""
    signed = vocabulary.sign_of(core) if core[:1] and not core[0].isalnum() else None
    rest = signed[1] if signed else core
    sign = f"{SIGNS[status]} " if signed else ""
    if signed and not rest:
        return f"{marks}{sign}{said}".rstrip() + marks
    border = ": " if said and status is ItemStatus.WONT_DO else " " if said else ""
    return f"{marks}{sign}{_cased(status_word(status, language), rest)}{border}{said}{marks}"


def _cased(word: str, like: str) -> str:
    """Return the word in small letters, in capitals or with one capital, as the words that stand there."""
    letters = _TAG.sub("", like)[:2]
    if len(letters) > 1 and letters.isupper():
        return word.upper()
    return word if letters.islower() else word[:1].upper() + word[1:]


def _knows(language: str, label: str) -> bool:
    words = words_of(language)
    squashed = squash(label) or label.strip()
    spelled = (word for part in ("columns", "sections") for listed in words[part].values() for word in listed)
    return any((squash(word) or word) == squashed for word in spelled)


def _knows_status(language: str, text: str) -> bool:
    """Return whether the text begins with a status word of the language; signs belong to no language."""
    plain = _TAG.sub("", text).strip(_EMPHASIS + " ").casefold()
    rest = plain.lstrip("".join(character for character in plain[:1] if not character.isalnum())).strip()
    spelled = (word.casefold() for listed in words_of(language)["statuses"].values() for word in listed)
    return any(rest.startswith(word) for word in spelled if word[0].isalnum())
