"""Words of a closed list as the list spells them: `In Review` becomes `in-review`, `SEV 1` becomes `sev1`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from mkdocs_postmortem.editing.fixes.header import Edit, Header, scalars
from mkdocs_postmortem.model.severity import Severity


def find_words(header: Header) -> Iterator[Edit]:
    """Yield an edit for every status, severity, kind or other choice that is understood and spelled differently."""
    for path, node in scalars(header.canonical):
        word = _word(_at(header.facts, path), path)
        if word and node.raw and word != node.raw and (edit := header.replace_scalar(node, word)):
            yield edit


def _word(fact: Any, path: tuple[str | int, ...]) -> str | None:
    if isinstance(fact, Severity):
        return fact.name
    if isinstance(fact, Enum):
        return str(fact.value)
    return fact if path == ("audience",) and isinstance(fact, str) else None


def _at(facts: Any, path: tuple[str | int, ...]) -> Any:
    """Return what the model holds at these keys and indexes, None where it holds nothing."""
    for part in path:
        if isinstance(part, int):
            facts = facts[part] if isinstance(facts, tuple) and part < len(facts) else None
        else:
            facts = getattr(facts, part, None)
    return facts
