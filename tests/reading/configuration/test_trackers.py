"""Trackers that cannot be used are refused at the line of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.reading.settings_file import read_project
from tests.sites import write


def reports(root: Path, *trackers: str) -> list[str]:
    """Return "line:column message; hint" of every problem; the first tracker stands on line 4."""
    listed = "\n".join(f"        - {{{tracker}}}" for tracker in trackers)
    write(root / "mkdocs.yml", f"plugins:\n  - postmortem:\n      trackers:\n{listed}\n")
    return [f"{p.location.line} {p.message}; {p.hint}" for p in read_project(None, root).problems]


@pytest.mark.parametrize(
    "tracker",
    [
        'prefix: "PAY-", url: "https://jira.example.com/browse/{key}"',
        'url: "https://t.example/?id={number}&x={key}"',
        'kind: jira, url: "https://jira.example.com", projects: PAY',
        'kind: linear, url: "https://linear.app/acme", projects: [ENG]',
        "kind: github",
        "kind: github, repository: acme/shop",
        'kind: gitlab, repository: acme/web/shop, url: "https://gitlab.example.com/"',
    ],
)
def test_a_tracker_that_leads_somewhere_can_be_used(tracker: str, tmp_path: Path) -> None:
    assert reports(tmp_path, tracker) == []


@pytest.mark.parametrize(
    ("tracker", "told"),
    [
        ('url: "https://t.example/browse"', "url must hold {key}, or {number} for what follows the prefix"),
        ('url: "https://t.example/{id}"', "url may hold {key} and {number}, and no {id}"),
        ('url: "https://t.example/{key"', "url may hold {key} and {number}, and no {key"),
        ('url: "javascript:alert({key})"', "url is no http or https address"),
        ('url: "//t.example/{key}"', "url is no http or https address"),
        ('url: "https://me:secret@t.example/{key}"', "url is no http or https address"),
        ('prefix: "PAY-"', "url is missing"),
        ("kind: jira", "url is missing"),
        (
            'kind: jira, url: "https://t.example/{key}"',
            "the url of kind: jira is the address of the site, and takes no {key}",
        ),
        ('kind: gitlab, url: "gitlab.com"', "url is no http or https address"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(tracker: str, told: str, tmp_path: Path) -> None:
    (report,) = reports(tmp_path, "kind: github", tracker)

    assert report.startswith(f"5 trackers: {told}; write one such as https://")


@pytest.mark.parametrize(
    ("tracker", "told"),
    [
        (
            'kind: jira, url: "https://t.example", prefix: A',
            "prefix does not go with kind: jira; with it go url and projects",
        ),
        ("kind: github, projects: [A]", "projects does not go with kind: github; with it go url and repository"),
        (
            'url: "https://t.example/{key}", repository: a/b',
            "repository does not go with kind: template; with it go prefix and url",
        ),
    ],
)
def test_an_option_of_another_kind_is_refused(tracker: str, told: str, tmp_path: Path) -> None:
    assert reports(tmp_path, tracker) == [f"4 trackers: {told}"]


@pytest.mark.parametrize(
    ("tracker", "told"),
    [
        ("kind: bugzilla", 'option trackers[0].kind: "bugzilla" is not known'),
        ("kind: github, repository: shop", 'option trackers[0].repository: "shop" does not have the right form'),
        ("kind: github, repo: a/b", "option trackers[0].repo is not known"),
    ],
)
def test_a_wrong_shape_is_refused(tracker: str, told: str, tmp_path: Path) -> None:
    (report,) = reports(tmp_path, tracker)

    assert report.startswith(f"4 {told}")
