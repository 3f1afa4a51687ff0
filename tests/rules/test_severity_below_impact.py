"""PM126: the severity is milder than the stated impact allows."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import SEVERITY_BELOW_IMPACT
from tests.documents import only, places, problems_of, with_front, with_line


def stating(severity: str, impact: str) -> str:
    return with_front(f"impact: {impact}", with_line("severity:", f"severity: {severity}"))


@pytest.mark.parametrize("impact", ["{data_loss: yes}", "{degradation: complete-outage}", "{data_loss: 'yes: 4 rows'}"])
def test_data_loss_and_a_complete_outage_are_at_least_sev1(impact: str) -> None:
    assert places("PM126", stating("sev2", impact)) == ["4:11"]
    assert places("PM126", stating("sev3", impact)) == ["4:11"]
    assert places("PM126", stating("sev1", impact)) == []
    assert places("PM126", stating("sev0", impact)) == []


@pytest.mark.parametrize(
    "impact", ["{data_loss: no}", "{degradation: partial-outage}", "{customers_affected: 1000000}"]
)
def test_other_impacts_are_fine_by_default(impact: str) -> None:
    assert places("PM126", stating("sev3", impact)) == []


@pytest.mark.parametrize(
    ("threshold", "impact", "expected"),
    [
        ({"customers_affected_percent": 50}, "{customers_affected_percent: 50}", ["4:11"]),
        ({"customers_affected_percent": 50}, "{customers_affected_percent: 49.9}", []),
        ({"customers_affected": 1000}, "{customers_affected: about 1200}", ["4:11"]),
        ({"error_rate": 20}, "{error_rate: 41 %}", ["4:11"]),
        ({"requests_failed": 10, "data_corruption": True}, "{requests_failed: 10, data_corruption: yes}", ["4:11"]),
        ({"requests_failed": 10, "data_corruption": True}, "{requests_failed: 10}", []),
    ],
)
def test_threshold_of_the_settings_must_be_met_in_everything(
    threshold: dict[str, object], impact: str, expected: list[str]
) -> None:
    thresholds = [{"severity": "critical", **threshold}]
    assert places("PM126", stating("sev1", impact), impact_thresholds=thresholds) == expected


def test_message_says_what_the_impact_is_and_what_it_would_be() -> None:
    problem = only(problems_of(stating("sev3", "{data_loss: yes}")), SEVERITY_BELOW_IMPACT)
    assert problem.message == "sev3 is milder than the impact: data loss"
    assert problem.hint == "such an impact is sev1 or worse; correct one of the two"


def test_threshold_of_a_severity_that_the_scale_lacks_is_not_applied() -> None:
    scale = [{"name": "major", "label": "Major"}, {"name": "minor", "label": "Minor"}]
    assert places("PM126", stating("minor", "{data_loss: yes}"), severities=scale) == []
