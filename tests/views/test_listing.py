"""The index and the pages of services, severities and tags."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.listing import ListingView, group_views, index_view
from tests.documents import VALID, library_of, problems_of, with_front, with_line

TODAY = date(2026, 4, 15)
OLDER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03").replace("sev1", "sev3")
DRILL = with_line("id:", "id: DRILL-1\nkind: drill").replace("2026-03", "2026-01")


def index_of(library: Library) -> ListingView:
    """Return the index of a library without problems."""
    return index_view(library, build_addresses(library), TODAY, ())


def group_of(uri: str, *texts: str, **options: Any) -> ListingView:
    """Return the page of a service, severity or tag by its source path below postmortems/."""
    library = library_of(*texts, **options)
    views = {target.uri: view for target, view in group_views(library, build_addresses(library), TODAY)}
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


def test_a_group_of_two_incidents_shows_how_long_they_took_and_one_does_not() -> None:
    two = group_of("services/checkout", VALID, OLDER)
    one = group_of("services/checkout", VALID, DRILL)

    assert two.durations is not None
    (group,) = two.durations.groups
    assert [(row.name.text, row.stated, row.total) for row in group.rows] == [
        ("Time to detect", 0, 2),
        ("Time to mitigate", 0, 2),
        ("Time to resolve", 2, 2),
    ]
    assert one.durations is None


def test_the_index_leads_to_the_pages_on_the_whole_library() -> None:
    internal, public = index_of(library_of(VALID)), index_of(library_of(VALID, audience="public"))

    assert [part.text for part in internal.beside] == ["Insights", "Health"]
    assert [part.text for part in public.beside] == ["Insights"]
