"""Which spellings of keys and words a schema lets pass: those of some languages, and the settings' own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_postmortem.reading.severities import find_step
from mkdocs_postmortem.reading.shipped_words import words_of
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.settings import Settings, squash


@dataclass(frozen=True)
class Spellings:
    """Squashed spellings by what they mean. `languages` are codes of the shipped vocabularies."""

    settings: Settings
    languages: tuple[str, ...]

    def of_field(self, name: str) -> set[str]:
        """Return the spellings of a key, such as `started_at` or `impact.data_loss`."""
        return self._meaning(name, "fields", self._vocabulary.fields)

    def of_column(self, name: str) -> set[str]:
        """Return the spellings of a key of an action item."""
        return self._meaning(name, "columns", self._vocabulary.columns)

    def of_severities(self) -> set[str]:
        """Return every name, label, alias and degree that is a step of the scale."""
        scale = {squash(word) for step in self.settings.severities for word in (step.name, step.label, *step.aliases)}
        degrees = self._words("degrees", self._vocabulary.degrees)
        return scale | {word for word, _ in degrees if find_step(word, self.settings, self._vocabulary)}

    def of_priorities(self) -> set[str]:
        """Return every word of a degree: critical, high, medium and low."""
        return {word for word, _ in self._words("degrees", self._vocabulary.degrees)}

    def of_review_states(self) -> set[str]:
        """Return every word for how far the review of a document is."""
        return {word for word, _ in self._words("review_states", self._vocabulary.review_states)}

    @property
    def _vocabulary(self) -> Vocabulary:
        return vocabulary_for(self.settings)

    def _meaning(self, name: str, part: str, known: Mapping[str, str]) -> set[str]:
        return {squash(name), *(word for word, meant in self._words(part, known) if meant == name)}

    def _words(self, part: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield each squashed spelling and what the reader takes it for; words of two languages may differ in that."""
        sources: list[Mapping[str, Any]] = [words_of(language).get(part, {}) for language in self.languages]
        for source in (*sources, getattr(self.settings.vocabulary, part)):
            for name, spellings in source.items():
                for word in map(squash, (name, *spellings)):
                    if word in known:
                        yield word, known[word]
