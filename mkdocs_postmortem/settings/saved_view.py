"""Saved views: choices of documents that have a page of their own, and the names by which documents are chosen."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mkdocs_postmortem.settings.block import Block, ShortForm, listed

FACETS = ("severity", "service", "root_cause_service", "status", "tag", "kind", "year", "factor", "has")
"""What documents are chosen by, beside the fields of the settings that are facets."""
PENDING = ("open-items", "overdue-items", "ownerless-items", "no-items", "no-review", "problems")
"""What the facet `has` asks for: whatever somebody still has to do about a document."""
SORTS = ("date", "title", "severity", "duration", "service", "items")
"""What lists of documents are sorted by; a `-` before it turns the order round."""
NOT_FACETS = ("text", "sort", "page", "all", "q", "h")
"""Names in the addresses of filtered lists that are no facet; themes read the last two."""
UNDATED = "undated"
"""The year of a document that states no start."""


def _word(value: Any) -> Any:
    """Let a value be what YAML makes of it: `2026` is a number, a day is a date, and a plain `yes` is true."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, (int, float)) or hasattr(value, "isoformat") else value


Wanted = Annotated[
    tuple[Annotated[str, Field(min_length=1), BeforeValidator(_word), ShortForm({"type": ["number", "boolean"]})], ...],
    Field(min_length=1),
    BeforeValidator(listed),
    ShortForm({"type": ["string", "number", "boolean"], "minLength": 1}),
]
"""Values of one facet, of which any will do."""


class SavedView(Block):
    """A choice of documents by facet: any of the values of one facet, all facets together."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
    """Name of the view in its address and for `postmortem list --view`."""
    title: Annotated[str, Field(min_length=1)]
    """Title of its page."""
    description: str = ""
    """What the view is for, below the title."""
    where: dict[str, Wanted] = {}
    """Values by facet: any of the values of one facet, all facets together."""
    sort: str = "-date"
    """What the documents are sorted by; a `-` before it turns the order round."""
