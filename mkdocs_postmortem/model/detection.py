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
    alerts: Texts = ()
    assessment: Text | None = None


class Communication(Value):
    """Where the incident was handled and whom it was told to."""

    channel: Text | None = None
    stakeholders: Texts = ()
    status_page: YesNo | None = None
    customer_email: YesNo | None = None
    public_postmortem: YesNo | None = None
