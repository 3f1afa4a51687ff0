"""The severity scale, as the settings state it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from mkdocs_postmortem.settings.block import Block, squash


class SeverityLevel(Block):
    """One step of the severity scale. `aliases` are further spellings, compared by letters and digits alone."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    """The name in documents and addresses."""
    label: str
    """The word on pages."""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#475467"
    """The colour of the badge: # and six hexadecimal digits, in quotes."""
    aliases: tuple[str, ...] = ()
    """Further spellings."""

    def is_called(self, name: str) -> bool:
        """Return whether `name` is the step's name, its label or one of its aliases."""
        return squash(name) in {squash(spelling) for spelling in (self.name, self.label, *self.aliases)}


def rank_of(name: str, scale: Sequence[SeverityLevel]) -> int | None:
    """Return the place of a severity on the scale (0 is worst), None when no step is called so."""
    return next((rank for rank, level in enumerate(scale) if level.is_called(name)), None)
