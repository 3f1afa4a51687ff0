"""How an incident was noticed, and how word of it went out."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator

from mkdocs_postmortem.model.choice import one_of
from mkdocs_postmortem.model.quantity import YesNo
from mkdocs_postmortem.model.text import Text, Texts
from mkdocs_postmortem.model.value import Value


class DetectionSource(str, Enum):
    """Who or what noticed first."""

    ALERT = "alert"
    CUSTOMER = "customer"
    INTERNAL = "internal"
    THIRD_PARTY = "third-party"


_SPELLINGS = {
    "monitoring": DetectionSource.ALERT,
    "alerting": DetectionSource.ALERT,
    "customers": DetectionSource.CUSTOMER,
    "customer report": DetectionSource.CUSTOMER,
    "engineer": DetectionSource.INTERNAL,
    "internal observation": DetectionSource.INTERNAL,
    "vendor": DetectionSource.THIRD_PARTY,
}


class Detection(Value):
    """What noticed the incident, the alerts by name, and why alerting succeeded or failed."""

    source: Annotated[
        DetectionSource | None, BeforeValidator(one_of(DetectionSource, "detection source", _SPELLINGS))
    ] = None
    """Who or what noticed first."""
    alerts: Texts = ()
    """The alerts that fired, by name."""
    assessment: Text | None = None
    """Why alerting succeeded or failed."""


class Communication(Value):
    """Where the incident was handled and whom it was told to."""

    channel: Text | None = None
    """The channel where the response took place."""
    stakeholders: Texts = ()
    """Who was told."""
    status_page: YesNo | None = None
    """Whether the status page was updated, or its address."""
    customer_email: YesNo | None = None
    """Whether customers got an e-mail."""
    public_postmortem: YesNo | None = None
    """Whether there is a public postmortem, or its address."""
