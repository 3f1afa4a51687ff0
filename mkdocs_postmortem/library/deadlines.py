"""When documents and their action items are due, by what they say and by what the settings allow."""

from __future__ import annotations

from datetime import date

from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.model import ActionItem, Postmortem
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.settings import Settings, SeverityLevel

Incident = Postmortem | Digest | KnownIncident
"""A document, whole or in short, or a line of the list of known incidents."""


def ended_on(incident: Incident) -> date | None:
    """Return the day, in UTC, on which an incident was over: of its resolution, else of its start."""
    if isinstance(incident, KnownIncident):
        return incident.ended_on
    moment = incident.resolved_at or incident.started_at
    return moment.date() if moment else None


def level_of(incident: Incident, settings: Settings) -> SeverityLevel | None:
    """Return the step of the scale that is stated for an incident."""
    if isinstance(incident, Digest):
        return None if incident.severity_rank is None else settings.severities[incident.severity_rank]
    return settings.severities[incident.severity.rank] if incident.severity else None


def publication_due(incident: Incident, settings: Settings) -> date | None:
    """Return the day by which the postmortem shall be published, None when the settings leave it open."""
    ended = ended_on(incident)
    allowed = settings.deadlines.for_review(level_of(incident, settings))
    return ended + allowed if ended and allowed is not None else None


def item_due(item: ActionItem, postmortem: Postmortem, settings: Settings) -> date | None:
    """Return the day by which an item shall be done: its due date, else by the deadlines of the settings."""
    ended = ended_on(postmortem)
    if item.due or ended is None:
        return item.due
    priority = item.priority.value if item.priority else None
    allowed = settings.deadlines.for_item(priority, level_of(postmortem, settings))
    return ended + allowed if allowed is not None else None
