"""What a house has agreed on: conventions for names, what an impact must be called, and who may own an item."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from mkdocs_postmortem.settings.block import Block, Pattern


class Conventions(Block):
    """Regular expressions that titles and file names must match as a whole; None means any."""

    title: Pattern | None = None
    """A regular expression that every title must match as a whole."""
    file_name: Pattern | None = None
    """A regular expression that every file name, without its folder, must match as a whole."""


class ImpactThreshold(Block):
    """An impact and the severity that it must have at least. Everything that is stated must be met."""

    severity: str
    """The severity that the impact must have at least."""
    customers_affected: Annotated[int, Field(ge=1)] | None = None
    """From how many affected customers on."""
    customers_affected_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    """From which share of affected customers on, in percent."""
    requests_failed: Annotated[int, Field(ge=1)] | None = None
    """From how many failed requests on."""
    error_rate: Annotated[float, Field(gt=0, le=100)] | None = None
    """From which error rate on, in percent."""
    degradation: Literal["complete-outage", "partial-outage", "degraded-performance"] | None = None
    """For this degree of degradation."""
    data_loss: Literal[True] | None = None
    """When data was lost."""
    data_corruption: Literal[True] | None = None
    """When data was damaged."""

    @model_validator(mode="after")
    def _says_something(self) -> ImpactThreshold:
        if len(self.model_dump(exclude_none=True)) == 1:
            raise ValueError("name an impact beside the severity, such as data_loss: true")
        return self


class OwnerEntry(Block):
    """A person or team that may own an action item, with the other spellings of the name; both when `kind` is None."""

    name: Annotated[str, Field(min_length=1)]
    """The name in documents."""
    kind: Literal["person", "team"] | None = None
    """Whether it is a person or a team; both when not set."""
    aliases: tuple[str, ...] = ()
    """Further spellings of the name."""
