"""The page of one incident: what stands above and below the author's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.duration import Duration, format_duration
from mkdocs_postmortem.model.quantity import Answer
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.parts import (
    NOT_STATED,
    Badge,
    IncidentRow,
    ItemRow,
    Part,
    Progress,
    badges_of,
    incident_row,
    instant_part,
    item_row,
    length_text,
    progress_of,
    service_parts,
)

_IMPACT_LABELS = {
    "customers_affected": "Customers affected",
    "customers_affected_percent": "Share of customers",
    "requests_failed": "Requests failed",
    "error_rate": "Error rate",
    "revenue": "Revenue",
    "symptoms": "Symptoms",
    "regions": "Regions",
    "degradation": "Degradation",
    "data_loss": "Data loss",
    "data_corruption": "Data corruption",
    "durability_risk": "Durability risk",
    "engineers_paged": "Engineers paged",
    "engineering_time": "Engineering time",
    "support_tickets": "Support tickets",
}
_COMMUNICATION_LABELS = {
    "channel": "Incident channel",
    "stakeholders": "Stakeholders told",
    "status_page": "Status page",
    "customer_email": "Customer e-mail",
    "public_postmortem": "Public postmortem",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is stated under it."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together, under a title."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured length of time with its name; the meaning stands in the glossary."""

    label: str
    value: str
    stated: bool


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything an incident page shows besides the author's text."""

    id: str
    title: str
    path: str
    summary: str
    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    groups: tuple[FactGroup, ...]
    progress: Progress
    related: tuple[tuple[str, IncidentRow], ...]
    items: tuple[ItemRow, ...]
    problems: tuple[Problem, ...]
    items_heading: str
    back: Target


def incident_view(
    postmortem: Postmortem, library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]
) -> IncidentView:
    """Return the page data of one incident. Items that stand only in the front matter get a table of their own."""
    section = postmortem.section("action-items")
    in_front = postmortem.states("action_items")
    return IncidentView(
        id=postmortem.id,
        title=postmortem.title,
        path=postmortem.path,
        summary=(postmortem.summary or "") if postmortem.section("summary") is None else "",
        badges=badges_of(postmortem, addresses),
        figures=tuple(_figures(postmortem)),
        facts=tuple(_main_facts(postmortem, library, addresses)),
        groups=tuple(group for group in _groups(postmortem, library) if group.facts),
        progress=progress_of(postmortem.action_items, today),
        related=tuple(
            (related.relation, incident_row(related.incident, library, addresses, today))
            for related in library.related_to(postmortem)
        ),
        items=tuple(item_row(item, postmortem, addresses, today) for item in postmortem.action_items)
        if in_front
        else (),
        problems=tuple(problems),
        items_heading=section.heading if section and not in_front else "",
        back=addresses.index,
    )


def _figures(postmortem: Postmortem) -> Iterator[Figure]:
    for label, length in (
        ("Time to detect", postmortem.time_to_detect),
        ("Time to mitigate", postmortem.time_to_mitigate),
        ("Time to resolve", postmortem.length),
    ):
        yield Figure(label, length_text(length), length is not None)


def _main_facts(postmortem: Postmortem, library: Library, addresses: Addresses) -> Iterator[Fact]:
    """Yield the facts that every reader looks for first; a missing one is shown as missing."""
    yield Fact("Started", (instant_part(postmortem.started_at),) if postmortem.started_at else (Part(NOT_STATED),))
    yield Fact("Resolved", (instant_part(postmortem.resolved_at),) if postmortem.resolved_at else (Part(NOT_STATED),))
    services = service_parts(postmortem, library, addresses)
    causes = {name.casefold() for name in postmortem.root_cause_services}
    yield Fact("Services", services or (Part(NOT_STATED),))
    if causes:
        yield Fact(
            "Root cause in",
            tuple(part for part in services if part.text.casefold() in causes)
            or _texts(postmortem.root_cause_services),
        )
    if impact := _impact_parts(postmortem):
        yield Fact("Impact", impact)
    if postmortem.commander:
        yield Fact("Incident commander", (Part(postmortem.commander),))
    yield Fact("Authors", _texts(postmortem.authors) or (Part(NOT_STATED),))
    if postmortem.tags:
        yield Fact("Tags", tuple(Part(tag, addresses.group("tags", tag)) for tag in postmortem.tags))
    if postmortem.links:
        yield Fact("Links", tuple(Part(link.label, url=link.url) for link in postmortem.links))


def _impact_parts(postmortem: Postmortem) -> tuple[Part, ...]:
    """Return the impact in a line: how far down, how many customers, where."""
    impact = postmortem.impact
    said = [impact.degradation.value.replace("-", " ")] if impact.degradation else []
    if impact.customers_affected:
        said.append(f"{impact.customers_affected} customers")
    if impact.customers_affected_percent:
        said.append(f"{impact.customers_affected_percent} of customers")
    if impact.data_loss and impact.data_loss.yes:
        said.append("data loss")
    return _texts([*said, *impact.regions])


def _groups(postmortem: Postmortem, library: Library) -> Iterator[FactGroup]:
    yield FactGroup("Times", tuple(_times(postmortem)))
    yield FactGroup("Impact", tuple(_block(postmortem.impact, _IMPACT_LABELS)))
    yield FactGroup("Detection", tuple(_detection(postmortem)))
    yield FactGroup("Cause", tuple(_cause(postmortem)))
    yield FactGroup("Review", tuple(_review(postmortem)))
    yield FactGroup("Communication", tuple(_block(postmortem.communication, _COMMUNICATION_LABELS)))
    yield FactGroup("Further facts", tuple(_custom(postmortem, library)))


def _times(postmortem: Postmortem) -> Iterator[Fact]:
    for label, instant in (
        ("Detected", postmortem.detected_at),
        ("Acknowledged", postmortem.acknowledged_at),
        ("Mitigated", postmortem.mitigated_at),
    ):
        if instant:
            yield Fact(label, (instant_part(instant),))
    if postmortem.time_to_acknowledge is not None:
        yield Fact("Time to acknowledge", (Part(format_duration(postmortem.time_to_acknowledge)),))


def _detection(postmortem: Postmortem) -> Iterator[Fact]:
    detection = postmortem.detection
    if detection.source:
        yield Fact("Noticed by", (Part(detection.source.value.replace("-", " ")),))
    if detection.alerts:
        yield Fact("Alerts", _texts(detection.alerts))
    if detection.assessment:
        yield Fact("Assessment", (Part(detection.assessment),))


def _cause(postmortem: Postmortem) -> Iterator[Fact]:
    if postmortem.trigger:
        yield Fact("Trigger", (Part(postmortem.trigger),))
    for factor in postmortem.contributing_factors:
        yield Fact((factor.category or "Factor").replace("-", " ").capitalize(), (Part(factor.text),))


def _review(postmortem: Postmortem) -> Iterator[Fact]:
    if postmortem.reviewers:
        yield Fact("Reviewers", _texts(postmortem.reviewers))
    if postmortem.approved_by:
        yield Fact("Approved by", (Part(postmortem.approved_by),))
    if postmortem.published_at:
        yield Fact("Published", (Part(postmortem.published_at.isoformat()),))
    if postmortem.review_due:
        yield Fact("Follow-up review", (Part(postmortem.review_due.isoformat()),))
    if postmortem.review_attendees:
        yield Fact("Review attendees", _texts(postmortem.review_attendees))
    if postmortem.audience:
        yield Fact("Audience", (Part(postmortem.audience),))
    if postmortem.distribution:
        yield Fact("Distribution", _texts(postmortem.distribution))


def _block(block: Any, labels: dict[str, str]) -> Iterator[Fact]:
    for name, label in labels.items():
        value = getattr(block, name)
        if value is not None and value != ():
            yield Fact(label, _value_parts(value))


def _custom(postmortem: Postmortem, library: Library) -> Iterator[Fact]:
    for declared in library.settings.fields:
        if declared.name in postmortem.custom:
            label = declared.label or declared.name.replace("_", " ").capitalize()
            yield Fact(label, _value_parts(postmortem.custom[declared.name]))


def _value_parts(value: Any) -> tuple[Part, ...]:
    if isinstance(value, tuple):
        return _texts(str(item) for item in value)
    if isinstance(value, bool):
        return (Part("Yes" if value else "No"),)
    if isinstance(value, Duration):
        return (Part(format_duration(value.length)),)
    if isinstance(value, Answer):
        return (Part(f"{value}: {value.details}" if value.details else str(value), url=value.url),)
    return (Part(str(getattr(value, "value", value)).replace("-", " ") if hasattr(value, "value") else str(value)),)


def _texts(texts: Iterable[str]) -> tuple[Part, ...]:
    return tuple(Part(text) for text in texts)
