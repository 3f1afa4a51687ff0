"""Action items by time and by team, against counts made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library.burn_up import BurnUp, ItemCount, Point, Reason
from mkdocs_postmortem.views.insights.promises import BurnUpChart, burn_up_chart, team_rows
from tests.documents import with_items, with_line
from tests.views.incidents import incident
from tests.views.insights.studies import study_of

TODAY = date(2026, 5, 1)
TEAMS = [{"name": "checkout", "owner": "team-shop"}]


def teams(*items: str, text: str = incident(1)) -> dict[str, tuple[int, ...]]:
    """Return in time, late, overdue, undated and dropped by team."""
    study = study_of(with_items(*items, text=text), today=TODAY, services=TEAMS)
    return {row.name: (row.in_time, row.late, row.overdue, row.undated, row.dropped) for row in team_rows(study)}


def test_items_are_counted_by_what_became_of_their_deadline() -> None:
    assert teams(
        "[x] A / Owner: team-shop / Due: 2026-04-01 / Completed: 2026-04-01",
        "[x] B / Owner: team-shop / Due: 2026-04-01 / Completed: 2026-04-02",
        "C / Owner: team-shop / Due: 2026-04-30",
        "D / Owner: team-shop / Due: 2026-05-01",
        "[x] E / Owner: team-shop / Due: 2026-04-01",
        "F / Owner: team-shop / Due: 2026-04-01 / Status: won't do",
    ) == {"team-shop": (1, 1, 1, 1, 1)}


def test_without_a_due_date_the_deadline_of_the_priority_counts() -> None:
    assert teams(
        "[x] A / Owner: team-shop / Priority: P0 / Completed: 2026-03-31",
        "[x] B / Owner: team-shop / Priority: P0 / Completed: 2026-04-01",
        "C / Owner: team-shop / Priority: P3",
    ) == {"team-shop": (1, 1, 0, 0, 0)}


def test_people_are_not_added_up() -> None:
    found = teams("A / Owner: Dana / Due: 2026-04-01", "B / Owner: Kim / Due: 2026-04-01")

    assert found == {"No team stated": (0, 0, 2, 0, 0)}


def test_an_item_of_two_teams_counts_for_both_and_teams_come_by_name_not_by_result() -> None:
    study = study_of(
        with_items("A / Owner: zeta, Alpha / Due: 2026-04-01", "B / Owner: Dana / Due: 2026-04-01", text=incident(1)),
        today=TODAY,
        services=[{"name": "checkout", "owner": "zeta"}, {"name": "b", "owner": "Alpha"}],
    )

    assert [row.name for row in team_rows(study)] == ["Alpha", "zeta", "No team stated"]


def test_a_team_has_the_name_that_it_has_on_the_board() -> None:
    study = study_of(
        with_items("A / Owner: shop-team / Due: 2026-04-01", "B / Owner: Shop / Due: 2026-04-01", text=incident(1)),
        today=TODAY,
        owners=[{"name": "Shop", "kind": "team", "aliases": ["shop-team"]}],
    )

    assert [(row.name, row.overdue) for row in team_rows(study)] == [("Shop", 2)]


def test_share_is_of_the_items_that_are_judged() -> None:
    study = study_of(
        with_items(
            "[x] A / Owner: team-shop / Due: 2026-04-01 / Completed: 2026-04-01",
            "B / Owner: team-shop / Due: 2026-04-01",
            "[x] C / Owner: team-shop / Due: 2026-04-01",
            text=incident(1),
        ),
        today=TODAY,
        services=TEAMS,
    )

    (row,) = team_rows(study)
    assert (row.in_time, row.judged, row.percent) == (1, 2, 50.0)


def test_items_of_a_drill_are_nobodys() -> None:
    assert teams("A / Owner: Dana / Due: 2026-04-01", text=with_line("id:", "id: D\nkind: drill", incident(1))) == {}


def chart_of(*counts: tuple[int, int], reason: Reason = "", undated: int = 0) -> BurnUpChart:
    points = tuple(
        Point(date(2026, 1 + index, 28), ItemCount(promised, closed)) for index, (promised, closed) in enumerate(counts)
    )
    since = None if reason else date(2026, 1, 2)
    return burn_up_chart(BurnUp(points, reason, since, undated), study_of(incident(1)))


def test_open_is_what_was_promised_and_not_closed() -> None:
    assert [(point.day, point.open) for point in chart_of((3, 0), (5, 4)).points] == [
        ("2026-01-28", 3),
        ("2026-02-28", 1),
    ]


@pytest.mark.parametrize(
    ("top", "levels"),
    [(0, ()), (3, (1, 2, 3)), (7, (2, 4, 6)), (24, (5, 10, 15, 20)), (139, (50, 100)), (900, (200, 400, 600, 800))],
)
def test_lines_stand_at_round_numbers_and_are_never_more_than_five(top: int, levels: tuple[int, ...]) -> None:
    assert chart_of((top, 0)).levels == levels


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "The numbers come from the git history of the folder, which begins on 2026-01-02."),
        ("shallow", "The git history here is cut off, as in a shallow clone, and tells too little."),
        ("audience", "The git history is not read for this audience."),
        ("no-git", "There is no git history here."),
        ("young", "The git history of the folder is too short to tell more."),
        ("large", "The git history of the folder holds too many versions to be read in a build."),
        ("off", "The git history is not read, because the settings say so."),
    ],
)
def test_page_says_where_the_numbers_come_from(reason: Reason, said: str) -> None:
    chart = chart_of((3, 0), reason=reason)

    assert chart.source.endswith(said)
    assert ("dates in the documents" in chart.source) is bool(reason)


def test_page_says_what_is_left_out() -> None:
    assert chart_of((3, 0), reason="off", undated=2).note.startswith("2 items are left out")
    assert chart_of((3, 0), reason="off").note == ""
