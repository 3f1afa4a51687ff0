"""Start and end as the timeline shows them: borders that entries mark, and what came afterwards."""

from __future__ import annotations

import pytest

from tests.reading.test_body_facts import said

TIMELINE = """\
## Timeline

- 2026-03-01 09:40 News reports the launch
- 2026-03-01 09:50 {start}
- 2026-03-01 10:20 {end}
- 2026-03-01 11:00 Last workers stopped
"""


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("First errors **OUTAGE BEGINS**", "Errors gone **OUTAGE ENDS**"),
        ("**Start of impact.** First errors", "**End of impact.** Errors gone"),
        ("SEV-2 BEGINS", "SEV-2 ENDS"),
        ("Impact started", "Impact ended"),
        ("Outage starts: first errors", "Outage over: errors gone"),
    ],
)
def test_entries_that_mark_start_and_end_count(start: str, end: str) -> None:
    facts = said(TIMELINE.format(start=start, end=end))
    assert (facts["started_at"], facts["resolved_at"]) == ("2026-03-01 09:50", "2026-03-01 10:20")


@pytest.mark.parametrize("words", ["Kim says the incident begins to look odd", "The impact ended up larger"])
def test_words_inside_a_sentence_mark_nothing(words: str) -> None:
    facts = said(TIMELINE.format(start=words, end=words))
    assert (facts["started_at"], facts["resolved_at"]) == ("2026-03-01 09:40", "2026-03-01 11:00")


def test_end_of_the_impact_comes_before_the_end_of_the_incident() -> None:
    text = TIMELINE.format(start="INCIDENT BEGINS", end="OUTAGE ENDS") + "- 2026-03-01 12:00 INCIDENT ENDS\n"
    assert said(text)["resolved_at"] == "2026-03-01 10:20"


@pytest.mark.parametrize(
    "after", ["Incident review held", "Postmortem published", "Customers told by mail", "Retro with all teams"]
)
def test_what_came_afterwards_is_not_the_end(after: str) -> None:
    text = TIMELINE.format(start="First errors", end="Errors gone") + f"- 2026-03-05 10:00 {after}\n"
    assert said(text)["resolved_at"] == "2026-03-01 11:00"


def test_timeline_that_only_tells_of_the_start_has_no_end() -> None:
    text = "## Timeline\n\n- 2026-03-01 09:40 First errors\n- 2026-03-05 10:00 Review meeting\n"
    assert said(text).keys() == {"started_at"}
