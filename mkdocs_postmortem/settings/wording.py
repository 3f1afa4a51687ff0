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
    """The word for a count of one."""
    other: str
    """The word for every other count."""


Spelling = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Spellings = tuple[Spelling, ...]
# YAML takes a plain 3 for a number.
Named = dict[Annotated[str, BeforeValidator(lambda name: str(name) if isinstance(name, int) else name)], Spellings]


class VocabularyWords(Block):
    """Further spellings that the reader understands: the parts of `reading/vocabularies/en.yaml`, by the same names."""

    fields: Named = {}
    """Keys of the front matter, and labels in the body."""
    sections: Named = {}
    """Headings of sections."""
    columns: Named = {}
    """Column headings and labels of action items."""
    timeline_columns: Named = {}
    """Column headings of timelines."""
    statuses: Named = {}
    """How far an action item is."""
    review_states: Named = {}
    """The status of a document."""
    degrees: Named = {}
    """Severities and priorities: critical, high, medium and low."""
    item_kinds: Named = {}
    """Words inside a sub-heading or a kind of action items."""
    months: Named = {}
    """Months in dates, by their number in quotes."""
    notes: Named = {}
    """Labels that state a fact only through another."""
    counted: Named = {}
    """What follows a number in the impact section."""
    factor_categories: Named = {}
    """Labels of contributing factors in the body."""
    all_times: Spellings = ()
    """Phrases of a sentence that names the zone of all times."""
    action_headings: Named = {}
    """Two lists whose words together make further action item headings."""
    loose_title_columns: Spellings = ()
    """Headings of the action's column that count only beside one for who, when or state."""
    before_due: Spellings = ()
    """Words before a day at the end of an item."""
    before_handles: Spellings = ()
    """Words before an @handle at the end of an item."""
    clock_words: Spellings = ()
    """Words behind a time of day."""
    marks: Named = {}
    """Words of a timeline entry that marks start or end."""
    afterwards: Spellings = ()
    """Words of a timeline entry that tells of what came after the incident."""
    weak_action_headings: Spellings = ()
    """Headings below which only those items count that show a box, an owner or a date."""
    vague_action_headings: Spellings = ()
    """Headings that mean the action items only where no clearer one holds any."""
    no_items: Spellings = ()
    """The statement that there are no action items."""
    nothing: Spellings = ()
    """Words for nobody and not yet."""
    approximate: Spellings = ()
    """Words beside a time that is not exact."""
    next_day: Spellings = ()
    """Words beside a time of the day after."""
    title_prefixes: Spellings = ()
    """What stands before a title and is not part of it."""
    slots: Spellings = ()
    """Words in square brackets that wait to be replaced."""
    boilerplate: Spellings = ()
    """Beginnings of lines that a template prints for its author."""


def worded(value: Any) -> Any:
    """Let a plain text stand for both forms of a word."""
    if isinstance(value, str):
        return {"one": value, "other": value}
    if isinstance(value, (dict, Wording)):
        return value
    raise ValueError("write text, in quotes where YAML reads something else, or {one: …, other: …}")
