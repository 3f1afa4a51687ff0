"""Which blocks of `when` hold for a document, and what follows."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library.policy import demands_on, required_fields, required_sections
from mkdocs_postmortem.problems import Level
from tests.documents import (
    VALID,
    postmortem_of,
    problems_of,
    report,
    settings_of,
    with_front,
    with_line,
    without_line,
)

OFF = {"PM102": "off"}


def holds(text: str, conditions: dict[str, Any], **options: Any) -> bool:
    """Return whether a block with these conditions holds for a document."""
    settings = settings_of(when=[{**conditions, "levels": OFF}], **options)
    return bool(demands_on(postmortem_of(text, **options), settings))


@pytest.mark.parametrize(
    "conditions",
    [
        {"status": "published"},
        {"status": ["draft", "Published"]},
        {"severity": "sev1"},
        {"severity": "High"},
        {"severity": ["sev0", 1]},
        {"kind": "incident"},
        {"services": ["search", "checkout"]},
        {"audience": "internal"},
        {"status": "published", "severity": "sev1", "kind": "incident", "services": "checkout"},
    ],
)
def test_block_holds_when_all_of_its_conditions_do(conditions: dict[str, Any]) -> None:
    assert holds(VALID, conditions)


@pytest.mark.parametrize(
    "conditions",
    [
        {"status": "draft"},
        {"severity": ["sev0", "sev2"]},
        {"kind": ["near-miss", "drill"]},
        {"services": "search"},
        {"audience": "public"},
        {"status": "published", "severity": "sev0"},
    ],
)
def test_block_does_not_hold_when_one_of_them_fails(conditions: dict[str, Any]) -> None:
    assert not holds(VALID, conditions)


@pytest.mark.parametrize(("line", "condition"), [("status:", {"status": "draft"}), ("severity:", {"severity": "sev1"})])
def test_what_a_document_does_not_state_meets_no_condition(line: str, condition: dict[str, str]) -> None:
    assert not holds(without_line(line), condition)


def test_services_are_compared_by_their_configured_names() -> None:
    services = [{"name": "checkout", "aliases": ["shop"]}]
    assert holds(with_line("services:", "services: [shop]"), {"services": "Checkout"}, services=services)
    assert holds(VALID, {"services": "shop"}, services=services)


def test_service_where_an_incident_came_from_counts_too() -> None:
    assert holds(with_front("root_cause_services: [search]"), {"services": "search"})


def test_document_with_a_front_matter_that_cannot_be_read_counts_as_internal() -> None:
    broken = with_front("audience: public\ntags: [a")
    assert holds(broken, {"audience": "internal"})
    assert not holds(broken, {"audience": "public"})


def test_missing_field_names_the_policy_that_asks_for_it() -> None:
    when = [{"status": "published", "severity": ["sev0", "sev1"], "require": {"fields": ["detected_at"]}}]
    (problem,) = problems_of(VALID, when=when)
    assert problem.message == "a published sev1 document must state detected_at (when[0])"
    assert problem.hint == "add `detected_at: YYYY-MM-DDTHH:MMZ` to the front matter"


@pytest.mark.parametrize(
    ("conditions", "subject"),
    [
        ({"severity": "sev1"}, "a sev1 document"),
        ({"kind": "incident"}, "an incident"),
        ({"status": "published", "kind": "incident"}, "a published incident"),
        ({"services": "checkout"}, "a document of checkout"),
        ({"audience": "internal"}, "a document for internal readers"),
    ],
)
def test_a_policy_is_told_by_what_it_found_in_the_document(conditions: dict[str, str], subject: str) -> None:
    (problem,) = problems_of(VALID, when=[{**conditions, "require": {"sections": "lessons"}}])
    assert problem.message == f"{subject} must have a section lessons (when[0])"


def test_an_empty_list_states_nothing_where_a_policy_asks() -> None:
    when = [{"status": "published", "require": {"fields": ["authors"]}}]
    assert report(with_front("authors: []"), when=when) == ["1:1 PM101"]
    assert report(with_front("authors: Dana"), when=when) == ["9:10 PM103"]
    assert report(with_front("authors: [Dana]"), when=when) == []


def test_what_all_must_state_is_asked_once() -> None:
    when = [{"status": "published", "require": {"fields": ["severity", "commander"], "sections": ["summary"]}}] * 2
    settings = settings_of(when=when)
    asked = required_fields(postmortem_of(VALID), settings)
    assert list(asked).count("severity") == 1
    assert asked["severity"] is None
    commander = asked["commander"]
    assert commander is not None
    assert commander.number == 0
    assert required_sections(postmortem_of(VALID), settings)["summary"] is None


def test_level_of_a_policy_holds_for_the_documents_that_it_chooses() -> None:
    when = [{"severity": "sev1", "levels": {"ownerless-item": "warning"}}]
    text = without_line("  - Owner:")
    assert [problem.level for problem in problems_of(text, when=when)] == [Level.WARNING]
    other = with_line("severity:", "severity: sev2", text)
    assert [problem.level for problem in problems_of(other, when=when)] == [Level.ERROR]


def test_level_of_a_policy_wins_over_that_of_levels_and_of_drafts() -> None:
    text = without_line("  - Owner:", with_line("status:", "status: draft"))
    when = [{"status": "draft", "levels": {"PM301": "error"}}]
    assert [problem.level for problem in problems_of(text, when=when)] == [Level.ERROR]
    assert [problem.level for problem in problems_of(text, when=when, levels={"PM301": "off"})] == [Level.ERROR]


def test_later_blocks_win_and_what_they_do_not_name_stays() -> None:
    text = without_line("  - Owner:", without_line("  - Due:"))
    when = [
        {"status": "published", "levels": {"PM301": "off", "PM302": "off"}},
        {"severity": "sev1", "levels": {"ownerless-item": "warning"}},
    ]
    assert [(p.kind.code, p.level) for p in problems_of(text, when=when)] == [("PM301", Level.WARNING)]


def test_kinds_that_are_off_can_be_turned_on_for_some() -> None:
    when = [{"severity": "sev1", "levels": {"done-without-date": "error"}}]
    text = VALID.replace("- [ ] Alert", "- [x] Alert")
    assert report(text) == []
    assert report(text, when=when) == ["34:1 PM313"]
