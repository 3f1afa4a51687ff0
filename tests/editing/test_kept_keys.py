"""Keys of another tool that adopting keeps: each is listed with the fact that it was to be."""

from __future__ import annotations

import pytest

from tests.editing.adoptions import adopt, notes

HEAD = "title: T\nseverity: sev1\nstatus: published\nservices: [a]\n"
STARTED = "started_at: 2020-01-01T09:00Z\n"


def listed(line: str, origin: str, head: str = HEAD + STARTED) -> list[str]:
    """Return what is listed of a document with this key, without the places."""
    return [note.split(" ", 1)[1] for note in notes(adopt(f"---\n{head}{line}\n---\nIt was.\n", origin=origin))]


@pytest.mark.parametrize(
    ("line", "origin", "note"),
    [
        (
            "end_time: 2020-01-01 10:00",
            "icco",
            (
                'resolved_at is not stated: x-icco-end_time holds "2020-01-01 10:00", which cannot be read as '
                "resolved_at; add: resolved_at: 2020-01-01 10:00 UTC   # or your zone"
            ),
        ),
        (
            "end_time: 2020-01-01",
            "icco",
            (
                'resolved_at is not stated: x-icco-end_time holds "2020-01-01", which cannot be read as resolved_at; '
                "add: resolved_at: 2020-01-01 HH:MM UTC   # with the time of day, and your zone"
            ),
        ),
        (
            "end_time: 0001-01-01T00:00:00Z",
            "icco",
            (
                'resolved_at is not stated: x-icco-end_time holds "0001-01-01T00:00:00Z", which cannot be read as '
                "resolved_at"
            ),
        ),
        (
            "resolvedWhen: 2020-01-01 10:00:00",
            "cstate",
            (
                'resolved_at is not stated: x-cstate-resolvedWhen holds "2020-01-01 10:00:00", which cannot be read as '
                "resolved_at; add: resolved_at: 2020-01-01 10:00 UTC   # or your zone"
            ),
        ),
        (
            "start_time: 2020-01-02T10:00Z",
            "icco",
            'started_at is stated already, and x-icco-start_time holds "2020-01-02T10:00Z"',
        ),
        ("uuid: no id", "icco", 'id is not stated: x-icco-uuid holds "no id", which cannot be read as id'),
    ],
)
def test_a_key_that_is_no_fact_is_listed_with_why(line: str, origin: str, note: str) -> None:
    assert listed(line, origin) == [note]


@pytest.mark.parametrize(
    ("line", "origin"),
    [("company: Example", "icco"), ("resolved: true", "cstate"), ("end_time:", "icco"), ("x-end: soon", "icco")],
)
def test_keys_without_a_home_or_a_value_and_those_of_the_author_are_not(line: str, origin: str) -> None:
    assert listed(line, origin) == []


def test_a_required_fact_is_listed_once_with_what_its_key_holds() -> None:
    (note,) = listed("start_time: 2020-01-01 10:00", "icco", HEAD)

    assert note == (
        'started_at is not stated: x-icco-start_time holds "2020-01-01 10:00", which cannot be read as started_at; '
        "add: started_at: 2020-01-01 10:00 UTC   # or your zone"
    )


def test_what_is_not_required_does_not_make_a_document_incomplete() -> None:
    text = f"---\n{HEAD}{STARTED}end_time: 2020-01-01 10:00\n---\nIt was.\n"

    assert adopt(text, origin="icco").complete
