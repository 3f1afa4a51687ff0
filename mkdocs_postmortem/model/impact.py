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
    customers_affected_percent: Percent | None = None
    requests_failed: Count | None = None
    error_rate: Percent | None = None
    revenue: Text | None = None
    symptoms: Texts = ()
    regions: Texts = ()
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
    data_loss: YesNo | None = None
    data_corruption: YesNo | None = None
    durability_risk: YesNo | None = None
    engineers_paged: Count | None = None
    engineering_time: Annotated[Duration | None, BeforeValidator(as_duration)] = None
    support_tickets: Count | None = None
