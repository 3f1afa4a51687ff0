"""PM602: nobody but its authors reviewed a document."""

from __future__ import annotations

import pytest

from tests.documents import places, with_front, with_line, without_line

BARE = without_line("**Reviewers:**")


@pytest.mark.parametrize(
    "facts",
    [
        "authors: [Dana]\nreviewers: [Dana]",
        "authors: [Dana, Kim]\nreviewers: ['@dana', KIM]",
        "authors: [Dana]\nreviewers: [Dana]\napproved_by: dana",
    ],
)
def test_authors_who_review_themselves_are_reported(facts: str) -> None:
    assert places("PM602", with_front(facts, BARE)) == ["10:12"]


@pytest.mark.parametrize(
    "facts",
    [
        "authors: [Dana]\nreviewers: [Dana, Kim]",
        "authors: [Dana]\nreviewers: [Dana]\napproved_by: Kim",
        "reviewers: [Kim]",
        "authors: [Dana]",
    ],
)
def test_one_other_reader_is_enough_and_none_is_another_problem(facts: str) -> None:
    assert places("PM602", with_front(facts, BARE)) == []


def test_document_in_review_is_not_judged() -> None:
    text = with_line("status:", "status: in-review", with_front("authors: [Dana]\nreviewers: [Dana]", BARE))
    assert places("PM602", text) == []
