"""What to say of a name that no document has."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten, suggest


def refuse_id(identity: str, postmortems: Iterable[Postmortem]) -> str:
    """Return that no document has this id, and the closest id that one has, else some that there are."""
    hint = suggest(identity, [postmortem.id for postmortem in postmortems])
    return f'no document has the id "{shorten(identity)}"' + (f"; {hint}" if hint else "")
