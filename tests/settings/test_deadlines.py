"""Deadlines for reviews and action items: presets, and what is stated beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from mkdocs_postmortem.settings import DEFAULT_SCALE, PRESETS, Deadlines, Settings, SeverityLevel
from tests.documents import settings_of

SEV0, SEV1, SEV2, SEV3 = DEFAULT_SCALE


def days(span: timedelta | None) -> int | None:
    return None if span is None else span.days


def deadlines(value: Any) -> Deadlines:
    return settings_of(deadlines=value).deadlines


@pytest.mark.parametrize(
    ("preset", "review", "items"),
    [
        ("gentle", [14, 14, 30, 30], [30, 90, None]),
        ("google", [7, 7, 7, 7], [None, None, None]),
        ("pagerduty", [3, 3, 7, None], [15, 15, 15]),
        ("gitlab", [14, 14, 14, 14], [7, 7, 7]),
    ],
)
def test_presets_say_what_their_sources_say(preset: str, review: list[int | None], items: list[int | None]) -> None:
    found = deadlines(preset)
    assert [days(found.for_review(level)) for level in DEFAULT_SCALE] == review
    assert [days(found.for_item(priority, SEV1)) for priority in ("P0", "P1", "P2")] == items


def test_gentle_is_the_default_and_a_preset_may_be_written_in_both_forms() -> None:
    assert Settings().deadlines == deadlines("gentle") == deadlines({"preset": "gentle"})
    assert set(PRESETS) == {"gentle", "google", "pagerduty", "gitlab"}


def test_what_is_stated_beside_a_preset_replaces_that_part() -> None:
    found = deadlines({"preset": "gitlab", "review": "5d"})
    assert (days(found.for_review(SEV3)), days(found.for_item(None, SEV3))) == (5, 60)


def test_severities_are_found_by_name_label_and_alias() -> None:
    found = deadlines({"review": {"Critical": "1d", "s1": "2d", "default": "9d"}})
    assert [days(found.for_review(level)) for level in (SEV0, SEV1, SEV2, None)] == [1, 2, 9, 9]


def test_priority_is_no_severity_though_the_scale_calls_one_so() -> None:
    found = deadlines({"items": {"P1": "5d"}})
    assert (days(found.for_item("P1", SEV3)), days(found.for_item("P2", SEV1))) == (5, None)


def test_shorter_of_priority_and_severity_counts() -> None:
    found = deadlines({"items": {"P1": "5d", "sev0": "3d", "sev3": "60d", "default": "90d"}})
    assert [days(found.for_item("P1", level)) for level in (SEV0, SEV3)] == [3, 5]
    assert days(found.for_item("P3", SEV1)) == 90


def test_scale_of_its_own_needs_the_names_as_aliases() -> None:
    major = SeverityLevel(name="major", label="Major", aliases=("sev1",))
    assert days(deadlines("pagerduty").for_review(major)) == 3
    assert deadlines("pagerduty").for_review(SeverityLevel(name="big", label="Big")) is None


@pytest.mark.parametrize(
    ("review_at", "published_at", "options", "due"),
    [
        (None, date(2026, 3, 4), "gentle", date(2026, 4, 3)),
        (None, date(2026, 3, 4), {"follow_up": "14d"}, date(2026, 3, 18)),
        (date(2026, 3, 20), date(2026, 3, 4), {"follow_up": "14d"}, date(2026, 3, 20)),
        (None, None, "gentle", None),
    ],
)
def test_follow_up_is_due_as_stated_else_some_time_after_publication(
    review_at: date | None, published_at: date | None, options: Any, due: date | None
) -> None:
    assert deadlines(options).follow_up_due(review_at, published_at) == due


@pytest.mark.parametrize("value", ["amazon", {"preset": "amazon"}, {"reviews": "5d"}, {"review": 5}, 5, ["google"]])
def test_deadlines_that_cannot_be_used_are_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        deadlines(value)
