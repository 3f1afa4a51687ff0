"""The pages' own words: those of one language, and what the settings put in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from string import Formatter
from typing import Any

import yaml

from mkdocs_postmortem.settings import DEFAULT_SCALE, Settings, SeverityLevel, Wording

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
"""Languages that pages speak: each has a file beside this one."""
_REGION = re.compile(r"[-_].*", re.DOTALL)


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The words of one site by key, ready to be asked: `words("count-problems", count=3)` gives "3 problems"."""

    language: str
    forms: Mapping[str, Wording]

    def __call__(self, key: str, **values: object) -> str:
        """Return the word with its `{names}` filled in; `count=1` picks its singular. Raises KeyError if unknown."""
        return self.pattern(key, values.get("count")).format(**values)

    def __contains__(self, key: str) -> bool:
        """Return whether there is such a word: what users name themselves has none."""
        return key in self.forms

    def pattern(self, key: str, count: object = None) -> str:
        """Return the word as its file states it, `{names}` and all."""
        forms = self.forms[key]
        return forms.one if count == 1 else forms.other

    def number(self, number: float) -> str:
        """Return a number with the language's marks: `1,200` or `12.5` in English."""
        marks = {",": self("thousands-mark"), ".": self("decimal-mark")}
        text = f"{number:,}" if isinstance(number, int) else f"{number:g}"
        return "".join(marks.get(sign, sign) for sign in text)


def words_for(settings: Settings) -> Words:
    """Return the words of these settings' pages."""
    return _words(base_language(settings.language), tuple(sorted(settings.words.items())), settings.severities)


def base_language(code: str) -> str:
    """Return the shipped language of a code such as `de-AT` or `de_CH`; English for "auto" and for all others."""
    base = _REGION.sub("", code).lower()
    return base if base in LANGUAGES else ENGLISH


def is_shipped(code: str) -> bool:
    """Return whether pages speak the language of this code."""
    return _REGION.sub("", code).lower() in LANGUAGES


def names_in(text: str) -> set[str]:
    """Return the `{names}` of a word; raises ValueError when its brackets do not match or hold more than a name."""
    found = set()
    for _, name, layout, conversion in Formatter().parse(text):
        if layout or conversion:
            raise ValueError("only a name may stand in the brackets")
        if name is not None:
            found.add(name)
    return found


@lru_cache(maxsize=8)
def shipped_words(language: str) -> dict[str, Wording]:
    """Return the catalogue of a shipped language."""
    text = resources.files(__package__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    # The base loader keeps every scalar as text, `Yes` and `No` too, and builds nothing else.
    entries: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # see above
    return Settings.model_validate({"words": entries}).words


@lru_cache(maxsize=8)
def _words(language: str, own: tuple[tuple[str, Wording], ...], scale: tuple[SeverityLevel, ...]) -> Words:
    labels = {f"severity-{level.name}": _literal(level.label) for level in scale if level not in DEFAULT_SCALE}
    return Words(language, {**shipped_words(language), **labels, **dict(own)})


def _literal(text: str) -> Wording:
    """Return a word that is shown as it is, brackets and all."""
    escaped = text.replace("{", "{{").replace("}", "}}")
    return Wording(one=escaped, other=escaped)
