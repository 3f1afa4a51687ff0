"""What the settings say of words: whether the spellings and the pages' words that they add belong to something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.reading.shipped_words import shipped_spellings
from mkdocs_postmortem.settings import AUTO, Settings, squash
from mkdocs_postmortem.words.catalogue import ENGLISH, LANGUAGES, is_shipped, names_in, shipped_words

Fault = tuple[tuple[str, ...], str, str]
"""The option by its path, what is wrong with it, and what to do."""


def find_word_faults(settings: Settings) -> Iterator[Fault]:
    """Yield every language, word and spelling of the settings that means nothing."""
    yield from _language_faults(settings)
    yield from _wording_faults(settings)
    for part, entries in settings.vocabulary:
        if isinstance(entries, Mapping):
            yield from _spelling_faults(part, entries)


def _language_faults(settings: Settings) -> Iterator[Fault]:
    if settings.language != AUTO and not is_shipped(settings.language):
        hint = f"use {AUTO}, {' or '.join(LANGUAGES)}; `words` may replace every word of one"
        yield ("language",), f'language: no words are shipped for "{settings.language}"', hint


def _wording_faults(settings: Settings) -> Iterator[Fault]:
    known = shipped_words(ENGLISH)
    for key, forms in settings.words.items():
        if key not in known:
            yield ("words", key), f'words: "{key}" is no word of the pages', suggest(key, known)
            continue
        fillable = names_in(known[key].one) | names_in(known[key].other)
        for text in dict.fromkeys((forms.one, forms.other)):
            if reason := _unfillable(text, fillable):
                yield ("words", key), f"words: {key}: {reason}", _fillable_hint(fillable)


def _unfillable(text: str, fillable: set[str]) -> str:
    """Return why the page cannot fill in a word, empty when it can."""
    try:
        strange = sorted(names_in(text) - fillable)
    except ValueError as error:
        return f'the brackets of "{text}" cannot be read ({error})'
    return f"nothing fills in {{{strange[0]}}}" if strange else ""


def _fillable_hint(fillable: set[str]) -> str:
    if not fillable:
        return "nothing is filled in here; write {{ and }} for brackets"
    return f"filled in are {', '.join(f'{{{name}}}' for name in sorted(fillable))}"


def _spelling_faults(part: str, entries: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Yield names that the part does not have, and spellings that can mean two things."""
    known = shipped_spellings()[part]
    claimed = {squash(name): name for name in known}
    for name, spellings in entries.items():
        if name not in known:
            yield ("vocabulary", part, name), f'vocabulary.{part}: "{name}" is not known', suggest(name, known)
            continue
        for spelling in spellings:
            other = claimed.setdefault(squash(spelling) or spelling, name)
            if other != name:
                message = f'vocabulary.{part}: "{spelling}" stands for both {other} and {name}'
                yield ("vocabulary", part, name), message, "leave one out"
