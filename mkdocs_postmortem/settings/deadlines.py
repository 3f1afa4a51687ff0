"""Within which time a postmortem is to be reviewed and its action items are to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, model_validator

from mkdocs_postmortem.settings.block import Block, ShortForm, Span, as_span
from mkdocs_postmortem.settings.severity import SeverityLevel

DEFAULT = "default"
"""The key that stands for every severity which is not named."""
PRIORITIES = ("P0", "P1", "P2", "P3")
FOLLOW_UP = timedelta(days=30)
"""How long after publication the follow-up review is due. Source: the narrative template."""

Preset = Literal["gentle", "google", "pagerduty", "gitlab"]

PRESETS: dict[str, dict[str, Any]] = {
    "gentle": {"review": {"sev0": "14d", "sev1": "14d", DEFAULT: "30d"}, "items": {"P0": "30d", "P1": "90d"}},
    # SRE Workbook, chapter 10, "Promptness": less than a week. It names no time for action items.
    "google": {"review": {DEFAULT: "7d"}, "items": {}},
    # Three calendar days for a Sev-1 and five business days for a Sev-2; items in 15 and 30 days.
    "pagerduty": {"review": {"sev0": "3d", "sev1": "3d", "sev2": "7d"},
                  "items": {"sev0": "15d", "sev1": "15d", "sev2": "30d"}},
    # Incident reviews in two weeks; corrective actions by severity.
    "gitlab": {"review": {DEFAULT: "14d"},
               "items": {"sev0": "7d", "sev1": "7d", "sev2": "30d", "sev3": "60d", "sev4": "90d"}},
}  # fmt: skip
"""Deadlines that others have published, by the names of the default scale, and our own mild ones."""


def _for_all(value: Any) -> Any:
    """Let a plain `14d` stand for `{default: 14d}`."""
    return value if isinstance(value, Mapping) else {DEFAULT: value}


class Deadlines(Block):
    """Spans of time: `preset` is where the others start from, and what is stated beside it replaces that part.

    `review` (by severity) and `items` (by priority or severity) count from the end of the incident, as does `draft`;
    `follow_up` counts from the publication.
    """

    # The preset fills in what is not stated, so that nothing is required.
    model_config = ConfigDict(json_schema_extra=lambda schema: schema.pop("required"))

    preset: Preset = "gentle"
    """Where the others start from."""
    review: Annotated[dict[str, Span], BeforeValidator(_for_all), ShortForm()]
    """Time to a reviewed postmortem, by severity, from the end of the incident."""
    items: Annotated[dict[str, Span], BeforeValidator(_for_all), ShortForm()]
    """Time to do an action item, by priority or severity, from the end of the incident."""
    draft: Span = timedelta(days=30)
    """Time after which a draft is stale, from the end of the incident."""
    follow_up: Span = FOLLOW_UP
    """Time to the follow-up review, from the publication."""

    @model_validator(mode="before")
    @classmethod
    def _from_preset(cls, value: Any) -> Any:
        """Fill in what the preset says; a plain `google` stands for `{preset: google}`."""
        stated = {"preset": value} if isinstance(value, str) else value
        if not isinstance(stated, Mapping):
            return value
        return {**PRESETS.get(str(stated.get("preset", "gentle")), PRESETS["gentle"]), **stated}

    @classmethod
    def of_preset(cls, preset: Preset) -> Deadlines:
        """Return the deadlines of a preset alone."""
        parts = PRESETS[preset]
        return cls.model_construct(preset=preset, review=_spans(parts["review"]), items=_spans(parts["items"]))

    def for_review(self, level: SeverityLevel | None) -> timedelta | None:
        """Return the time to a reviewed postmortem for a severity, None when there is no deadline."""
        named = _severities(self.review, level)
        return named[0] if named else self.review.get(DEFAULT)

    def for_item(self, priority: str | None, level: SeverityLevel | None) -> timedelta | None:
        """Return the time to do an item: the shorter of what its priority and its incident's severity allow."""
        named = [span for key, span in self.items.items() if key == priority] + _severities(self.items, level)
        return min(named, default=self.items.get(DEFAULT))

    def follow_up_due(self, review_at: date | None, published_at: date | None) -> date | None:
        """Return the day of the follow-up review: as stated, else counted from publication, else None."""
        return review_at or (published_at + self.follow_up if published_at else None)


def _spans(written: Mapping[str, str]) -> dict[str, timedelta]:
    return {key: as_span(text) for key, text in written.items()}


def _severities(spans: Mapping[str, timedelta], level: SeverityLevel | None) -> list[timedelta]:
    """Return the spans of a severity. P1 is a priority, though the default scale takes it for a severity too."""
    return [span for key, span in spans.items() if level and key not in PRIORITIES and level.is_called(key)]
