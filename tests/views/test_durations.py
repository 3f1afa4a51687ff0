"""Lengths of time as dots, and the figures that they bear, against figures made by hand."""

from __future__ import annotations

from mkdocs_postmortem.library.durations import MEASURES
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.durations import HIGHEST_PILE, DurationTable, Group, duration_row, members_table
from mkdocs_postmortem.views.parts import Part
from mkdocs_postmortem.views.time_scale import scale_of
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import library_of, without_line
from tests.views.incidents import drill, incident


def table_of(*texts: str) -> DurationTable | None:
    """Return the table of all documents with these texts."""
    library = library_of(*texts)
    return members_table(library.postmortems, build_addresses(library), words_for(Settings()), "x")


def figures(table: DurationTable | None) -> dict[str, tuple[int, int, str, str]]:
    """Return stated, total, median and p90 by the name of the row."""
    assert table is not None
    return {
        row.name.text: (
            row.stated,
            row.total,
            row.median.text if row.median else "",
            row.p90.text if row.p90 else "",
        )
        for group in table.groups
        for row in group.rows
    }


def test_figures_of_three_incidents_by_hand() -> None:
    table = table_of(incident(1, 20), incident(2, 100), incident(3, 600))

    assert figures(table) == {
        "Time to detect": (3, 3, "10 min", ""),
        "Time to mitigate": (3, 3, "50 min", ""),
        "Time to resolve": (3, 3, "1 h 40 min", ""),
    }


def test_a_figure_leads_to_the_incident_that_took_so_long() -> None:
    table = table_of(*(incident(number, number * 10) for number in range(1, 11)))
    assert table is not None
    row = table.groups[0].rows[-1]

    assert row.median == Part("50 min", row.median.target if row.median else None)
    assert [part.target.uri for part in (row.median, row.p90) if part and part.target] == [
        "postmortems/e.md",  # INC-5
        "postmortems/i.md",  # INC-9
    ]


def test_the_ranges_say_in_words_what_the_dots_show_and_name_the_incidents_where_they_are_few() -> None:
    table = table_of(*(incident(number, 20) for number in range(1, 5)), incident(5, 100), incident(6, 600))
    assert table is not None
    resolved = table.groups[0].rows[-1]

    assert table.scale.ranges == ("≤ 10 min", "10 min – 1 h", "1 h – 1 d")
    assert [(each.count, [part.text for part in each.named]) for each in resolved.ranges] == [
        (0, []),
        (4, []),
        (2, ["INC-5: 1 h 40 min", "INC-6: 10 h"]),
    ]
    assert [part.target.uri for part in resolved.ranges[2].named if part.target] == [
        "postmortems/e.md",
        "postmortems/f.md",
    ]
    assert all(sum(each.count for each in row.ranges) == row.stated for row in table.groups[0].rows)


def test_incidents_that_do_not_state_both_times_are_left_out_and_counted() -> None:
    texts = [incident(1), incident(2), without_line("detected_at:", incident(3))]

    assert figures(table_of(*texts))["Time to detect"] == (2, 3, "", "")


def test_times_that_run_backwards_are_no_lengths() -> None:
    backwards = incident(3).replace("detected_at: 2026-03-01T10:04", "detected_at: 2026-02-01T10:04")

    assert figures(table_of(incident(1), incident(2), backwards))["Time to detect"][:2] == (2, 3)


def test_drills_have_no_part_in_it() -> None:
    assert figures(table_of(incident(1), incident(2), drill(1)))["Time to resolve"][:2] == (2, 2)


def test_one_incident_is_no_table() -> None:
    assert table_of(incident(1), drill(1)) is None


def test_each_incident_is_a_dot_with_its_name_and_those_of_one_length_stand_on_each_other() -> None:
    table = table_of(incident(1, 40), incident(2, 40), incident(3, 60))
    assert table is not None
    strip = table.groups[0].rows[-1].strip

    assert [(dot.level, dot.title) for dot in strip.dots] == [
        (0, "INC-1: 40 min"),
        (1, "INC-2: 40 min"),
        (0, "INC-3: 1 h"),
    ]
    assert strip.dots[0].position == strip.dots[1].position == strip.median
    assert strip.each == 1


def test_a_dot_stands_for_several_where_too_many_share_a_place() -> None:
    library = library_of(*(incident(number) for number in range(20)))
    group = Group(Part("all"), library.postmortems)

    row = duration_row(group, MEASURES[2], scale_of([]), build_addresses(library))

    assert row.strip.each == 3
    assert len(row.strip.dots) == 7 <= HIGHEST_PILE
    assert row.strip.dots[0].title.count("INC-") == 3
