"""A document with everything corrected that takes no decision, and the names of what was corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_postmortem.editing.fixes.dates import find_dates
from mkdocs_postmortem.editing.fixes.header import Edit, Header, open_header
from mkdocs_postmortem.editing.fixes.key_names import find_key_names
from mkdocs_postmortem.editing.fixes.key_order import find_key_order
from mkdocs_postmortem.editing.fixes.placeholders import find_placeholders
from mkdocs_postmortem.editing.fixes.words import find_words
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.proof import front_matter_faults
from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.problems import Kind
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.settings import Settings

FIXES: Mapping[str, Callable[[Header], Iterator[Edit]]] = {
    "key names": find_key_names,
    "dates": find_dates,
    "words": find_words,
    "placeholders": find_placeholders,
    "key order": find_key_order,
}
"""Every correction by its name, in the order in which they are made."""

_ROUNDS = 5
_TRIED_ALONE = 50
_SPELLINGS = {"stated", "stated_due", "stated_status", "line", "column", "restated_line"}
"""What the model keeps of how and where a fact was written."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document before and after, with the names of the corrections that were made."""

    before: Manuscript
    after: Manuscript
    names: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Return whether there is anything to write."""
        return bool(self.names)


def fix_postmortem(manuscript: Manuscript, settings: Settings) -> Fixed:
    """Return the document with its front matter corrected, as it is when that cannot be read.

    Correcting the result again changes nothing.
    """
    fixed: Manuscript = manuscript
    names: list[str] = []
    if not read_postmortem(manuscript.source, settings).postmortem.readable:
        return Fixed(manuscript, manuscript)
    for _ in range(_ROUNDS):  # What one correction leaves may be what another one corrects.
        before = fixed
        for name, find in FIXES.items():
            tried = _corrected(fixed, find, settings)
            names += [name] if tried is not fixed else []
            fixed = tried
        if fixed is before:
            break
    return Fixed(manuscript, fixed, tuple(name for name in FIXES if name in names))


def _corrected(manuscript: Manuscript, find: Callable[[Header], Iterator[Edit]], settings: Settings) -> Manuscript:
    """Return the document with one sort of correction: all of them together, else those that prove right."""
    header = open_header(manuscript, settings)
    edits = list(find(header)) if header else []
    if header is None or not edits:
        return manuscript
    before = _read(manuscript, settings)
    tried = header.edited(edits)
    if before.is_said_by(_read(tried, settings)):
        return tried
    kept: list[Edit] = []
    for edit in edits[:_TRIED_ALONE]:
        if before.is_said_by(_read(header.edited([*kept, edit]), settings)):
            kept.append(edit)
    return header.edited(kept) if kept else manuscript


@dataclass(frozen=True, slots=True)
class _Content:
    """What a document says: its facts, the kinds of fault in its front matter, and the lines of its body."""

    facts: dict[str, Any]
    faults: Counter[Kind]
    body: tuple[str, ...]

    def is_said_by(self, other: _Content) -> bool:
        """Return whether another one has the same facts and body, and no fault that this one has not."""
        return self.body == other.body and other.faults <= self.faults and _says_the_same(self.facts, other.facts)


def _read(manuscript: Manuscript, settings: Settings) -> _Content:
    postmortem = read_postmortem(manuscript.source, settings).postmortem
    faults = Counter(fault.kind for fault in front_matter_faults(manuscript, settings))
    return _Content(_facts(postmortem), faults, manuscript.lines[postmortem.body_line - 1 :])


def _facts(postmortem: Facts) -> dict[str, Any]:
    return postmortem.model_dump(include=set(Facts.model_fields))


def _says_the_same(before: Any, after: Any) -> bool:
    """Return whether all that was read before is read again; what could not be read may be read now."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = (before.keys() | after.keys()) - _SPELLINGS
        return all(_says_the_same(before.get(name), after.get(name)) for name in names)
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        return all(map(_says_the_same, before, after))
    return before is None or bool(before == after)
