"""The words that the reader understands: loaded from data files, extended by the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from mkdocs_postmortem.settings import Settings, squash

_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+")
_BRACKETED = re.compile(r"[(（\[].*$")
_LOOKED_AT = 200
_TELLING_LENGTH = 12  # A shorter beginning would also begin what authors write.
_DECORATION = re.compile(r"[*_`~]+|<[^>]*>")


class Vocabulary:
    """Spellings by what they mean. Every look-up takes text as written and ignores case and punctuation."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.fields = _by_spelling(words["fields"])
        self.field_names = tuple(words["fields"])
        self.advice = {squash(key): text for key, text in words["advice"].items()}
        self.reserved = {squash(word) for word in words["reserved"]}
        self.sections = _by_spelling(words["sections"])
        self.section_keys = tuple(words["sections"])
        self.columns = _by_spelling(words["columns"])
        self.timeline_columns = _by_spelling(words["timeline_columns"])
        self.item_kinds = {kind: tuple(phrases) for kind, phrases in words["item_kinds"].items()}
        self.title_prefixes = tuple(words["title_prefixes"])
        self.nothing = {squash(word) or word for word in words["nothing"]}
        boilerplate = [squash(line) for line in words["boilerplate"]]
        self.slots = {squash(word) for word in words["slots"]}
        self.boilerplate = {line for line in boilerplate if len(line) < _TELLING_LENGTH}
        self.boilerplate_starts = tuple(line for line in boilerplate if len(line) >= _TELLING_LENGTH)
        self.headings = {key: tuple(phrases) for key, phrases in words["sections"].items()}

    def section_of(self, heading: str) -> str | None:
        """Return the section that a heading names ("3. Timeline (UTC)" gives timeline), or None."""
        cleaned = _DECORATION.sub("", heading).replace("&", " and ").replace("’", "'")
        for text in (cleaned, _BRACKETED.sub("", cleaned)):
            found = self.sections.get(squash(_NUMBERING.sub("", text)))
            if found:
                return found
        return None

    def kind_of(self, text: str) -> str | None:
        """Return the action item kind whose phrase the text contains ("Prevent recurrence" gives prevent), or None."""
        words = f" {re.sub(r'[^a-z]+', ' ', text.lower())} "
        return next(
            (kind for kind, phrases in self.item_kinds.items() if any(f" {phrase} " in words for phrase in phrases)),
            None,
        )

    def is_nothing(self, text: str) -> bool:
        """Return whether the text only says that there is nothing yet ("TBD", "—", blank)."""
        return not text.strip() or (squash(text) or text.strip()) in self.nothing

    def is_slot(self, name: str) -> bool:
        """Return whether a template writes this word in square brackets for the author to replace."""
        return squash(name) in self.slots

    def is_boilerplate(self, text: str) -> bool:
        """Return whether the text begins like a line that a template prints for its author."""
        squashed = squash(text[:_LOOKED_AT])
        return squashed in self.boilerplate or squashed.startswith(self.boilerplate_starts)


def vocabulary_for(settings: Settings) -> Vocabulary:
    """Return the shipped vocabulary with the settings' further headings."""
    return _vocabulary(tuple((key, phrases) for key, phrases in sorted(settings.headings.items())))


@lru_cache(maxsize=8)
def _vocabulary(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Vocabulary:
    text = resources.files(__package__).joinpath("vocabularies/en.yaml").read_text(encoding="utf-8")
    # Read by our own rules, under which `no` is a word and not a truth value.
    root, _ = compose_front_matter(text, "en.yaml", 1)
    words = plain(root) if root else {}
    for key, phrases in headings:
        words["sections"][key] = (*words["sections"].get(key, ()), *phrases)
    return Vocabulary(words)


def _by_spelling(entries: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return canonical name by squashed spelling; the first entry that claims a spelling keeps it."""
    found = {squash(name): name for name in entries}
    for name, spellings in entries.items():
        for spelling in spellings:
            found.setdefault(squash(spelling) or spelling, name)
    return found
