"""Keys that adopting kept under a name of the author's own: which fact each was to be, and why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_postmortem.editing.foreign import ORIGINS
from mkdocs_postmortem.model import Facts, Postmortem
from mkdocs_postmortem.model.text import show_value
from mkdocs_postmortem.reading.body_times import TIMES, DayReader, local_time, to_complete
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings, squash

_KEPT = re.compile(rf"x-(?:(?P<tool>{'|'.join(ORIGINS)})-)?(?P<key>.+)")
_EMPTY: tuple[Any, ...] = (None, "", (), [], {})


@dataclass(frozen=True, slots=True)
class KeptKey:
    """An `x-…` key that holds something: its name, the fact that it was to be, and why it is kept.

    `draft` is the time that it holds, for a person to complete; empty where it holds none. `of_a_tool` tells whether it
    was a key of another tool; else an author may have meant nothing but the key.
    """

    name: str
    field: str
    reason: str
    draft: str = ""
    of_a_tool: bool = False


def kept_keys(postmortem: Postmortem, settings: Settings) -> Iterator[KeptKey]:
    """Yield the keys of a document that were to be one of its facts, in their order."""
    for name, value in postmortem.extensions.items():
        match = _KEPT.fullmatch(name)
        field = _field_of(match, settings) if match and value not in _EMPTY else None
        if match and field:
            reason = _reason(postmortem, name, field, value)
            draft = "" if postmortem.states(field) else _draft(field, value, settings)
            yield KeptKey(name, field, reason, draft, bool(match["tool"]))


def _field_of(match: re.Match[str], settings: Settings) -> str | None:
    """Return the fact of a key: of a tool's key the one that the tool means, else the one that it spells."""
    key = match["key"]
    if match["tool"] is None:
        return vocabulary_for(settings).fields.get(squash(key))
    return ORIGINS[match["tool"]].homes.get(key.lower(), key if key in Facts.model_fields else None)


def _reason(postmortem: Postmortem, name: str, field: str, value: Any) -> str:
    held = f"{name} holds {show_value(value)}"
    if postmortem.states(field):
        return f"{field} is stated already, and {held}"
    return f"{field} is not stated: {held}, which cannot be read as {field}"


def _draft(field: str, value: Any, settings: Settings) -> str:
    """Return the time that a value states but for its zone or its time of day; empty when it is no such value."""
    if field not in TIMES or not isinstance(value, str):
        return ""
    said = local_time(value, DayReader(vocabulary_for(settings)))
    return to_complete(said) if said else ""
