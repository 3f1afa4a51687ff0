"""What a document's front matter states, as frozen values; everything that is not stated is None or empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from mkdocs_postmortem.model.action_item import ActionItem
from mkdocs_postmortem.model.choice import one_of, shorten, suggest
from mkdocs_postmortem.model.detection import Communication, Detection
from mkdocs_postmortem.model.duration import Duration, as_duration
from mkdocs_postmortem.model.impact import Impact
from mkdocs_postmortem.model.relation import Related, as_related
from mkdocs_postmortem.model.severity import Severity, parse_severity
from mkdocs_postmortem.model.text import Id, Links, LongText, Text, Texts, Title, describe_type, several
from mkdocs_postmortem.model.times import as_date, as_instant
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import UNKNOWN_CHOICE, UNKNOWN_STATUS, WRONG_TYPE
from mkdocs_postmortem.settings import squash


class IncidentKind(str, Enum):
    """What sort of event the document is about; only incidents count in figures."""

    INCIDENT = "incident"
    NEAR_MISS = "near-miss"
    DRILL = "drill"
    MAINTENANCE = "maintenance"


class Status(str, Enum):
    """How far the review of the document is."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"


_STATUS_WORDS = {
    "under review": Status.IN_REVIEW,
    "review": Status.IN_REVIEW,
    "final": Status.PUBLISHED,
    "approved": Status.PUBLISHED,
    "wip": Status.DRAFT,
}
_KIND_WORDS = {"outage": IncidentKind.INCIDENT, "game day": IncidentKind.DRILL, "exercise": IncidentKind.DRILL}


def _severity(value: Any, info: ValidationInfo) -> Any:
    if value is None or isinstance(value, Severity):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:  # -1 is no spelling of 1.
        value = str(value)
    if not isinstance(value, str):
        raise fault(WRONG_TYPE, f"severity must be a word, not {describe_type(value)}", "write one step of the scale")
    return parse_severity(value, info.context["settings"].severities)  # type: ignore[index]


def _instant(value: Any, info: ValidationInfo) -> datetime | None:
    return as_instant(value, info.context["zone"])  # type: ignore[index]


def _audience(value: Any, info: ValidationInfo) -> Any:
    return _listed(value, info.context["settings"].audiences, "audience")  # type: ignore[index]


def _category(value: Any, info: ValidationInfo) -> Any:
    return _listed(value, info.context["settings"].factor_categories, "category")  # type: ignore[index]


def _listed(value: Any, options: tuple[str, ...], what: str) -> Any:
    if value is None:
        return value
    if not isinstance(value, str):
        raise fault(WRONG_TYPE, f"{what} must be a word, not {describe_type(value)}", suggest("", options))
    for option in options:
        if squash(option) == squash(value):
            return option
    raise fault(UNKNOWN_CHOICE, f'{what} "{shorten(value)}" is not known', suggest(value, options))


def _factor(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class ContributingFactor(Value):
    """One thing that had to be so for the incident to happen; never the only one."""

    text: Text
    """What had to be so."""
    category: Annotated[Text | None, BeforeValidator(_category)] = None
    """The sort of factor, from the configured list."""


Instant = Annotated[datetime | None, BeforeValidator(_instant)]
Day = Annotated[date | None, BeforeValidator(as_date)]


class Facts(Value):
    """The facts of one document. Times are aware datetimes in UTC, days are dates."""

    id: Id | None = None
    """The name by which documents refer to each other; without it the beginning of the file name."""
    title: Title | None = None
    """What happened, in one line; without it the first heading."""
    kind: Annotated[IncidentKind, BeforeValidator(one_of(IncidentKind, "kind", _KIND_WORDS))] = IncidentKind.INCIDENT
    """What sort of event it was; only incidents count in figures."""
    severity: Annotated[Severity | None, BeforeValidator(_severity)] = None
    """How bad it was: a step of the severity scale."""
    status: Annotated[Status | None, BeforeValidator(one_of(Status, "status", _STATUS_WORDS, UNKNOWN_STATUS))] = None
    """How far the review of the document is."""
    timezone: Text | None = None
    """The zone of the document's times that name none."""
    started_at: Instant = None
    """When the incident began: date, time of day and zone."""
    detected_at: Instant = None
    """When somebody or something noticed."""
    acknowledged_at: Instant = None
    """When somebody took it on."""
    mitigated_at: Instant = None
    """When customers no longer felt it."""
    resolved_at: Instant = None
    """When it was over."""
    duration: Annotated[Duration | None, BeforeValidator(as_duration)] = None
    """How long it took: never needed, only compared with start and end."""
    services: Texts = ()
    """The affected services."""
    root_cause_services: Texts = ()
    """The services where it came from."""
    authors: Texts = ()
    """Who wrote the document."""
    reviewers: Texts = ()
    """Who reviewed it."""
    approved_by: Text | None = None
    """Who approved it."""
    commander: Text | None = None
    """Who led the response."""
    published_at: Day = None
    """The day of publication."""
    audience: Annotated[Text | None, BeforeValidator(_audience)] = None
    """Who may see the document; without it the narrowest audience."""
    distribution: Texts = ()
    """Whom the document was sent to."""
    review_at: Day = None
    """The day of the follow-up review; without it 30 days after publication."""
    review_attendees: Texts = ()
    """Who takes part in the follow-up review."""
    summary: LongText | None = None
    """What happened, in a paragraph; without it the beginning of the summary section."""
    impact: Impact = Impact.model_construct()
    """What it did to customers, services and data."""
    detection: Detection = Detection.model_construct()
    """How it was noticed."""
    trigger: Text | None = None
    """What set it off."""
    contributing_factors: Annotated[
        tuple[Annotated[ContributingFactor, BeforeValidator(_factor)], ...], Field(max_length=100), several
    ] = ()
    """Everything that had to be so for it to happen."""
    tags: Texts = ()
    """Words to find the document by."""
    related: Annotated[tuple[Annotated[Related, BeforeValidator(as_related)], ...], Field(max_length=100), several] = ()
    """Other incidents, and what this one is to them."""
    links: Links = ()
    """Addresses that belong to the incident."""
    communication: Communication = Communication.model_construct()
    """Where it was handled and whom it was told to."""
    action_items: Annotated[tuple[ActionItem, ...], Field(max_length=200), several] = ()
    """What will be done about it, for items that a tool writes."""
    custom: Mapping[str, Any] = {}
    """Values of the keys that the settings declare under `fields`."""
    extensions: Mapping[str, Any] = {}
    """Values of the author's own `x-…` keys, kept and not interpreted."""
