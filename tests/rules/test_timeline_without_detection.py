"""PM403: nothing tells when the incident was noticed."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, with_front, with_line, with_section


def timeline(*events: str) -> str:
    rows = [f"| 14:{number:02} | {event} |" for number, event in enumerate(events, 5)]
    return with_section("Timeline", "\n".join(["| Time (UTC) | Event |", "|---|---|", *rows]))


SILENT = timeline("The pool was full", "The limit was made larger")


def test_timeline_without_a_word_on_detection_is_reported_at_its_heading() -> None:
    assert places("PM403", SILENT) == ["21:1"]


@pytest.mark.parametrize(
    "event",
    [
        "The error rate alert fired",
        "A customer complained",
        "On-call noticed 500s",
        "Störung gemeldet",
        "アラートが発報",
        "Varsel om feil, oppdaget av vakt",
        "Une alerte est levée",
        "收到告警",
    ],
)
def test_entry_that_tells_of_it_is_enough_in_any_known_language(event: str) -> None:
    assert places("PM403", timeline("The pool was full", event)) == []


def test_actor_and_result_may_tell_of_it() -> None:
    assert places("PM403", VALID) == []
    header = "| Time (UTC) | Actor | Event | Result |\n|---|---|---|---|\n"
    table = f"{header}| 14:05 | Monitoring | Full | |\n| 14:06 | Kim | Up | |"
    assert places("PM403", with_section("Timeline", table)) == []


def test_stated_time_of_detection_is_enough() -> None:
    assert places("PM403", with_front("detected_at: 2026-03-01T14:06Z", SILENT)) == []


@pytest.mark.parametrize("line", ["status: draft", "status: published\nkind: maintenance"])
def test_drafts_and_what_is_no_incident_are_not_judged(line: str) -> None:
    assert places("PM403", with_line("status:", line, SILENT)) == []


def test_single_entry_is_no_timeline() -> None:
    assert places("PM403", timeline("The pool was full")) == []
