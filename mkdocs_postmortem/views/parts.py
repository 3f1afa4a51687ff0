"""The small pieces that pages are made of: badges, facts, rows. All text is plain and not yet escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.library.trackers import ticket_of
from mkdocs_postmortem.model import ActionItem, ItemStatus, Postmortem
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.model.facts import IncidentKind
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import ITEMS_ANCHOR, Addresses, Target
from mkdocs_postmortem.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text: plain, or a link to a page (`target`) or an outside address (`url`), or an instant (UTC)."""

    text: str
    target: Target | None = None
    url: str | None = None
    instant: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label whose look is named by `style`: never by colour alone, the label says the same."""

    label: str
    style: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of `total` action items are `done`, `dropped` (won't do, superseded), and open but `overdue`."""

    done: int
    total: int
    overdue: int
    dropped: int = 0

    @property
    def percent(self) -> int:
        """Return the closed share in whole percent, 0 when there is no item."""
        return 100 * (self.done + self.dropped) // self.total if self.total else 0

    @property
    def open(self) -> int:
        """Return how many items still expect work."""
        return self.total - self.done - self.dropped


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident in a listing."""

    id: str
    title: str
    target: Target
    badges: tuple[Badge, ...]
    date: str
    length: str
    services: tuple[Part, ...]
    progress: Progress
    problems: int = 0


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One action item on the board or on an incident's page; `progress` is how far its incident's items are.

    `due_day` and `since` are for scripts, ISO dates: the day after which the item is overdue, and that from which its
    age counts. They are empty where the page is not to change with the reader's day.
    """

    number: int
    title: str
    details: str
    incident: Part
    incident_title: str
    owners: tuple[Part, ...]
    priority: str
    kind: str
    due: str
    overdue: bool
    status: Badge
    age: str
    tracker: Part | None
    closed: str
    note: str
    progress: Progress
    line: int = 1
    due_day: str = ""
    since: str = ""


def capitalise(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def severity_name(name: str, words: Words) -> str:
    """Return name and label of a step of the scale: "SEV1 High", and only "MAJOR" where both are the same."""
    label = words(f"severity-{name}")
    return name.upper() if label == name else f"{name.upper()} {label}"


def severity_badge(postmortem: Postmortem, addresses: Addresses, words: Words) -> Badge:
    """Return the severity as a badge that leads to its page; "not stated" when there is none."""
    severity = postmortem.severity
    if severity is None:
        return Badge(words("severity-not-stated"), "none")
    style = f"severity-{addresses.slugs['severities'][severity.name]}"
    return Badge(severity_name(severity.name, words), style, addresses.group("severities", severity.name))


def badges_of(postmortem: Postmortem, addresses: Addresses, words: Words) -> tuple[Badge, ...]:
    """Return severity, review status and, unless it is an ordinary incident, the kind."""
    status = postmortem.status.value if postmortem.status else "none"
    label = words(f"status-{status}") if postmortem.status else words("status-not-stated")
    badges = [severity_badge(postmortem, addresses, words), Badge(label, f"status-{status}")]
    if postmortem.kind is not IncidentKind.INCIDENT:
        badges.append(Badge(words(f"kind-{postmortem.kind.value}"), "kind"))
    return tuple(badges)


def progress_of(items: Iterable[ActionItem], today: date) -> Progress:
    """Return how many of the items are closed, and how many are overdue on `today`."""
    listed = tuple(items)
    done = sum(item.status is ItemStatus.DONE for item in listed)
    dropped = sum(not item.is_open for item in listed) - done
    return Progress(done, len(listed), sum(item.is_overdue(today) for item in listed), dropped)


def service_parts(postmortem: Postmortem, library: Library, addresses: Addresses) -> tuple[Part, ...]:
    """Return the document's services as links to their pages."""
    return tuple(Part(name, addresses.group("services", name)) for name in services_of(postmortem, library.settings))


def incident_row(
    postmortem: Postmortem, library: Library, addresses: Addresses, today: date, words: Words, problems: int = 0
) -> IncidentRow:
    """Return the incident's line in a listing."""
    return IncidentRow(
        id=postmortem.id,
        title=postmortem.title,
        target=addresses.incident(postmortem),
        badges=badges_of(postmortem, addresses, words),
        date=f"{postmortem.started_at:%Y-%m-%d}" if postmortem.started_at else "",
        length=format_duration(postmortem.length) if postmortem.length else "",
        services=service_parts(postmortem, library, addresses),
        progress=progress_of(postmortem.action_items, today),
        problems=problems,
    )


def item_row(
    item: ActionItem, postmortem: Postmortem, library: Library, addresses: Addresses, today: date, words: Words
) -> ItemRow:
    """Return the item's line on a board. Age counts from the start of the incident to `today`, in days."""
    state = "overdue" if item.is_overdue(today) else item.status.value
    age, is_live = age_in_days(postmortem, today), not library.settings.day_is_stated
    return ItemRow(
        number=item.number,
        title=item.title,
        details=item.details or "",
        incident=Part(postmortem.id, addresses.incident(postmortem, ITEMS_ANCHOR)),
        incident_title=postmortem.title,
        owners=tuple(Part(name, addresses.owner(name)) for name in library.owners.of(item)),
        priority=item.priority.value if item.priority else "",
        kind=words(f"item-kind-{item.kind.value}") if item.kind else "",
        due=item.due.isoformat() if item.due else item.stated_due or "",
        overdue=item.is_overdue(today),
        status=Badge(words(f"item-{item.status.value}"), f"item-{state}"),
        age=age,
        tracker=tracker_part(item, library.settings),
        closed=item.completed_at.isoformat() if item.completed_at else "",
        note=item.reason or item.verification or "",
        progress=replace(progress_of(postmortem.action_items, today), overdue=0),
        line=item.restated_line or item.line,
        due_day=item.due.isoformat() if is_live and item.is_open and item.due and item.due >= today else "",
        since=f"{postmortem.started_at:%Y-%m-%d}" if is_live and age and postmortem.started_at else "",
    )


def age_in_days(postmortem: Postmortem, today: date) -> str:
    """Return the whole days from the incident's start to `today`, empty when it has no start."""
    if postmortem.started_at is None:
        return ""
    days = (today - postmortem.started_at.date()).days
    return f"{days} d" if days >= 0 else ""


def instant_part(instant: datetime) -> Part:
    """Return an instant to the minute, in UTC, with its machine form."""
    return Part(f"{instant:%Y-%m-%d %H:%M} UTC", instant=f"{instant:%Y-%m-%dT%H:%MZ}")


def length_text(length: timedelta | None, words: Words) -> str:
    """Return a length of time as pages show it, "not stated" when it is unknown. Its units are the same everywhere."""
    return words("not-stated") if length is None else format_duration(length)


def tracker_part(item: ActionItem, settings: Settings) -> Part | None:
    """Return an item's ticket, as a link where its address is known; None when it names none."""
    if not item.tracker:
        return None
    ticket = ticket_of(item.tracker, settings.trackers)
    return Part(ticket.name, url=ticket.url)
