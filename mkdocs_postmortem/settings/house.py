"""What a house has agreed on: conventions for names, what an impact must be called, and who may own an item."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from mkdocs_postmortem.settings.block import Block, Pattern


class Conventions(Block):
    """Regular expressions that titles and file names must match as a whole; None means any."""

    title: Pattern | None = None
    file_name: Pattern | None = None


class ImpactThreshold(Block):
    """An impact and the severity that it must have at least. Everything that is stated must be met."""

    severity: str
    customers_affected: Annotated[int, Field(ge=1)] | None = None
    customers_affected_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    requests_failed: Annotated[int, Field(ge=1)] | None = None
    error_rate: Annotated[float, Field(gt=0, le=100)] | None = None
    degradation: Literal["complete-outage", "partial-outage", "degraded-performance"] | None = None
    data_loss: Literal[True] | None = None
    data_corruption: Literal[True] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> ImpactThreshold:
        if len(self.model_dump(exclude_none=True)) == 1:
            raise ValueError("name an impact beside the severity, such as data_loss: true")
        return self


class OwnerEntry(Block):
    """A person or team that may own an action item, with the other spellings of the name; both when `kind` is None."""

    name: Annotated[str, Field(min_length=1)]
    kind: Literal["person", "team"] | None = None
    aliases: tuple[str, ...] = ()
