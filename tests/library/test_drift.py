"""Action items and issues that no longer say the same."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library.drift import find_drift
from mkdocs_postmortem.reading.issue_export import Issue
from tests.documents import library_of, with_items

GITHUB = [{"kind": "github", "repository": "acme/shop"}]
PAGE = "https://github.com/acme/shop/issues/12"


def issue(key: str, url: str = "", *, closed: bool = True, line: int = 2) -> Issue:
    return Issue(key, url, "Done" if closed else "Open", closed, is_dropped=False, line=line)


def found(item: str, *issues: Issue, **options: Any) -> list[str]:
    """Return what is found of one item and these issues."""
    return [one.kind.value for one in find_drift(library_of(with_items(item), **options), issues)]


@pytest.mark.parametrize(
    ("item", "closed", "kinds"),
    [
        ("a / Tracker: PAY-1", True, ["issue-closed"]),
        ("a / Tracker: PAY-1 / Status: In progress", True, ["issue-closed"]),
        ("a / Tracker: PAY-1", False, []),
        ("[x] a / Tracker: PAY-1", False, ["issue-open"]),
        ("[x] a / Tracker: PAY-1", True, []),
        ("a / Tracker: PAY-1 / Status: Won't do / Reason: No", False, ["issue-open"]),
        ("a / Tracker: PAY-2", True, ["unknown-issue"]),
        ("a", True, []),
    ],
)
def test_an_item_and_its_issue_are_to_say_the_same(item: str, closed: bool, kinds: list[str]) -> None:  # noqa: FBT001
    assert found(item, issue("PAY-1", closed=closed)) == kinds


@pytest.mark.parametrize(
    ("tracker", "key", "url", "options"),
    [
        ("PAY-12", "PAY-12", "", {}),
        ("pay-12", "PAY-12", "", {}),
        ("https://jira.example.com/browse/PAY-12", "PAY-12", "", {}),
        ("https://linear.app/acme/issue/ENG-3/raise-the-limit", "ENG-3", "", {}),
        (PAGE, "12", PAGE, {}),
        (f"{PAGE}?from=mail#comment", "12", PAGE, {}),
        ("acme/shop#12", "12", PAGE, {}),
        ("#12", "12", PAGE, {"trackers": GITHUB}),
        ("#12", "12", "", {"trackers": GITHUB}),
        ("#12", "12", PAGE, {}),
        ("https://gitlab.com/a/b/c/-/issues/12", "12", "https://gitlab.com/a/b/c/issues/12", {}),
        ("a/b/c#12", "12", "https://gitlab.com/a/b/c/-/issues/12", {}),
    ],
)
def test_an_issue_is_found_by_key_address_or_number(tracker: str, key: str, url: str, options: dict[str, Any]) -> None:
    assert found(f"a / Tracker: {tracker}", issue(key, url), **options) == ["issue-closed"]


@pytest.mark.parametrize("tracker", ["acme/other#12", "https://github.com/acme/other/issues/12"])
def test_the_same_number_of_another_repository_is_another_issue(tracker: str) -> None:
    assert found(f"a / Tracker: {tracker}", issue("12", PAGE)) == ["unknown-issue"]


def test_a_bare_number_belongs_to_the_repository_of_the_settings() -> None:
    other = issue("12", "https://github.com/acme/other/issues/12")

    assert found("a / Tracker: #12", other, trackers=GITHUB) == ["unknown-issue"]


def test_a_key_that_stands_for_an_open_and_a_closed_issue_says_nothing() -> None:
    other = issue("12", "https://github.com/acme/other/issues/12", closed=False)

    assert found("a / Tracker: #12", issue("12", PAGE), other) == ["ambiguous-issue"]
