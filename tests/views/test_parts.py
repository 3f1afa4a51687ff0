"""The small pieces: badges, progress, rows."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.parts import Progress, age_in_days, badges_of, progress_of
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import VALID, library_of, postmortem_of, with_line, without_line


@pytest.mark.parametrize(
    ("status", "label", "style"),
    [
        ("draft", "Draft", "status-draft"),
        ("in-review", "In review", "status-in-review"),
        ("published", "Published", "status-published"),
    ],
)
def test_a_badge_says_in_words_what_its_colour_says(status: str, label: str, style: str) -> None:
    library = library_of(with_line("status:", f"status: {status}"))

    badge = badges_of(library.postmortems[0], build_addresses(library), words_for(library.settings))[1]

    assert (badge.label, badge.style) == (label, style)


def test_a_severity_whose_label_is_its_name_is_not_said_twice() -> None:
    library = library_of(with_line("severity:", "severity: major"), severities=[{"name": "major", "label": "major"}])

    assert badges_of(library.postmortems[0], build_addresses(library), words_for(library.settings))[0].label == "MAJOR"


@pytest.mark.parametrize(("done", "total", "percent"), [(0, 0, 0), (1, 3, 33), (3, 3, 100)])
def test_progress_in_percent(done: int, total: int, percent: int) -> None:
    assert Progress(done, total, 0).percent == percent


def test_progress_counts_closed_and_overdue_items() -> None:
    items = postmortem_of(VALID).action_items

    assert progress_of(items, date(2026, 3, 31)) == Progress(0, 1, 0)
    assert progress_of(items, date(2026, 4, 1)) == Progress(0, 1, 1)


@pytest.mark.parametrize(("today", "age"), [(date(2026, 3, 1), "0"), (date(2026, 3, 11), "10"), (date(2026, 2, 1), "")])
def test_an_age_counts_whole_days_from_the_start_and_is_never_negative(today: date, age: str) -> None:
    assert age_in_days(postmortem_of(VALID), today).split(" ")[0] == age


def test_without_a_start_there_is_no_age() -> None:
    assert age_in_days(postmortem_of(without_line("started_at:")), date(2026, 4, 1)) == ""
