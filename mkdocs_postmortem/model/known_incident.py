"""An incident that is known from a list of another tool, whether or not there is a postmortem of it."""

from __future__ import annotations

from datetime import date

from mkdocs_postmortem.model.severity import Severity
from mkdocs_postmortem.model.value import Value


class KnownIncident(Value):
    """One line of the list: days are in UTC, `path`, `line` and `column` tell where its id stands."""

    id: str
    title: str = ""
    severity: Severity | None = None
    started_on: date
    resolved_on: date | None = None
    path: str
    line: int
    column: int = 1

    @property
    def ended_on(self) -> date:
        """Return the day of its resolution, else that of its start."""
        return self.resolved_on or self.started_on
