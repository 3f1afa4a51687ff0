"""What a house demands of some documents only: the blocks of `when`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from mkdocs_postmortem.settings.block import Block, Levels, ShortForm, listed


def _worded(value: Any) -> Any:
    """Let a severity be called 1, as documents may write it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_NUMBER = ShortForm({"type": "integer"})
Word = Annotated[str, Field(min_length=1), BeforeValidator(_worded), _NUMBER]
Words = Annotated[
    tuple[Word, ...], BeforeValidator(listed), Field(min_length=1), ShortForm({"type": ["string", "integer"]})
]
"""One word or several, of which any will do; a condition that is not stated is an empty tuple."""


class ItemDemand(Block):
    """How many action items, of which priorities and kinds, a document must have."""

    priority: Words = ()
    """Which priorities count; all when not set."""
    kind: Words = ()
    """Which kinds of action item count; all when not set."""
    at_least: Annotated[int, Field(ge=1)] = 1
    """How many there must be."""


class Demands(Block):
    """What the documents of a `when` block must hold, on top of what all must."""

    fields: Words = ()
    """Facts that the front matter must state."""
    sections: Words = ()
    """Sections that the body must have."""
    items: ItemDemand | None = None
    """Action items that there must be."""


class Policy(Block):
    """One block of `when`: conditions, which must all hold, and what follows for the documents that they choose."""

    status: Words = ()
    """Review states, any of which meets the condition."""
    severity: Words = ()
    """Severities, any of which meets the condition."""
    kind: Words = ()
    """Kinds of document, any of which meets the condition."""
    audience: Words = ()
    """Audiences, any of which meets the condition."""
    services: Words = ()
    """Services, any of which meets the condition."""
    require: Demands = Demands.model_construct()
    """What such a document must hold."""
    levels: Levels = {}
    """Levels of problems in such a document, by code or name."""

    @model_validator(mode="after")
    def _means_something(self) -> Policy:
        if not any((self.status, self.severity, self.kind, self.audience, self.services)):
            raise ValueError("no condition: use required and levels for all documents, or name a status or severity")
        if self.require == Demands.model_construct() and not self.levels:
            raise ValueError("nothing follows from it: add require or levels")
        return self
