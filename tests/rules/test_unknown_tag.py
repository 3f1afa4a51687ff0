"""PM510: a tag is not in the configured list."""

from __future__ import annotations

from mkdocs_postmortem.problems import UNKNOWN_TAG
from tests.documents import VALID, only, problems_of, report, with_front

TAGGED = with_front("tags: [database, Mobile-App]")


def test_any_tag_will_do_without_a_list() -> None:
    assert report(TAGGED) == []


def test_tag_that_is_not_listed_is_reported_at_its_place() -> None:
    problem = only(problems_of(TAGGED, tags=["databases", "mobile app"]), UNKNOWN_TAG)
    assert (str(problem.location), problem.hint) == ("incident.md:9:8", 'did you mean "databases"?')


def test_case_and_punctuation_do_not_count() -> None:
    assert report(TAGGED, tags=["Database", "mobile app"]) == []


def test_document_without_tags_is_fine() -> None:
    assert report(VALID, tags=["database"]) == []
