"""The page as a whole: what it counts and what it leaves out."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs_postmortem.library.burn_up import burn_up_by_dates
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.insights.lengths import MOST_SERVICES
from mkdocs_postmortem.views.insights.page import InsightsView, insights_view
from tests.documents import library_of
from tests.views.incidents import drill, incident

TODAY = date(2026, 3, 10)


def view_of(*texts: str, **options: Any) -> InsightsView:
    library = library_of(*texts, **options)
    burn_up = burn_up_by_dates(library.postmortems, TODAY, "off")
    return insights_view(library, build_addresses(library), TODAY, burn_up)


def test_numbers_count_incidents_alone() -> None:
    view = view_of(incident(1), incident(2, day="2025-03-10"), incident(3, day="2025-03-11"), drill(1))

    assert {number.label: number.value for number in view.numbers} == {
        "Incidents": "3",
        "In the last 365 days": "2",
        "Open action items": "3",
        "Closed action items": "0",
    }


def test_other_kinds_are_counted_apart() -> None:
    rows = view_of(incident(1), drill(1), drill(2)).kinds

    assert [(row.name, row.documents, row.items, row.open) for row in rows] == [
        ("Incident", 1, 1, 1),
        ("Drill", 2, 2, 2),
    ]


def test_every_measure_is_divided_by_severity_and_by_service() -> None:
    view = view_of(incident(1), incident(2, services="[search]", severity="sev3"))

    assert [table.title for table in view.durations] == ["Time to detect", "Time to mitigate", "Time to resolve"]
    for table in view.durations:
        assert [(group.title, [row.name.text for row in group.rows]) for group in table.groups] == [
            ("", ["All incidents"]),
            ("By severity", ["SEV1 High", "SEV3 Low"]),
            ("By service", ["checkout", "search"]),
        ]
        assert table.meanings[0].startswith("From the start of the incident")


def test_all_measures_share_one_scale() -> None:
    view = view_of(incident(1, 20), incident(2, 3000))

    assert len({table.scale for table in view.durations}) == 1
    assert [tick.label for tick in view.durations[0].scale.ticks] == ["≤ 1 min", "10 min", "1 h", "1 d", "7 d"]


def test_services_with_few_incidents_are_left_to_their_own_pages() -> None:
    names = ", ".join(f"s{number}" for number in range(MOST_SERVICES + 1))
    (table, *_) = view_of(incident(1, services=f"[{names}]")).durations

    assert len(table.groups[-1].rows) == MOST_SERVICES
    assert table.note == "1 more service has fewer incidents; each service has a page of its own."


def test_page_says_from_how_many_incidents_on_it_gives_figures() -> None:
    assert "A median is given from 3 incidents on and a p90 from 10" in view_of(incident(1)).guard


def test_a_library_without_incidents_has_only_its_other_kinds() -> None:
    view = view_of(drill(1))

    assert view.is_empty
    assert (view.durations, view.detection, view.teams) == ((), (), ())
    assert [row.name for row in view.kinds] == ["Drill"]


def test_there_is_no_mean_and_nobodys_name_on_the_page() -> None:
    view = view_of(incident(1), incident(2))

    shown = repr((view.numbers, view.durations, view.teams, view.items))
    assert "Dana" not in shown
    assert "mean" not in shown.replace("meaning", "").lower()
