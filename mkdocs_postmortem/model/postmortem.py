"""A postmortem: the facts of the front matter and what the body holds, with everything that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from mkdocs_postmortem.model.action_item import ActionItem
from mkdocs_postmortem.model.facts import Facts, IncidentKind, Status
from mkdocs_postmortem.model.ignore import Ignore
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.model.section import Section
from mkdocs_postmortem.model.timeline import TimelineEntry
from mkdocs_postmortem.model.value import Value
from mkdocs_postmortem.problems import Location


class BodyFact(Value):
    """A fact that the body states: value as it would be carried over, the author's words, and where they stand.

    Times are local, `YYYY-MM-DD HH:MM`, or a day alone; `zone` is theirs where the document names one that is known.
    `content` is what the front matter would hold: text, a list or keys and values. `inferred` facts stand under no
    label: they are the first and last entry of the timeline. `refusal` says why the front matter could not hold the
    words as they are. `line` and `column` count from 1 in the file.
    """

    value: str
    text: str
    line: int
    column: int
    zone: str | None = None
    content: Any = None
    inferred: bool = False
    refusal: str | None = None


class Postmortem(Facts):
    """One document that was read. `id` and `title` are always there: else they come from the file name and the H1.

    `path` is the source file as shown in reports; `relative_path` is relative to the folder, with slashes. `body` is
    the Markdown below the front matter and `body_line` the line of the file on which it begins. `places` tells where
    each front matter key stands, also where its value was refused. `front_matter` tells whether there was a block and
    whether it could be read to its end.
    """

    id: str
    title: str
    path: str
    relative_path: str
    slug: str
    body: str
    body_line: int = 1
    sections: tuple[Section, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    references: tuple[Reference, ...] = ()
    places: Mapping[str, tuple[int, int]] = {}
    refused: Mapping[str, str] = {}
    """Front matter values that could not be read, as they were written."""
    stated_in_body: Mapping[str, BodyFact] = {}
    """Facts by field that only the body states. Those under labels that the model accepts are facts of the document;
    those that the timeline merely suggests are not."""
    ignores: tuple[Ignore, ...] = ()
    """Comments that hide problems, in the order of their lines."""
    front_matter: Literal["read", "broken", "absent"] = "read"
    renderable: bool = True
    """False when the body would stall the Markdown renderer; its page then shows the text as it is."""

    def place_of(self, key: str) -> Location:
        """Return where a front matter key (`severity`, `related.0`) stands, else the body's words, else the top."""
        said = self.stated_in_body.get(key.split(".", maxsplit=1)[0])
        line, column = self.places.get(key, (said.line, said.column) if said else (1, 1))
        return Location(self.path, line, column)

    def states(self, key: str) -> bool:
        """Return whether the front matter holds the key, with whatever value."""
        return key in self.places

    @property
    def readable(self) -> bool:
        """Return whether the front matter could be read; a document where it could not counts as internal."""
        return self.front_matter == "read"

    @property
    def is_figured(self) -> bool:
        """Return whether the document counts in figures: incidents do; near-misses, drills and maintenance do not."""
        return self.kind is IncidentKind.INCIDENT

    @property
    def is_draft(self) -> bool:
        """Return whether the document says that it is a draft."""
        return self.status is Status.DRAFT

    @property
    def is_followed_up(self) -> bool:
        """Return whether attendees, or words in the follow-up section, say that the follow-up review was held."""
        section = self.section("follow-up")
        return bool(self.review_attendees or (section and section.content == "text"))

    @property
    def length(self) -> timedelta | None:
        """Return the time from start to resolution, None unless both are known."""
        return _between(self.started_at, self.resolved_at)

    @property
    def time_to_detect(self) -> timedelta | None:
        """Return the time from start to detection, None unless both are known."""
        return _between(self.started_at, self.detected_at)

    @property
    def time_to_acknowledge(self) -> timedelta | None:
        """Return the time from detection to acknowledgement, None unless both are known."""
        return _between(self.detected_at, self.acknowledged_at)

    @property
    def time_to_mitigate(self) -> timedelta | None:
        """Return the time from start to mitigation, None unless both are known."""
        return _between(self.started_at, self.mitigated_at)

    @property
    def open_items(self) -> tuple[ActionItem, ...]:
        """Return the action items that still expect work, in the document's order."""
        return tuple(item for item in self.action_items if item.is_open)

    def section(self, key: str) -> Section | None:
        """Return the first section of the vocabulary's `key`, or None."""
        return next((section for section in self.sections if section.key == key), None)


def _between(start: datetime | None, end: datetime | None) -> timedelta | None:
    return end - start if start and end else None
