"""PM125: a title or a file name does not follow the house's convention."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, problems_of

ON = {"levels": {"PM125": "warning"}}


def test_nothing_is_reported_without_a_convention() -> None:
    assert places("PM125", VALID, **ON) == []


def test_it_is_off_until_it_is_given_a_level() -> None:
    assert places("PM125", VALID, conventions={"title": "Incident: .*"}) == []


def test_title_that_does_not_match_is_reported_at_its_line() -> None:
    assert places("PM125", VALID, conventions={"title": "Incident: .*"}, **ON) == ["3:8"]


@pytest.mark.parametrize("pattern", ["Checkout .*", "(?i)CHECKOUT.*minutes"])
def test_title_that_matches_as_a_whole_is_fine(pattern: str) -> None:
    assert places("PM125", VALID, conventions={"title": pattern}, **ON) == []


def test_pattern_must_match_the_whole_title() -> None:
    assert places("PM125", VALID, conventions={"title": "Checkout"}, **ON) == ["3:8"]


def test_file_name_is_compared_without_its_folder() -> None:
    name, options = "2026/INC-14.md", {"conventions": {"file_name": "INC-[0-9]+[.]md"}, **ON}
    assert problems_of(VALID, name, **options) == ()
    (problem,) = problems_of(VALID, "2026/outage.md", **options)
    assert problem.message == 'the file name "outage.md" does not follow the convention'
    assert problem.hint == "it must match INC-[0-9]+[.]md"
