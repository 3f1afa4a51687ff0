"""When documents and their action items are due, by what they say and by what the settings allow."""

from __future__ import annotations

from datetime import date

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.settings import Settings, SeverityLevel


def ended_on(postmortem: Postmortem) -> date | None:
    """Return the day, in UTC, on which an incident was over: of its resolution, else of its start."""
    moment = postmortem.resolved_at or postmortem.started_at
    return moment.date() if moment else None


def level_of(incident: Postmortem | KnownIncident, library: Library) -> SeverityLevel | None:
    """Return the step of the scale that a document, or a line of the list, states."""
    return library.settings.severities[incident.severity.rank] if incident.severity else None


def publication_due(incident: Postmortem | KnownIncident, library: Library) -> date | None:
    """Return the day by which the postmortem shall be published, None when the settings leave it open."""
    ended = incident.ended_on if isinstance(incident, KnownIncident) else ended_on(incident)
    allowed = library.settings.deadlines.for_review(level_of(incident, library))
    return ended + allowed if ended and allowed is not None else None


def follow_up_due(postmortem: Postmortem, settings: Settings) -> date | None:
    """Return the day of the follow-up review: as stated, else so long after publication, None when unpublished."""
    if postmortem.review_at or not postmortem.published_at:
        return postmortem.review_at
    return postmortem.published_at + settings.deadlines.follow_up


def is_followed_up(postmortem: Postmortem) -> bool:
    """Return whether attendees, or words in the follow-up section, say that the follow-up review was held."""
    section = postmortem.section("follow-up")
    return bool(postmortem.review_attendees or (section and section.content == "text"))


def item_due(item: ActionItem, postmortem: Postmortem, library: Library) -> date | None:
    """Return the day by which an item shall be done: its due date, else by the deadlines of the settings."""
    ended = ended_on(postmortem)
    if item.due or ended is None:
        return item.due
    priority = item.priority.value if item.priority else None
    allowed = library.settings.deadlines.for_item(priority, level_of(postmortem, library))
    return ended + allowed if allowed is not None else None
