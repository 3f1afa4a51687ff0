from __future__ import annotations

from mkdocs_postmortem.views.insights.causes import MOST_SERVICES, Matrix, detection_shares, factor_matrix
from tests.documents import without_line
from tests.views.incidents import incident
from tests.views.insights.studies import study_of


def factors(*names: str) -> str:
    """Return front matter with contributing factors of these categories, "" for none."""
    entries = (f"{{category: {name}, text: x}}" if name else "{text: x}" for name in names)
    return f"contributing_factors: [{', '.join(entries)}]"


def cells(matrix: Matrix) -> dict[str, list[int]]:
    """Return the number of incidents, then the counts of a row, by service."""
    return {row.name.text: [row.incidents, *(cell.count for cell in row.cells)] for row in matrix.rows}


def test_sources_are_counted_and_what_is_not_stated_comes_last() -> None:
    shares = detection_shares(
        study_of(
            incident(1, front="detection: {source: customer}"),
            incident(2, front="detection: {source: alert}"),
            incident(3, front="detection: {source: alert}"),
            incident(4),
        )
    )

    assert [(share.label, share.count, share.percent) for share in shares] == [
        ("alert", 2, 50.0),
        ("customer", 1, 25.0),
        ("not stated", 1, 25.0),
    ]


def test_an_incident_counts_once_for_each_of_its_services_and_categories() -> None:
    matrix = factor_matrix(
        study_of(
            incident(1, front=factors("code", "code", "config"), services="[a, b]"),
            incident(2, front=factors("code"), services="[a]"),
            incident(3, services="[c]"),
        )
    )

    assert matrix.factors == ("code", "config")
    assert cells(matrix) == {"a": [2, 2, 1], "b": [1, 1, 1], "c": [1, 0, 0]}


def test_factors_without_a_category_stand_in_the_last_column() -> None:
    matrix = factor_matrix(study_of(incident(1, front=factors("", "", "process"))))

    assert matrix.factors == ("process", "without category")
    assert cells(matrix) == {"checkout": [1, 1, 1]}


def test_the_darkest_cell_is_the_highest_and_an_empty_one_has_no_shade() -> None:
    texts = [incident(number, front=factors("code")) for number in range(8)]
    matrix = factor_matrix(study_of(*texts, incident(9, front=factors("data"), services="[b]")))

    assert [[cell.shade for cell in row.cells] for row in matrix.rows] == [[4, 0], [0, 1]]


def test_of_many_services_those_with_the_most_incidents_are_shown() -> None:
    names = ", ".join(f"s{number:02}" for number in range(25))
    matrix = factor_matrix(study_of(incident(1, services=f"[{names}]"), incident(2, services="[s24]")))

    assert len(matrix.rows) == MOST_SERVICES
    assert (matrix.rows[0].name.text, matrix.left_out) == ("s24", 5)


def test_a_category_of_ones_own_keeps_its_name() -> None:
    study = study_of(incident(1, front=factors("weather")), factor_categories=["weather"])

    assert factor_matrix(study).factors == ("weather",)


def test_incidents_without_a_service_are_in_no_row() -> None:
    assert factor_matrix(study_of(without_line("services:", incident(1)))).rows == ()
