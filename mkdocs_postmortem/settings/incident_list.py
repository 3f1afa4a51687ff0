"""A list of all known incidents, kept by another tool, against which the library is compared."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from mkdocs_postmortem.settings.block import Block, PathName

ListColumn = Literal["id", "title", "severity", "started_at", "resolved_at"]
LIST_COLUMNS: tuple[ListColumn, ...] = ("id", "title", "severity", "started_at", "resolved_at")
"""What a list may tell of an incident. Without the first and the fourth nothing can be said of it."""
NEEDED_COLUMNS: tuple[ListColumn, ...] = ("id", "started_at")


class IncidentList(Block):
    """A CSV file, relative to mkdocs.yml, and the headings of its columns where they are not called as here."""

    file: PathName
    """The list, relative to mkdocs.yml."""
    columns: dict[ListColumn, Annotated[str, Field(min_length=1)]] = {}
    """Heading of each column, where the file calls it otherwise."""

    def heading_of(self, column: ListColumn) -> str:
        """Return the heading under which the file has a column."""
        return self.columns.get(column, column)


def listed_in(value: Any) -> Any:
    """Let a plain `incidents.csv` stand for `{file: incidents.csv}`."""
    return {"file": value} if isinstance(value, str) else value
