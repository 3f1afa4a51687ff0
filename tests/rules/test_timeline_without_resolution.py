"""PM404: nothing tells when the incident was over."""

from __future__ import annotations

import pytest

from tests.documents import places, with_front, with_section, without_line


def timeline(*events: str) -> str:
    rows = [f"| 14:{number:02} | {event} |" for number, event in enumerate(events, 5)]
    text = with_section("Timeline", "\n".join(["| Time (UTC) | Event |", "|---|---|", *rows]))
    return without_line("resolved_at:", text)


SILENT = timeline("The alert fired", "Dana raises the pool limit")


def test_timeline_without_a_word_on_the_end_is_reported_at_its_heading() -> None:
    assert places("PM404", SILENT) == ["20:1"]


@pytest.mark.parametrize(
    "event", ["Errors are back to normal", "Rolled back", "Behoben", "復旧を確認", "Tout est rétabli"]
)
def test_entry_that_tells_of_it_is_enough_in_any_known_language(event: str) -> None:
    assert places("PM404", timeline("The alert fired", event)) == []


@pytest.mark.parametrize(
    "fact", ["resolved_at: 2026-03-01T14:45Z", "mitigated_at: 2026-03-01T14:45Z", "duration: 40 min"]
)
def test_stated_end_is_enough(fact: str) -> None:
    assert places("PM404", with_front(fact, SILENT)) == []
