"""Days in the words of a body: those that no calendar has, or that lie outside of all years, are none."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from mkdocs_postmortem.reading.dates import find_day, parse_day, proven_order
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, postmortem_of, read

WORDS = vocabulary_for(Settings())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-01", date(2025, 3, 1)),
        ("on 1 March 2025, at noon", date(2025, 3, 1)),
        ("2025-W09", date(2025, 3, 2)),
        ("2025-W09-1", date(2025, 2, 24)),
        ("from 25/12/2025", date(2025, 12, 25)),
        ("2025-02-30, or rather 2025-02-28", date(2025, 2, 28)),
        ("1969-12-31", None),
        ("9999-12-31", None),
        ("9999-W52", None),
        ("0000-W01", None),
        ("2026-W00", None),
        ("99999999999999-13-45", None),
        ("03/04/2025", None),
    ],
)
def test_day_is_found_where_it_is_certain(text: str, day: date | None) -> None:
    assert find_day(text, WORDS) == day


@pytest.mark.parametrize("text", ["9999-W52", "9999-12-31", "2026-02-30", "next sprint", "9" * 5_000])
def test_day_outside_the_calendar_is_a_fault(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_day(text, WORDS)


@pytest.mark.parametrize("line", ["Start: 9999-12-31 23:00 - 01:00", "Duration: 9999-12-31 23:00 to 01:00"])
def test_range_at_the_end_of_time_states_no_start(line: str) -> None:
    story = VALID.split("---\n", 2)[2]
    postmortem = read(f"---\nseverity: sev1\n---\n\n- {line}\n\n{story}").postmortem
    assert "started_at" not in postmortem.stated_in_body
    assert len(postmortem.timeline) == len(postmortem_of(VALID).timeline)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("on 25/12/2025", "dm"),
        ("12/25/2025, 1-2-2025", "md"),
        ("5-13-2025", "md"),
        ("1/13/2025", "md"),
        ("03/04/2025", ""),
        ("25/12/2025 and 12/25/2025", ""),
        ("2025-12-25-00297", ""),
        ("v1.25/12/2025", ""),
        ("25/12/2025/x", ""),
        ("25/12/20251", ""),
        ("/12/2025", ""),
    ],
)
def test_order_of_day_and_month_is_that_of_the_dates_that_can_be_only_one(text: str, order: str) -> None:
    assert proven_order(text) == order
