from __future__ import annotations

from datetime import date

from mkdocs_postmortem.views.insights.months import MonthChart, month_chart
from tests.documents import without_line
from tests.views.incidents import incident
from tests.views.insights.studies import study_of


def chart_of(*texts: str, today: str = "2026-03-10") -> MonthChart:
    return month_chart(study_of(*texts, today=date.fromisoformat(today)))


def rows(chart: MonthChart) -> list[tuple[str, int, dict[str, int]]]:
    """Return label, total and the months that have any, of every row."""
    return [
        (
            row.badge.label if row.badge else "all",
            row.total,
            {month: count for month, count in zip(chart.months, row.counts, strict=True) if count},
        )
        for row in chart.rows
    ]


def test_incidents_are_counted_by_month_and_severity_worst_first() -> None:
    chart = chart_of(
        incident(1, day="2026-03-01"),
        incident(2, day="2026-01-31", severity="sev3"),
        incident(3, day="2026-01-01"),
    )

    assert rows(chart) == [
        ("all", 3, {"2026-01": 2, "2026-03": 1}),
        ("SEV1 High", 2, {"2026-01": 1, "2026-03": 1}),
        ("SEV3 Low", 1, {"2026-01": 1}),
    ]
    assert (chart.highest, chart.outside) == (2, 0)


def test_a_year_is_shown_when_the_library_is_younger() -> None:
    chart = chart_of(incident(1))

    assert (chart.months[0], chart.months[-1], len(chart.months)) == ("2025-04", "2026-03", 12)


def test_three_years_are_shown_of_an_older_library_and_the_rest_is_counted() -> None:
    chart = chart_of(incident(1), incident(2, day="2019-05-01"), incident(3, day="2023-04-01"))

    assert (chart.months[0], len(chart.months)) == ("2023-04", 36)
    assert (chart.rows[0].total, chart.outside) == (2, 1)


def test_incidents_without_a_severity_have_a_row_and_those_without_a_start_do_not_count() -> None:
    chart = chart_of(without_line("severity:", incident(1)), without_line("started_at:", incident(2)))

    assert rows(chart)[1] == ("Severity not stated", 1, {"2026-03": 1})
    assert chart.outside == 1


def test_months_change_at_midnight_in_utc() -> None:
    chart = chart_of(incident(1).replace("started_at: 2026-03-01T10:00Z", "started_at: 2026-03-01T00:30+01:00"))

    assert rows(chart)[0][2] == {"2026-02": 1}
