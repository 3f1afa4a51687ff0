"""Both given templates: untouched they state nothing, filled in they state everything that stands in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from operator import attrgetter
from pathlib import Path

import pytest

from mkdocs_postmortem.model import Facts, ItemKind, ItemStatus, Postmortem, Priority
from mkdocs_postmortem.model.facts import ContributingFactor
from mkdocs_postmortem.model.quantity import Answer, Percentage, Quantity
from mkdocs_postmortem.model.relation import Related
from mkdocs_postmortem.model.text import Link
from mkdocs_postmortem.problems import NO_FRONT_MATTER, PLACEHOLDER_SECTION, UNTOUCHED_TEMPLATE
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.labels import find_labels
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import postmortem_of, problems_of

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent.parent / "shared" / "templates"
given = pytest.mark.skipif(not TEMPLATES.is_dir(), reason="the templates are not beside the repository")
BOTH = pytest.mark.parametrize("name", ["narrative", "sre"])


def utc(day: int, hour: int, minute: int, month: int = 4) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=timezone.utc)


def factor(text: str, category: str | None = None) -> ContributingFactor:
    return ContributingFactor.model_construct(text=text, category=category)


def template(name: str) -> str:
    return (TEMPLATES / f"{name}.md").read_text(encoding="utf-8")


def filled(name: str) -> Postmortem:
    return postmortem_of((HERE / f"filled_{name}.md").read_bytes(), f"filled_{name}.md")


@given
@BOTH
def test_untouched_template_has_no_action_item_and_no_timeline_entry(name: str) -> None:
    postmortem = postmortem_of(template(name))
    assert postmortem.action_items == ()
    assert postmortem.timeline == ()


@given
@BOTH
def test_untouched_template_states_no_value(name: str) -> None:
    postmortem = postmortem_of(template(name), "blank.md")
    stated = {
        key
        for key in Facts.model_fields
        if key not in ("id", "title") and getattr(postmortem, key) != getattr(Facts(), key)
    }
    assert stated == set()


@given
def test_untouched_narrative_has_no_title_but_its_file_name() -> None:
    assert postmortem_of(template("narrative"), "db-outage.md").title == "db outage"


@given
@BOTH
def test_every_section_of_an_untouched_template_is_recognised_and_holds_no_text(name: str) -> None:
    sections = [section for section in postmortem_of(template(name)).sections if section.level == 2]
    assert [section.heading for section in sections if section.key is None] == []
    assert [section.heading for section in sections if section.content == "text"] == []


@given
@BOTH
def test_untouched_template_is_one_problem(name: str) -> None:
    assert [(problem.kind, problem.location.line) for problem in problems_of(template(name))] == [
        (UNTOUCHED_TEMPLATE, 1)
    ]


@given
@BOTH
def test_template_with_one_field_filled_in_is_a_thin_document(name: str) -> None:
    text = (
        template(name).replace("**Author:** [Name]", "**Author:** Ines").replace("Incident ID**:", "Incident ID**: 7")
    )
    kinds = {problem.kind for problem in problems_of(text)}
    assert {NO_FRONT_MATTER, PLACEHOLDER_SECTION} <= kinds


@given
@BOTH
def test_filled_template_has_the_sections_of_the_untouched_one(name: str) -> None:
    def keys(postmortem: Postmortem) -> list[str | None]:
        return [section.key for section in postmortem.sections if section.level == 2]

    assert keys(filled(name)) == keys(postmortem_of(template(name)))


@BOTH
def test_filled_template_is_valid(name: str) -> None:
    text = (HERE / f"filled_{name}.md").read_bytes()
    assert [str(problem) for problem in problems_of(text)] == []


NARRATIVE = {
    "severity.name": "sev1",
    "status.value": "in-review",
    "started_at": utc(11, 21, 41),
    "resolved_at": utc(11, 22, 52),
    "duration.length": timedelta(minutes=71),
    "services": ("tickets", "seat-map"),
    "authors": ("Ines Okafor",),
    "reviewers": ("Piet Baan", "Yara Holm"),
    "published_at": date(2026, 4, 20),
    "distribution": ("Engineering", "Leadership"),
    "summary": "A stale replica served the seat map for 71 minutes, and 312 seats were sold twice.",
    "impact.customers_affected": Quantity(number=312),
    "impact.requests_failed": Quantity(number=4100, approximate=True),
    "impact.revenue": "Refunds of 18,700 EUR",
    "impact.degradation.value": "partial-outage",
    "impact.engineers_paged": Quantity(number=2),
    "impact.engineering_time.length": timedelta(hours=9),
    "impact.support_tickets": Quantity(number=140),
    "trigger": "The replica served reads although it was behind.",
    "contributing_factors": (
        factor("The health check asked whether the replica answers, not how old its answer is"),
        factor("Nobody was told when the lag alert was switched off"),
    ),
    "communication.channel": "#incident-2026-04-11",
    "communication.stakeholders": ("Box office", "Finance"),
    "communication.status_page": Answer(yes=True, url="https://status.example.org/4"),
    "communication.customer_email": Answer(yes=False),
    "communication.public_postmortem": Answer(yes=True, url="https://blog.example.org/seats"),
    "review_at": date(2026, 5, 12),
    "review_attendees": ("Tickets", "Storage"),
    "related": (Related(id="INC-2025-004"),),
    "links": (
        Link(label="Replica runbook", url="https://runbooks.example.org/replica"),
        Link(label="https://dash.example.org/lag", url="https://dash.example.org/lag"),
    ),
}
"""Every fact of the narrative form, as its labels in the body of the filled one state it."""

SRE = {
    "id": "INC-2026-022",
    "severity.name": "sev2",
    "started_at": utc(3, 22, 50, 5),
    "resolved_at": utc(4, 0, 20, 5),
    "duration.length": timedelta(minutes=90),
    "services": ("labels",),
    "summary": "1,900 parcels carried two labels.",
    "impact.symptoms": ("two labels on a parcel", "parcels sorted to the wrong belt"),
    "impact.regions": ("eu-north", "eu-west"),
    "impact.customers_affected_percent": Percentage(number=4, approximate=True),
    "impact.requests_failed": Quantity(number=1900),
    "impact.error_rate": Percentage(number=12),
    "impact.data_loss": Answer(yes=False),
    "impact.data_corruption": Answer(yes=True, details="1,900 parcels had two numbers until noon"),
    "impact.durability_risk": Answer(yes=False),
    "detection.source.value": "customer",
    "detected_at": utc(3, 23, 20, 5),
    "time_to_detect": timedelta(minutes=30),
    "detection.assessment": "nothing counted labels against parcels",
    "communication.status_page": Answer(yes=True, url="https://status.example.org/22"),
    "trigger": "the queue moved while the old consumer was running",
    "contributing_factors": (
        factor("a label has no key of its own", "code"),
        factor("the release job does not wait for the old consumer", "config"),
        factor("the new consumer was sized for half the parcels", "capacity"),
        factor("the checklist does not name the old consumer", "process"),
        factor("the carrier rejects a second label only after a day", "third-party"),
    ),
    "links": (
        Link(label="incident doc", url="https://docs.example.org/22"),
        Link(label="status page", url="https://status.example.org/22"),
        Link(label="the key", url="https://git.example.org/p/57"),
        Link(label="dashboards", url="https://dash.example.org/labels"),
    ),
}
"""Every fact of the SRE form, as its labels in the body of the filled one state it."""


@pytest.mark.parametrize(("field", "expected"), NARRATIVE.items())
def test_every_field_of_the_narrative_form_is_read_into_its_place(field: str, expected: object) -> None:
    assert attrgetter(field)(filled("narrative")) == expected


@pytest.mark.parametrize(("field", "expected"), SRE.items())
def test_every_field_of_the_sre_form_is_read_into_its_place(field: str, expected: object) -> None:
    assert attrgetter(field)(filled("sre")) == expected


@given
@pytest.mark.parametrize(("name", "facts"), [("narrative", NARRATIVE), ("sre", SRE)])
def test_no_label_of_a_form_is_left_without_a_fact(name: str, facts: dict[str, object]) -> None:
    labels = find_labels(scan_body(filled(name).body, 1), vocabulary_for(Settings()))
    named = {field.removesuffix(".name").removesuffix(".value").removesuffix(".length") for field in facts}
    notes = {"time_to_detect", "detected_by_customer", "detected_by_internal"}
    assert {label.field for label in labels} - named - notes == set()


def test_narrative_form_keeps_its_title_from_the_heading() -> None:
    assert filled("narrative").title == "Seat map showed sold seats as free"


def test_filled_narrative_yields_its_timeline_over_midnight() -> None:
    entries = filled("narrative").timeline
    times = [utc(11, 21, 41), utc(11, 21, 58), utc(11, 22, 10), utc(11, 22, 31), utc(11, 22, 52)]
    assert [entry.time for entry in entries] == times
    assert [entry.approximate for entry in entries] == [False, False, True, False, False]
    assert entries[3].end == utc(11, 22, 40)
    assert entries[1].event == "First double sale, seen on the board"
    assert entries[1].links[0].url == "https://dash.example.org/sales"


def test_filled_narrative_yields_its_action_items() -> None:
    items = filled("narrative").action_items
    assert [item.title for item in items] == [
        "Refuse reads from a replica that lags over five seconds",
        "Reserve a seat on the primary before payment",
        "Alert when a replica lags over ten seconds",
        "Write down how to take a replica out",
        "Draw which reads go to which replica",
    ]
    kinds = [ItemKind.PREVENT, ItemKind.PREVENT, ItemKind.DETECT, ItemKind.RESPOND, ItemKind.DOCUMENT]
    assert [item.kind for item in items] == kinds
    assert [item.status.value for item in items] == ["done", "in-progress", "open", "open", "open"]
    assert [item.priority for item in items[:3]] == [Priority.P1, Priority.P1, None]
    assert items[1].owners == ("Ines Okafor", "Yara Holm")
    assert [item.due for item in items[:2]] == [date(2026, 4, 24), date(2026, 5, 15)]
    assert items[0].completed_at == date(2026, 4, 22)


def test_filled_sre_yields_its_timeline_over_midnight() -> None:
    entries = filled("sre").timeline
    assert [entry.time for entry in entries] == [
        utc(3, 22, 50, 5),
        utc(3, 23, 20, 5),
        utc(4, 0, 5, 5),
        utc(4, 0, 20, 5),
    ]
    first = entries[0]
    assert (first.actor, first.event, first.result) == (
        "Release job",
        "Moved the queue (change)",
        "Both consumers run",
    )


def test_filled_sre_yields_its_action_items() -> None:
    items = filled("sre").action_items
    assert [item.priority for item in items] == [Priority.P0, Priority.P1, Priority.P2]
    assert [item.owners for item in items] == [("Noor",), ("Timo", "Noor"), ("Platform",)]
    assert [item.status for item in items] == [ItemStatus.IN_PROGRESS, ItemStatus.DONE, ItemStatus.WONT_DO]
    assert items[0].verification == "Run two consumers in staging"
    assert items[1].completed_at == date(2026, 5, 19)
    assert items[2].reason == "the tool shows them now"
