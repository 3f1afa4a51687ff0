"""PM601: a published document names no reviewer."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, with_front, with_line, without_line

ALONE = without_line("**Reviewers:**")


def test_published_document_without_a_reviewer_is_reported_at_its_status() -> None:
    assert places("PM601", ALONE) == ["5:9"]


@pytest.mark.parametrize("fact", ["reviewers: [Kim]", "approved_by: Kim"])
def test_reviewer_or_approval_is_enough(fact: str) -> None:
    assert places("PM601", with_front(fact, ALONE)) == []


def test_reviewer_named_in_the_body_is_enough() -> None:
    assert places("PM601", VALID) == []


@pytest.mark.parametrize("status", ["draft", "in-review"])
def test_document_that_is_not_published_needs_none_yet(status: str) -> None:
    assert places("PM601", with_line("status:", f"status: {status}", ALONE)) == []


def test_empty_list_is_reported_at_its_line() -> None:
    assert places("PM601", with_front("reviewers: []", ALONE)) == ["9:12"]
