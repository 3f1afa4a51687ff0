"""The index and the pages of services, severities and tags."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.views import listing
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.groups import list_views
from mkdocs_postmortem.views.listing import ListingView, index_view
from tests.documents import VALID, library_of, problems_of, with_front, with_line

TODAY = date(2026, 4, 15)
OLDER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")
DRILL = with_line("id:", "id: DRILL-1\nkind: drill").replace("2026-03", "2026-01")


def index_of(library: Library) -> ListingView:
    """Return the index of a library without problems."""
    return index_view(library, build_addresses(library), TODAY, ())


def group_of(uri: str, *texts: str, **options: Any) -> ListingView:
    """Return the page of a group or a saved view by its source path below postmortems/."""
    library = library_of(*texts, **options)
    standpoint = Standpoint(library.settings, TODAY)
    views = {target.uri: view for target, view in list_views(library, build_addresses(library), standpoint, None)}
    return views[f"postmortems/{uri}.md"]


def numbers(view: ListingView) -> dict[str, str]:
    """Return the counted things by label."""
    return {number.label: number.value for number in view.numbers}


def test_the_index_lists_all_newest_first() -> None:
    index = index_of(library_of(OLDER, VALID, DRILL))

    assert [row.id for row in index.rows] == ["INC-2026-014", "DRILL-1", "INC-2025-001"]
    assert index.rows[0].date == "2026-03-01"
    assert index.rows[0].length == "40 min"


def test_only_incidents_are_counted_as_incidents() -> None:
    shown = numbers(index_of(library_of(VALID, OLDER, DRILL)))

    assert shown["Incidents"] == "2"
    assert shown["Drills, near misses, other"] == "1"
    assert shown["Last incident"] == "2026-03-01"
    assert shown["Open action items"] == "3"
    assert shown["Overdue"] == "3"


def test_severities_keep_the_order_of_the_scale_and_the_rest_goes_by_number() -> None:
    index = index_of(library_of(OLDER, VALID, with_front("tags: [a]"), with_front("tags: [b, a]")))

    by_title = {tallies.title: [(tally.name, tally.count) for tally in tallies.first] for tallies in index.tallies}
    assert by_title["Severity"] == [("SEV1 High", 3), ("SEV3 Low", 1)]
    assert by_title["Tag"] == [("a", 2), ("b", 1)]


def test_many_names_wait_behind_a_click() -> None:
    tags = ", ".join(f"t{number:02}" for number in range(30))

    (tallies,) = [t for t in index_of(library_of(with_front(f"tags: [{tags}]"))).tallies if t.title == "Tag"]

    assert len(tallies.first) + len(tallies.rest) == 30
    assert 0 < len(tallies.first) < 30


def test_problems_are_counted_in_the_row_of_their_document() -> None:
    library = library_of(with_line("severity:", "severity: sev9"))
    problems = problems_of(with_line("severity:", "severity: sev9"), name="a.md")

    assert index_view(library, build_addresses(library), TODAY, problems).rows[0].problems == 1


def test_a_service_has_its_incidents_items_owner_and_description() -> None:
    services = [
        {"name": "checkout", "owner": "team-shop", "description": "Baskets.", "links": {"Runbook": "https://a.example"}}
    ]
    view = group_of("services/checkout", VALID, OLDER.replace("[checkout]", "[search]"), services=[*services, "search"])

    assert view.title == "Service: checkout"
    assert view.lead == "Baskets."
    assert [(part.text, part.url) for part in view.facts] == [
        ("Owned by team-shop", None),
        ("Runbook", "https://a.example"),
    ]
    assert [row.id for row in view.rows] == ["INC-2026-014"]
    assert [item.title for item in view.items] == ["Alert on pool saturation"]


def test_a_link_of_a_service_that_is_no_web_address_is_left_out() -> None:
    view = group_of("services/a", VALID, services=[{"name": "a", "links": {"x": "javascript:alert(1)"}}])

    assert view.facts == ()


def test_every_step_of_the_scale_has_a_page_also_without_incidents() -> None:
    view = group_of("severities/sev0", VALID)

    assert (view.title, view.is_empty) == ("Severity: SEV0 Critical", True)


def test_an_alias_of_a_service_counts_for_its_name() -> None:
    view = group_of(
        "services/checkout",
        with_line("services:", "services: [Shop]"),
        services=[{"name": "checkout", "aliases": ["shop"]}],
    )

    assert [row.id for row in view.rows] == ["INC-2026-014"]


def test_an_empty_library_says_so() -> None:
    index = index_of(library_of())

    assert index.is_empty
    assert index.tallies == ()
    assert numbers(index)["Incidents"] == "0"


def test_the_index_lists_the_newest_and_says_of_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "NEWEST", 2)
    index = index_of(library_of(VALID, OLDER, DRILL))

    assert [row.id for row in index.rows] == ["INC-2026-014", "DRILL-1"]
    assert index.rows_note == "The newest 2 of 3 postmortems"
    assert numbers(index)["Incidents"] == "2", "figures count all"
    assert index.table is not None
    assert index.table.columns["id"] == ["INC-2026-014", "DRILL-1", "INC-2025-001"]


def test_the_index_leads_to_every_year_and_every_saved_view() -> None:
    view = {"name": "old", "title": "Old ones", "where": {"year": 2025}}
    index = index_of(library_of(VALID, OLDER, DRILL, views=[view]))

    years = next(tallies for tallies in index.tallies if tallies.title == "Year")
    assert [(tally.name, tally.count, tally.target.uri) for tally in years.first] == [
        ("2026", 2, "postmortems/years/2026.md"),
        ("2025", 1, "postmortems/years/2025.md"),
    ]
    assert index.views is not None
    assert [(tally.name, tally.count, tally.target.uri) for tally in index.views.first] == [
        ("Old ones", 1, "postmortems/views/old.md")
    ]


def test_the_index_leads_to_the_pages_on_the_whole_library() -> None:
    internal, public = index_of(library_of(VALID)), index_of(library_of(VALID, audience="public"))

    assert [part.text for part in internal.beside] == ["Insights", "Health"]
    assert [part.text for part in public.beside] == ["Insights"]
