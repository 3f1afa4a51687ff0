"""Action items over time, from the dates in the documents."""

from __future__ import annotations

from datetime import date

from mkdocs_postmortem.library.burn_up import burn_up_by_dates
from tests.documents import VALID, postmortem_of, with_items, with_line

MARCH = with_items(
    "[x] A / Owner: Dana / Completed: 2026-03-20",
    "[x] B / Owner: Dana / Completed: 2026-04-30",
    "C / Owner: Dana / Due: 2026-05-01",
)
JANUARY = with_items("[x] D / Owner: Dana / Completed: 2026-01-10", text=VALID.replace("2026-03-01", "2026-01-31"))


def counts(*texts: str, today: str = "2026-05-10") -> list[tuple[str, int, int]]:
    """Return day, promised and closed of every point."""
    burn_up = burn_up_by_dates([postmortem_of(text) for text in texts], date.fromisoformat(today), "off")
    return [(point.day.isoformat(), point.count.promised, point.count.closed) for point in burn_up.points]


def test_items_are_promised_when_the_incident_is_over_and_closed_on_their_day() -> None:
    assert counts(MARCH) == [("2026-03-31", 3, 1), ("2026-04-30", 3, 2), ("2026-05-10", 3, 2)]


def test_incidents_add_up_from_the_month_of_the_first() -> None:
    assert counts(MARCH, JANUARY) == [
        ("2026-01-31", 1, 1),
        ("2026-02-28", 1, 1),
        ("2026-03-31", 4, 2),
        ("2026-04-30", 4, 3),
        ("2026-05-10", 4, 3),
    ]


def test_what_was_done_during_the_incident_is_never_closed_before_it_was_promised() -> None:
    assert [closed <= promised for _, promised, closed in counts(JANUARY)] == [True] * 5
    assert counts(JANUARY)[0] == ("2026-01-31", 1, 1)


def test_items_of_which_nothing_tells_when_they_were_closed_are_left_out_and_counted() -> None:
    text = with_items("[x] A / Owner: Dana", "B / Owner: Dana / Due: 2026-05-01")

    burn_up = burn_up_by_dates([postmortem_of(text)], date(2026, 3, 10), "off")

    assert (burn_up.undated, burn_up.points[-1].count.promised, burn_up.points[-1].count.closed) == (1, 1, 0)


def test_items_of_drills_are_not_counted() -> None:
    assert counts(with_line("id:", "id: D-1\nkind: drill", MARCH)) == []


def test_an_incident_of_the_future_has_no_point_yet() -> None:
    assert counts(MARCH, today="2026-02-01") == []
