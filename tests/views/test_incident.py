"""The page data of an incident: what is stated, and that the rest is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.incident import Fact, IncidentView, incident_view
from tests.documents import VALID, library_of, with_front, with_line, without_line

TODAY = date(2026, 4, 15)


def view_of(*texts: str, **options: Any) -> IncidentView:
    """Return the view of the first document."""
    library = library_of(*texts, **options)
    (own,) = [postmortem for postmortem in library.postmortems if postmortem.relative_path == "a.md"]
    return incident_view(own, library, build_addresses(library), TODAY, ())


def shown(facts: tuple[Fact, ...]) -> dict[str, str]:
    """Return label and text of facts."""
    return {fact.label: ", ".join(part.text for part in fact.parts) for fact in facts}


def groups_of(view: IncidentView) -> dict[str, dict[str, str]]:
    """Return the groups of further facts by title."""
    return {group.title: shown(group.facts) for group in view.groups}


def test_main_facts_and_figures_of_a_small_document() -> None:
    view = view_of(VALID)

    assert (view.id, view.title) == ("INC-2026-014", "Checkout failed for 40 minutes")
    assert [badge.label for badge in view.badges] == ["SEV1 High", "Published"]
    assert {figure.label: figure.value for figure in view.figures}["Time to resolve"] == "40 min"
    assert [(mark.label, mark.instant.text) for mark in view.strip.marks] == [
        ("Started", "2026-03-01 14:05 UTC"),
        ("Resolved", "2026-03-01 14:45 UTC"),
    ]
    assert shown(view.facts)["Services"] == "checkout"
    assert (view.progress.done, view.progress.total, view.progress.overdue) == (0, 1, 1)


def test_what_is_not_stated_is_said_to_be_so_and_never_filled_in() -> None:
    text = VALID
    for line in ("severity:", "status:", "resolved_at:", "services:"):
        text = without_line(line, text)
    view = view_of(text)

    assert [badge.label for badge in view.badges] == ["Severity not stated", "Status not stated"]
    assert [(figure.value, figure.stated) for figure in view.figures] == [("not stated", False)] * len(view.figures)
    assert "Resolved" in view.strip.missing
    assert shown(view.facts)["Services"] == "not stated"


@pytest.mark.parametrize(
    ("yaml", "group", "label", "text"),
    [
        ("impact: {customers_affected: 1200}", "Impact", "Customers affected", "1,200"),
        ("impact: {data_loss: no}", "Impact", "Data loss", "No"),
        ("impact: {engineering_time: 90 min}", "Impact", "Engineering time", "1 h 30 min"),
        ("detection: {source: third-party}", "Detection", "Noticed by", "third party"),
        ("trigger: A flag", "Cause", "Trigger", "A flag"),
        ("contributing_factors: [{category: on-call, text: Alone}]", "Cause", "On call", "Alone"),
        ("contributing_factors: [Alone]", "Cause", "Factor", "Alone"),
        ("published_at: 2026-03-05", "Review", "Follow-up review", "2026-04-04"),
        ("approved_by: Kim", "Review", "Approved by", "Kim"),
        ("communication: {customer_email: yes}", "Communication", "Customer e-mail", "Yes"),
        ("cost: 12", "Further facts", "Cost", "12"),
        ("live: no", "Further facts", "Is it live?", "No"),
    ],
)
def test_every_further_fact_has_its_place(yaml: str, group: str, label: str, text: str) -> None:
    fields = [{"name": "cost", "type": "number"}, {"name": "live", "type": "yes-no", "label": "Is it live?"}]

    assert groups_of(view_of(with_front(yaml), fields=fields))[group][label] == text


def test_groups_without_facts_are_left_out() -> None:
    assert list(groups_of(view_of(VALID))) == ["Review"]


def test_a_fact_of_the_authors_own_is_not_shown() -> None:
    assert groups_of(view_of(with_front("x-cost: 12"))) == groups_of(view_of(VALID))


def test_the_service_where_the_cause_was_is_told_apart() -> None:
    view = view_of(with_front("root_cause_services: [orders-db]"))

    assert shown(view.facts)["Root cause in"] == "orders-db"
    assert "orders-db" in shown(view.facts)["Services"]


def test_a_related_incident_is_shown_on_both_sides() -> None:
    here = with_front("related: [{id: INC-2026-015, relation: caused-by}]")
    there = VALID.replace("INC-2026-014", "INC-2026-015")

    assert [(other.relation, other.row.id) for other in view_of(here, there).related] == [("Caused by", "INC-2026-015")]
    assert [(other.relation, other.row.id) for other in view_of(there, here).related] == [("Caused", "INC-2026-014")]


def test_items_of_the_front_matter_get_a_table_and_items_of_the_body_their_heading() -> None:
    body = view_of(VALID)
    front = view_of(with_front("action_items: [{title: Do it, owners: [Dana], due: 2026-05-01}]"))

    assert (body.items, body.items_heading) == ((), "Action items")
    assert [(item.title, item.line) for item in body.listed_items] == [("Alert on pool saturation", 34)]
    assert front.items[0].title == "Do it"
    assert front.listed_items == ()
    assert front.items_heading == ""


def test_the_summary_is_repeated_only_when_the_body_has_none() -> None:
    front = with_front("summary: In short.")

    assert view_of(front).summary == ""
    assert view_of(
        front.replace("## Summary\n\nA full connection pool stopped checkout for 40 minutes.\n\n", "")
    ).summary == ("In short.")


def test_a_near_miss_says_that_it_is_one() -> None:
    assert [badge.label for badge in view_of(with_line("id:", "id: X-1\nkind: near-miss")).badges][2] == "Near miss"


def test_only_web_addresses_become_links() -> None:
    view = view_of(with_front("links: [https://example.org/a, {label: Channel, url: https://example.org/b}]"))

    (links,) = [fact for fact in view.facts if fact.label == "Links"]
    assert [(part.text, part.url) for part in links.parts][1] == ("Channel", "https://example.org/b")


def test_the_view_of_a_document_that_states_nothing_can_be_built() -> None:
    view = view_of("")

    assert view.title
    assert isinstance(library_of("").postmortems[0], Postmortem)


@pytest.mark.parametrize(
    ("impact", "figures"),
    [
        ("{customers_affected: 1200}", [("Customers affected", "1,200")]),
        (
            "{customers_affected: about 1200, customers_affected_percent: 0.5}",
            [("Customers affected", "about 1,200 / 0.5 %")],
        ),
        ("{customers_affected_percent: 0.5}", [("Share of customers", "0.5 %")]),
        ("{requests_failed: 300, error_rate: 74}", [("Requests failed", "300"), ("Error rate", "74 %")]),
        ("{support_tickets: 3}", []),
    ],
)
def test_the_numbers_of_the_impact_are_figures(impact: str, figures: list[tuple[str, str]]) -> None:
    assert [(figure.label, figure.value) for figure in view_of(with_front(f"impact: {impact}")).impact] == figures


def test_an_acknowledgement_is_a_figure_where_it_is_stated() -> None:
    text = with_front("detected_at: 2026-03-01T14:09Z\nacknowledged_at: 2026-03-01T14:11Z")

    assert [(figure.label, figure.value) for figure in view_of(text).figures][1] == ("Time to acknowledge", "2 min")
    assert len(view_of(VALID).figures) == 3


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (VALID, "Published"),
        (with_front("published_at: 2026-03-05"), "Published 2026-03-05, follow-up review due 2026-04-04"),
        (with_line("status:", "status: draft"), "Draft"),
        (without_line("status:"), "not stated"),
    ],
)
def test_the_state_of_the_review_is_a_fact(text: str, state: str) -> None:
    assert shown(view_of(text).facts)["Review state"] == state


def test_the_timeline_of_the_text_has_its_instants() -> None:
    view = view_of(VALID)

    assert view.timeline_headings == ("Timeline",)
    assert [(time.stated, time.instant) for time in view.timeline] == [
        ("14:05", "2026-03-01T14:05Z"),
        ("14:45", "2026-03-01T14:45Z"),
    ]
