"""What the settings say of saved views and facets: refused where it means nothing, at its line of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.configuration.written import place_like
from mkdocs_postmortem.reading.settings_file import check_options, read_project
from mkdocs_postmortem.settings.saved_view import FACETS
from tests.sites import write


def refusals(where: dict[str, Any], sort: str = "-date", **options: Any) -> list[str]:
    """Return what is refused of a view, and why."""
    views = [{"name": "mine", "title": "Mine", "where": where, "sort": sort}]
    _, problems = check_options(place_like({"views": views, **options}, None, Location("mkdocs.yml")))
    return [f"{problem.message}{'; ' if problem.hint else ''}{problem.hint}" for problem in problems]


@pytest.mark.parametrize(
    ("where", "refusal"),
    [
        ({"severty": "sev1"}, 'views: mine: "severty" is no facet; did you mean "severity"?'),
        ({"severity": "sev9"}, 'views: mine: severity "sev9" is not known; did you mean "sev3"?'),
        ({"severity": ["sev0", "Hi"]}, 'views: mine: severity "Hi" is not known; use sev0, sev1, sev2 or sev3'),
        ({"status": "publshed"}, 'views: mine: status "publshed" is not known; did you mean "published"?'),
        ({"kind": "dril"}, 'views: mine: kind "dril" is not known; did you mean "drill"?'),
        ({"factor": "cod"}, 'views: mine: factor "cod" is not known; did you mean "code"?'),
        ({"has": "open-item"}, 'views: mine: has "open-item" is not known; did you mean "open-items"?'),
        ({"service": "chekout"}, 'views: mine: service "chekout" is not known; did you mean "checkout"?'),
        ({"root_cause_service": "x"}, 'views: mine: root_cause_service "x" is not known; use checkout'),
        (
            {"year": "26"},
            'views: mine: year "26" is no year; write four digits, or undated for documents without a start',
        ),
        ({"tier": "bronze"}, 'views: mine: tier "bronze" is not known; use gold or silver'),
        ({"live": "maybe"}, 'views: mine: live "maybe" is not known; use yes or no'),
        ({"note": "x"}, f'views: mine: "note" is no facet; use {", ".join(FACETS)}, tier or live'),
    ],
)  # fmt: skip
def test_a_value_that_no_document_can_have_is_refused(where: dict[str, Any], refusal: str) -> None:
    fields = [
        {"name": "tier", "facet": True, "choices": ["gold", "silver"]},
        {"name": "live", "facet": True, "type": "yes-no"},
        {"name": "note"},
    ]

    assert refusals(where, services=["checkout"], fields=fields) == [refusal]


@pytest.mark.parametrize(
    "where",
    [
        {"severity": ["High", "s0"]}, {"service": "anything"}, {"tag": "x"}, {"year": 2026}, {"year": "undated"},
        {"status": "In Review"}, {"has": ["no-review", "problems"]}, {"factor": "on-call"}, {},
    ],
)  # fmt: skip
def test_every_value_that_documents_can_have_is_taken(where: dict[str, Any]) -> None:
    assert refusals(where) == []


def test_an_order_that_there_is_not_is_refused() -> None:
    assert refusals({}, "-durations") == ['views: mine: "-durations" is no order; did you mean "duration"?']
    assert refusals({}, "-duration") == []


@pytest.mark.parametrize("name", ["service", "tag", "year", "text", "q", "sort"])
def test_a_facet_cannot_have_a_name_that_addresses_need(name: str) -> None:
    refusal = f'fields: a facet cannot be called "{name}"; it stands for something else in addresses; rename it'

    assert refusals({}, fields=[{"name": name, "facet": True}]) == [refusal]
    assert refusals({}, fields=[{"name": name}]) == []


def test_what_a_refused_list_would_hold_is_not_judged() -> None:
    assert refusals({"service": "search"}, services=[{"name": "a", "oops": 1}]) == [
        "option services[0].oops is not known; known are name, title, owner, description, aliases, links"
    ]


def test_two_views_cannot_have_one_name(tmp_path: Path) -> None:
    view = "{name: a, title: A}"
    write(tmp_path / "mkdocs.yml", f"plugins:\n  - postmortem:\n      views:\n        - {view}\n        - {view}\n")
    (problem,) = read_project(None, tmp_path).problems

    assert str(problem).endswith('views: "a" stands in the list twice; leave one out')
    assert problem.location.line == 5


def test_a_refused_value_is_reported_at_its_line(tmp_path: Path) -> None:
    write(
        tmp_path / "mkdocs.yml",
        "site_name: x\nplugins:\n  - postmortem:\n      views:\n        - name: mine\n          title: Mine\n"
        "          where:\n            severity: sev9\n          ordering: date\n",
    )
    (problem,) = read_project(None, tmp_path).problems
    assert str(problem).endswith(
        "option views[0].ordering is not known; known are name, title, description, where, sort"
    )

    text = (tmp_path / "mkdocs.yml").read_text().replace("          ordering: date\n", "")
    write(tmp_path / "mkdocs.yml", text)
    (problem,) = read_project(None, tmp_path).problems
    assert (problem.location.line, problem.location.column, problem.kind.code) == (8, 13, "PM801")
