"""The words of the data files, by language and all together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain

LANGUAGES = ("en", "de", "fr", "es", "pt", "no", "ja", "zh")
"""Languages whose words are understood, all at once: a team's documents need not agree on one."""
GATHERED = "gathered.json"
"""The file with the words of all of them."""
_FOLDER = Path(__file__).parent / "vocabularies"


@lru_cache(maxsize=1)
def shipped_spellings() -> Mapping[str, Any]:
    """Return the words of all languages by part and name, as their files state them.

    They stand in one more file, which `scripts/write_spellings.py` makes of the others: to read eight files of YAML
    by our own rules takes forty times as long, at every start.
    """
    words: Mapping[str, Any] = json.loads((_FOLDER / GATHERED).read_text(encoding="utf-8"))
    return {part: _frozen(entries) for part, entries in words.items()}


def gather_spellings() -> Mapping[str, Any]:
    """Return the words of all languages by part and name, read from the files of the languages."""
    words: dict[str, Any] = {}
    for language in LANGUAGES:
        _add(words, _shipped(language))
    return words


@lru_cache(maxsize=len(LANGUAGES))
def words_of(language: str) -> dict[str, Any]:
    """Return the shipped words of one language, in the form of its file; nobody may change them."""
    return _shipped(language)


def _shipped(language: str) -> dict[str, Any]:
    """Return the words of one language, read by our own rules, under which `no` is a word and not a truth value."""
    text = (_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    root, _ = compose_front_matter(text, f"{language}.yaml", 1)
    words: dict[str, Any] = plain(root) if root else {}
    return words


def _add(words: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add the words of a further language; what an earlier one claims stays as it is."""
    for part, entries in more.items():
        if isinstance(entries, tuple):
            words[part] = (*words.get(part, ()), *entries)
            continue
        known = words.setdefault(part, {})
        for name, spellings in entries.items():
            known[name] = (*known.get(name, ()), *spellings) if isinstance(spellings, tuple) else spellings


def _frozen(entries: Any) -> Any:
    """Return lists as tuples, as our own reader of YAML gives them."""
    if isinstance(entries, dict):
        return {name: _frozen(below) for name, below in entries.items()}
    return tuple(entries) if isinstance(entries, list) else entries
