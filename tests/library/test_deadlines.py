from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library.deadlines import follow_up_due, is_followed_up, item_due, publication_due
from tests.documents import VALID, library_of, postmortem_of, settings_of, with_front, with_items, without_line


def test_publication_is_due_after_the_end_by_the_severity() -> None:
    library = library_of(VALID, VALID.replace("sev1", "sev3"))

    assert [publication_due(p, library) for p in library.postmortems] == [date(2026, 3, 15), date(2026, 3, 31)]


def test_publication_is_not_due_without_a_deadline_or_an_end() -> None:
    assert publication_due(postmortem_of(VALID), library_of(VALID, deadlines={"review": {"sev0": "3d"}})) is None
    undated = without_line("started_at:", without_line("resolved_at:"))
    assert publication_due(postmortem_of(undated), library_of(undated)) is None


@pytest.mark.parametrize(
    ("yaml", "due"),
    [
        ("review_at: 2026-05-01\npublished_at: 2026-03-05", date(2026, 5, 1)),
        ("published_at: 2026-03-05", date(2026, 3, 19)),
        ("tags: [a]", None),
    ],
)
def test_follow_up_is_due_as_stated_or_after_publication(yaml: str, due: date | None) -> None:
    settings = settings_of(deadlines={"follow_up": "14d"})

    assert follow_up_due(postmortem_of(with_front(yaml)), settings) == due


def test_attendees_or_a_written_section_say_that_the_follow_up_was_held() -> None:
    assert is_followed_up(postmortem_of(with_front("review_attendees: [Kim]")))
    assert is_followed_up(postmortem_of(f"{VALID}\n## Follow-up review\n\nWe met and closed two items.\n"))
    assert not is_followed_up(postmortem_of(VALID))


@pytest.mark.parametrize(
    ("item", "due"),
    [
        ("A / Owner: Dana / Due: 2027-01-01 / Priority: P0", date(2027, 1, 1)),
        ("A / Owner: Dana / Priority: P0", date(2026, 3, 31)),
        ("A / Owner: Dana / Priority: P3", None),
    ],
)
def test_item_is_due_on_its_date_or_by_its_priority(item: str, due: date | None) -> None:
    library = library_of(with_items(item))
    (postmortem,) = library.postmortems

    assert item_due(postmortem.action_items[0], postmortem, library) == due
