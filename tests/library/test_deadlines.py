from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library.deadlines import item_due, publication_due
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, library_of, postmortem_of, settings_of, with_items, without_line


def test_publication_is_due_after_the_end_by_the_severity() -> None:
    library = library_of(VALID, VALID.replace("sev1", "sev3"))

    assert [publication_due(p, library.settings) for p in library.postmortems] == [date(2026, 3, 15), date(2026, 3, 31)]


def test_publication_is_not_due_without_a_deadline_or_an_end() -> None:
    assert publication_due(postmortem_of(VALID), settings_of(deadlines={"review": {"sev0": "3d"}})) is None
    undated = without_line("started_at:", without_line("resolved_at:"))
    assert publication_due(postmortem_of(undated), Settings()) is None


@pytest.mark.parametrize(
    ("item", "due"),
    [
        ("A / Owner: Dana / Due: 2027-01-01 / Priority: P0", date(2027, 1, 1)),
        ("A / Owner: Dana / Priority: P0", date(2026, 3, 31)),
        ("A / Owner: Dana / Priority: P3", None),
    ],
)
def test_item_is_due_on_its_date_or_by_its_priority(item: str, due: date | None) -> None:
    postmortem = postmortem_of(with_items(item))

    assert item_due(postmortem.action_items[0], postmortem, Settings()) == due
