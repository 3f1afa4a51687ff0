"""PM505: a service is not in the configured list."""

from __future__ import annotations

import pytest

from tests.documents import VALID, problems_of, report, with_front


@pytest.mark.parametrize("services", [[], ["checkout"], ["Check-out"], [{"name": "shop", "aliases": ["checkout"]}]])
def test_listed_service_or_no_list_is_fine(services: list[object]) -> None:
    assert report(VALID, services=services) == []


def test_unlisted_service_is_reported_with_the_nearest() -> None:
    (problem,) = problems_of(VALID, services=["checkouts", "search"])
    assert (problem.location.line, problem.location.column) == (8, 12)
    assert problem.hint == 'did you mean "checkouts"?'


def test_service_of_the_root_cause_is_checked_too() -> None:
    assert report(with_front("root_cause_services: [checkout, bank]"), services=["checkout"]) == ["9:33 PM505"]
