"""How long the texts of a list may be, so that the page of a large library stays small."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkdocs_postmortem.views.parts import ItemRow

_LEAST = 24
"""A text that had less room would hold no more than a few words."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters the texts of an action item may have; 0 leaves a text out."""

    title: int
    details: int
    incident_title: int

    def fit(self, row: ItemRow) -> ItemRow:
        """Return the row with texts that have room."""
        return replace(
            row,
            title=shorten(row.title, self.title),
            details=shorten(row.details, self.details),
            incident_title=shorten(row.incident_title, self.incident_title),
        )


def room_for(items: int, incidents: int) -> Room:
    """Return the room on a page with so many items of so many incidents."""
    return Room(_share(1_600_000, items, 300), _share(600_000, items, 160), _share(200_000, incidents, 160))


def shorten(text: str, room: int) -> str:
    """Return the text on one line, cut where it is longer than its room."""
    flat = " ".join(text.split())
    if len(flat) <= room:
        return flat
    return f"{flat[: room - 1].rstrip()}…" if room else ""


def _share(characters: int, rows: int, longest: int) -> int:
    share = min(longest, characters // max(1, rows))
    return share if share >= _LEAST else 0
