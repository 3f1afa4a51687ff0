"""catalog.json: the whole library as data, for tools that read it from the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.model import ActionItem, Postmortem

SCHEMA_VERSION = 1


def export_catalog(library: Library, address: Callable[[Postmortem], str], today: date) -> str:
    """Return the library as JSON text: facts, lengths in minutes, action items, relations, and each page's address.

    Times are ISO 8601 in UTC, dates ISO 8601; what is not stated is null. `address` gives a page's address relative
    to the file. The same library and day give the same bytes.
    """
    incidents = [_incident(postmortem, library, address, today) for postmortem in library.postmortems]
    catalog = {
        "version": SCHEMA_VERSION,
        "as_of": today.isoformat(),
        "title": library.settings.title,
        "incidents": incidents,
    }
    return json.dumps(catalog, indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def _incident(
    postmortem: Postmortem, library: Library, address: Callable[[Postmortem], str], today: date
) -> dict[str, Any]:
    return {
        "id": postmortem.id,
        "title": postmortem.title,
        "url": address(postmortem),
        "kind": postmortem.kind.value,
        "severity": postmortem.severity.name if postmortem.severity else None,
        "status": postmortem.status.value if postmortem.status else None,
        "started_at": _instant(postmortem.started_at),
        "detected_at": _instant(postmortem.detected_at),
        "mitigated_at": _instant(postmortem.mitigated_at),
        "resolved_at": _instant(postmortem.resolved_at),
        "minutes_to_detect": _minutes(postmortem.time_to_detect),
        "minutes_to_mitigate": _minutes(postmortem.time_to_mitigate),
        "minutes_to_resolve": _minutes(postmortem.length),
        "services": list(services_of(postmortem, library.settings)),
        "root_cause_services": list(postmortem.root_cause_services),
        "tags": list(postmortem.tags),
        "summary": postmortem.summary,
        "related": [
            {"id": related.incident.id, "relation": related.relation} for related in library.related_to(postmortem)
        ],
        "action_items": [_item(item, today) for item in postmortem.action_items],
    }


def _item(item: ActionItem, today: date) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "kind": item.kind.value if item.kind else None,
        "priority": item.priority.value if item.priority else None,
        "owners": list(item.owners),
        "team": item.team,
        "due": item.due.isoformat() if item.due else None,
        "status": item.status.value,
        "overdue": item.is_overdue(today),
        "tracker": item.tracker,
        "completed_at": item.completed_at.isoformat() if item.completed_at else None,
    }


def _instant(instant: datetime | None) -> str | None:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}" if instant else None


def _minutes(length: timedelta | None) -> int | None:
    return None if length is None else round(length.total_seconds() / 60)
