"""What an incident did to customers, services, data and the people who handled it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator

from mkdocs_postmortem.model.choice import one_of
from mkdocs_postmortem.model.duration import Duration, as_duration
from mkdocs_postmortem.model.quantity import Count, Percent, YesNo
from mkdocs_postmortem.model.text import Text, Texts
from mkdocs_postmortem.model.value import Value


class Degradation(str, Enum):
    """How far the service was down."""

    COMPLETE = "complete-outage"
    PARTIAL = "partial-outage"
    DEGRADED = "degraded-performance"


class Impact(Value):
    """The impact as figures; whatever is not stated is None or empty."""

    customers_affected: Count | None = None
    """How many customers felt it."""
    customers_affected_percent: Percent | None = None
    """Which share of the customers felt it."""
    requests_failed: Count | None = None
    """How many requests failed."""
    error_rate: Percent | None = None
    """Which share of the requests failed."""
    revenue: Text | None = None
    """What it cost, in words."""
    symptoms: Texts = ()
    """What customers saw."""
    regions: Texts = ()
    """Where it was felt."""
    degradation: Annotated[
        Degradation | None,
        BeforeValidator(
            one_of(
                Degradation,
                "degradation",
                {
                    "outage": Degradation.COMPLETE,
                    "complete": Degradation.COMPLETE,
                    "partial": Degradation.PARTIAL,
                    "degraded": Degradation.DEGRADED,
                },
            )
        ),
    ] = None
    """How far the service was down."""
    data_loss: YesNo | None = None
    """Whether data was lost."""
    data_corruption: YesNo | None = None
    """Whether data was damaged."""
    durability_risk: YesNo | None = None
    """Whether data was at risk."""
    engineers_paged: Count | None = None
    """How many engineers were paged."""
    engineering_time: Annotated[Duration | None, BeforeValidator(as_duration)] = None
    """How much time engineers spent on it."""
    support_tickets: Count | None = None
    """How many support tickets came in."""
