"""Other incidents on a page: similar ones with reasons, earlier ones left open, the ones before and after."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.incident import IncidentView, incident_view
from tests.documents import VALID, library_of, with_front, with_items, with_line

TODAY = date(2026, 4, 15)
EARLIER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03")
OTHER = (
    "---\nid: OTHER\nservices: [dns]\nstarted_at: 2026-03-02T10:00Z\n---\n# Zone\n",
    "---\nid: ANOTHER\nservices: [web]\nstarted_at: 2026-03-03T10:00Z\n---\n# Page\n",
)


def view_of(*texts: str, **options: Any) -> IncidentView:
    """Return the view of the first document, beside others that share nothing."""
    library = library_of(*texts, *OTHER, **options)
    (own,) = [postmortem for postmortem in library.postmortems if postmortem.relative_path == "a.md"]
    return incident_view(own, library, build_addresses(library), TODAY, ())


def test_a_similar_incident_is_shown_with_its_reasons() -> None:
    (similar,) = view_of(VALID, EARLIER).similar

    assert (similar.relation, similar.row.id) == ("", "INC-2025-001")
    assert similar.reasons == (
        "same service checkout",
        "both say: connection pool, full connection, smaller, workers and 1 more word",
    )


def test_a_declared_incident_is_not_shown_again_as_similar() -> None:
    view = view_of(with_front("related: [INC-2025-001]"), EARLIER)

    assert [other.row.id for other in view.related] == ["INC-2025-001"]
    assert view.related[0].reasons
    assert view.similar == ()


def test_reasons_speak_the_language_of_the_page() -> None:
    (similar,) = view_of(VALID, EARLIER, language="de").similar

    assert similar.reasons[0] == "gleicher Dienst checkout"


def test_factors_are_told_by_their_words() -> None:
    factors = "contributing_factors: [{category: on-call, text: x}, {category: own-one, text: y}]"
    both = with_front(factors), with_front(factors, EARLIER)

    (similar,) = view_of(*both, factor_categories=["on-call", "own-one"]).similar
    assert "same kinds of factors: on call, own-one" in similar.reasons


def test_an_earlier_incident_left_open_is_named_with_its_items() -> None:
    later = with_front("related: [{id: INC-2025-001, relation: recurrence-of}]")
    (found,) = view_of(later, with_items("Raise the limit / Owner: Kim / Due: 2025-04-01", text=EARLIER)).recurrences

    assert (found.related.relation, found.related.row.id) == ("Recurrence of", "INC-2025-001")
    assert found.items.text == "1 action item is still open there"
    assert found.items.target is not None
    assert found.items.target.anchor == "pm-action-items"
    ((item,),) = (found.open_items,)
    assert (item.title, [owner.text for owner in item.owners], item.overdue) == ("Raise the limit", ["Kim"], True)


def test_only_the_first_open_items_are_named() -> None:
    later = with_front("related: [{id: INC-2025-001, relation: recurrence-of}]")
    items = [f"Item {number} / Owner: Kim / Due: 2025-04-01" for number in range(7)]
    (found,) = view_of(later, with_items(*items, text=EARLIER)).recurrences

    assert found.items.text == "7 action items are still open there"
    assert len(found.open_items) == 5


def test_a_similar_earlier_incident_left_open_says_that_it_is_similar_and_no_more() -> None:
    (found,) = view_of(VALID, EARLIER).recurrences

    assert found.related.relation == "Similar to"


def test_neighbours_are_linked() -> None:
    later = with_line("id:", "id: INC-2027-001", VALID.replace("2026-03", "2026-05"))
    neighbours = view_of(VALID, EARLIER, later).neighbours

    assert neighbours is not None
    assert neighbours.service == "checkout"
    assert neighbours.earlier is not None
    assert neighbours.earlier.text == "INC-2025-001: Checkout failed for 40 minutes"
    assert neighbours.later is not None
    assert neighbours.later.text.startswith("INC-2027-001")


def test_an_incident_alone_in_its_service_has_no_neighbours() -> None:
    assert view_of(VALID).neighbours is None
