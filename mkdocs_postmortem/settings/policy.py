"""What a house demands of some documents only: the blocks of `when`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from mkdocs_postmortem.settings.block import Block, Levels


def _listed(value: Any) -> Any:
    """Let a plain `published` stand for `[published]`."""
    return (value,) if isinstance(value, (str, int)) else value


def _worded(value: Any) -> Any:
    """Let a severity be called 1, as documents may write it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Word = Annotated[str, Field(min_length=1), BeforeValidator(_worded)]
Words = Annotated[tuple[Word, ...], BeforeValidator(_listed), Field(min_length=1)]
"""One word or several, of which any will do; a condition that is not stated is an empty tuple."""


class ItemDemand(Block):
    """How many action items, of which priorities and kinds, a document must have."""

    priority: Words = ()
    kind: Words = ()
    at_least: Annotated[int, Field(ge=1)] = 1


class Demands(Block):
    """What the documents of a `when` block must hold, on top of what all must."""

    fields: Words = ()
    sections: Words = ()
    items: ItemDemand | None = None


class Policy(Block):
    """One block of `when`: conditions, which must all hold, and what follows for the documents that they choose."""

    status: Words = ()
    severity: Words = ()
    kind: Words = ()
    audience: Words = ()
    services: Words = ()
    require: Demands = Demands()
    levels: Levels = {}

    @model_validator(mode="after")
    def _means_something(self) -> Policy:
        if not any((self.status, self.severity, self.kind, self.audience, self.services)):
            raise ValueError("no condition: use required and levels for all documents, or name a status or severity")
        if self.require == Demands() and not self.levels:
            raise ValueError("nothing follows from it: add require or levels")
        return self
