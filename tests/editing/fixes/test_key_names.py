from __future__ import annotations

import pytest

from tests.editing.fixes.fixing import fixed_lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Incident ID: INC-1", "id: INC-1"),
        ('"Incident ID": INC-1', "id: INC-1"),
        ("Sev: sev1  # by Dana", "severity: sev1  # by Dana"),
        ("Services: [a]", "services: [a]"),
        ("start-time: 2026-03-01T14:05Z", "started_at: 2026-03-01T14:05Z"),
        ("{Sev: sev1}", "{severity: sev1}"),
        ("Impact: {Customers affected: 5}", "impact: {customers_affected: 5}"),
    ],
)
def test_a_key_that_is_understood_gets_its_canonical_name(before: str, after: str) -> None:
    assert fixed_lines(before) == [after]


@pytest.mark.parametrize(
    "line",
    ["severity: sev1", "x-sev: sev1", "unknown thing: 5", "customers affected: 5", "Start (UTC): 2026-03-01T14:05Z"],
)
def test_what_is_canonical_unknown_or_would_lose_words_stays(line: str) -> None:
    assert fixed_lines(line) == [line]


def test_a_name_that_another_key_has_already_is_not_given_twice() -> None:
    assert fixed_lines("severity: sev1", "Sev: sev2") == ["severity: sev1", "Sev: sev2"]


def test_a_field_of_your_own_keeps_its_name() -> None:
    assert fixed_lines("sev: x", fields=[{"name": "sev"}]) == ["sev: x"]
