"""How one incident relates to another, and what that is called from the other side."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator

from mkdocs_postmortem.model.choice import one_of
from mkdocs_postmortem.model.text import Id, describe_type
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import WRONG_TYPE


class Relation(str, Enum):
    """What the declaring document is to the other: caused by it, a recurrence of it and so on."""

    RELATED = "related"
    CAUSED_BY = "caused-by"
    RECURRENCE_OF = "recurrence-of"
    DUPLICATE_OF = "duplicate-of"
    SAME_FIX = "same-fix"
    FOLLOWS = "follows"
    SUPERSEDES = "supersedes"


NAMES: dict[Relation, tuple[str, str]] = {
    Relation.RELATED: ("related to", "related to"),
    Relation.CAUSED_BY: ("caused by", "caused"),
    Relation.RECURRENCE_OF: ("recurrence of", "recurred as"),
    Relation.DUPLICATE_OF: ("duplicate of", "duplicated by"),
    Relation.SAME_FIX: ("same fix as", "same fix as"),
    Relation.FOLLOWS: ("follows", "followed by"),
    Relation.SUPERSEDES: ("supersedes", "superseded by"),
}
"""For each relation, its name as read on the declaring page and its inverse as read on the other page."""


class Related(Value):
    """A declared relation: the other document's id and what this one is to it."""

    id: Id
    """The id of the other document."""
    relation: Annotated[Relation, BeforeValidator(one_of(Relation, "relation"))] = Relation.RELATED
    """What this document is to the other one."""


def as_related(value: Any) -> Any:
    """Let a bare id stand for `{id: …}`."""
    if isinstance(value, str):
        return {"id": value}
    if isinstance(value, dict):
        return value
    raise fault(
        WRONG_TYPE, f"a relation is an id or a mapping, not {describe_type(value)}", "write {id: …, relation: …}"
    )
