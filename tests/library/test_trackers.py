"""Where a tracker leads: patterns of the settings, addresses, and what stays text."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library.trackers import Ticket, ticket_of
from tests.documents import settings_of

PAY = {"prefix": "PAY-", "url": "https://jira.example.com/browse/{key}"}
GITHUB = {"kind": "github", "repository": "acme/shop"}
GITLAB = {"kind": "gitlab", "repository": "acme/web/shop"}


def url_of(stated: str, *trackers: dict[str, Any]) -> str | None:
    return ticket_of(stated, settings_of(trackers=list(trackers)).trackers).url


@pytest.mark.parametrize(
    ("stated", "tracker", "url"),
    [
        ("PAY-12", PAY, "https://jira.example.com/browse/PAY-12"),
        ("SHOP-12", PAY, None),
        ("PAY-", PAY, None),
        ("PAY-12, PAY-13", PAY, None),
        ("PAY-12/../x", PAY, None),
        (
            "BUG 7",
            {"prefix": "BUG ", "url": "https://b.example/show?id={number}&all=1"},
            "https://b.example/show?id=7&all=1",
        ),
        ("#7", {"prefix": "#", "url": "https://b.example/{key}/"}, "https://b.example/%237/"),
        ("T7", {"url": "https://t.example/{key}"}, "https://t.example/T7"),
        ("later", {"url": "https://t.example/{key}"}, None),
        ("PAY-12", {"kind": "jira", "url": "https://j.example/"}, "https://j.example/browse/PAY-12"),
        (
            "PAY-12",
            {"kind": "jira", "url": "https://j.example", "projects": ["PAY"]},
            "https://j.example/browse/PAY-12",
        ),
        ("OPS-12", {"kind": "jira", "url": "https://j.example", "projects": "PAY"}, None),
        ("pay-12", {"kind": "jira", "url": "https://j.example"}, None),
        ("ENG-3", {"kind": "linear", "url": "https://linear.app/acme"}, "https://linear.app/acme/issue/ENG-3"),
        ("#12", GITHUB, "https://github.com/acme/shop/issues/12"),
        ("acme/other#12", GITHUB, "https://github.com/acme/other/issues/12"),
        ("acme/other!12", GITHUB, "https://github.com/acme/other/pull/12"),
        ("#12", {"kind": "github"}, None),
        ("other#12", GITHUB, None),
        ("#12", {**GITHUB, "url": "https://git.example"}, "https://git.example/acme/shop/issues/12"),
        ("#12", GITLAB, "https://gitlab.com/acme/web/shop/-/issues/12"),
        ("acme/api!3", GITLAB, "https://gitlab.com/acme/api/-/merge_requests/3"),
    ],
)
def test_a_key_leads_where_its_pattern_says(stated: str, tracker: dict[str, Any], url: str | None) -> None:
    assert url_of(stated, tracker) == url


def test_the_first_pattern_that_fits_counts() -> None:
    assert url_of(
        "PAY-1", {"prefix": "SHOP-", "url": "https://a.example/{key}"}, PAY, {"url": "https://c.example/{key}"}
    ) == ("https://jira.example.com/browse/PAY-1")


def test_an_address_stays_what_it_is() -> None:
    assert ticket_of("https://t.example/issues/7/", ()) == Ticket("7", "https://t.example/issues/7/")
    assert ticket_of("javascript:alert(1)", ()) == Ticket("javascript:alert(1)")
