"""Words of the user's own: how authors spell things, and what the pages say."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mkdocs_postmortem.settings.block import Block

AUTO = "auto"
"""The language that is the theme's."""


class Wording(Block):
    """A word of the pages for a count of one and for every other count; a plain text stands for both."""

    one: str
    other: str


Spelling = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Spellings = tuple[Spelling, ...]
# YAML takes a plain 3 for a number.
Named = dict[Annotated[str, BeforeValidator(lambda name: str(name) if isinstance(name, int) else name)], Spellings]


class VocabularyWords(Block):
    """Further spellings that the reader understands: the parts of `reading/vocabularies/en.yaml`, by the same names."""

    fields: Named = {}
    sections: Named = {}
    columns: Named = {}
    timeline_columns: Named = {}
    statuses: Named = {}
    review_states: Named = {}
    degrees: Named = {}
    item_kinds: Named = {}
    months: Named = {}
    notes: Named = {}
    counted: Named = {}
    factor_categories: Named = {}
    all_times: Spellings = ()
    action_headings: Named = {}
    loose_title_columns: Spellings = ()
    before_due: Spellings = ()
    before_handles: Spellings = ()
    clock_words: Spellings = ()
    marks: Named = {}
    afterwards: Spellings = ()
    weak_action_headings: Spellings = ()
    vague_action_headings: Spellings = ()
    no_items: Spellings = ()
    nothing: Spellings = ()
    approximate: Spellings = ()
    next_day: Spellings = ()
    title_prefixes: Spellings = ()
    slots: Spellings = ()
    boilerplate: Spellings = ()


def worded(value: Any) -> Any:
    """Let a plain text stand for both forms of a word."""
    if isinstance(value, str):
        return {"one": value, "other": value}
    if isinstance(value, (dict, Wording)):
        return value
    raise ValueError("write text, in quotes where YAML reads something else, or {one: …, other: …}")
