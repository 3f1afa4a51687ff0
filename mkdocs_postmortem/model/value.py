"""The base of every value in the model, and how a value refuses what it cannot hold."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from mkdocs_postmortem.problems import Kind


class Value(BaseModel):
    """Base of the model: frozen, strict about types, closed to unknown keys, silent about input in its errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
        populate_by_name=True,
        # What validates a class is built at its first use, as in settings.
        defer_build=True,
    )


def fault(kind: Kind, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that a validator raises; reading turns it into a problem of `kind` at the value's place."""
    return PydanticCustomError(kind.name, "{message}", {"message": message, "hint": hint})
