"""PM101: a required fact is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import MISSING_FIELD, Location, Problem
from mkdocs_postmortem.rules.rule import readable

_BLOCKS = ("impact", "detection", "communication")  # Always there as values, stated or not.
_EXAMPLES = {
    "severity": "severity: {severity}",
    "status": "status: draft",
    "started_at": "started_at: 2026-03-01T14:05Z",
    "resolved_at": "resolved_at: 2026-03-01T15:39Z",
    "services": "services: [checkout]",
}


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each required field that a document does not hold; a refused value was already reported."""
    required = (*library.settings.required.fields, *(field.name for field in library.settings.fields if field.required))
    for postmortem in readable(library):
        for name in required:
            if not _is_stated(postmortem, name) and not postmortem.states(name):
                example = _EXAMPLES.get(name, f"{name}: …").format(severity=library.settings.severities[-1].name)
                yield MISSING_FIELD.at(
                    Location(postmortem.path), f"{name} is not stated", f"add `{example}` to the front matter"
                )


def _is_stated(postmortem: Postmortem, name: str) -> bool:
    return name in postmortem.custom or (name not in _BLOCKS and bool(getattr(postmortem, name, None)))
