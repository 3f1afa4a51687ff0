"""PM705: the document holds the name of a customer."""

from __future__ import annotations

from mkdocs_postmortem.problems import CUSTOMER_NAME
from tests.documents import only, places, problems_of, with_front, with_section

NAMES = ["Wunderkaufh[a-z]+", "(?i)acme"]


def test_nothing_is_reported_without_patterns() -> None:
    assert places("PM705", with_section("Impact", "Wunderkaufhaus and Acme")) == []


def test_each_match_is_reported_at_its_place() -> None:
    text = with_section("Impact", "Orders of Wunderkaufhaus, ACME and acme failed")
    assert places("PM705", text, customer_names=NAMES) == ["19:11", "19:27", "19:36"]


def test_front_matter_is_looked_at_too() -> None:
    assert places("PM705", with_front("trigger: An import of Acme"), customer_names=NAMES) == ["9:10"]


def test_pattern_matches_letter_case_unless_it_says_otherwise() -> None:
    assert places("PM705", with_section("Impact", "wunderkaufhaus"), customer_names=NAMES) == []


def test_pattern_that_matches_nothing_at_all_is_quiet() -> None:
    assert places("PM705", with_section("Impact", "Orders failed"), customer_names=["x*"]) == []


def test_report_does_not_repeat_the_name() -> None:
    problem = only(problems_of(with_section("Impact", "Acme failed"), customer_names=NAMES), CUSTOMER_NAME)
    assert "acme" not in str(problem).casefold()
