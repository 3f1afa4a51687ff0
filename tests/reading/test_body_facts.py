from __future__ import annotations

import pytest

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.settings import Settings


def read(text: str) -> Postmortem:
    return read_postmortem(decode_source(text.encode(), "a.md", "a.md"), Settings()).postmortem


def said(text: str) -> dict[str, str]:
    return {field: fact.value for field, fact in read(text).stated_in_body.items()}


@pytest.mark.parametrize(
    ("line", "severity"),
    [("**Severity:** SEV-3 (a legend)", "SEV-3"), ("**Severity:** **Critical** - Complete outage", "Critical")],
)
def test_severity_is_taken_without_its_legend(line: str, severity: str) -> None:
    assert said(line)["severity"] == severity


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("**Date of Incident:** 2024-03-20 23:41 Europe/Berlin", "2024-03-20 23:41", None),
        ("**Date:** 19.08.2020", "2020-08-19", None),
        ("**Start:** March 1, 2024 2:05 pm\n\n**End:** 1 March 2024 16:00", "2024-03-01 14:05", "2024-03-01 16:00"),
        ("**Date:** 2024-03-20\n\n- **Duration:** 23:41 to 01:15 = 1h34m", "2024-03-20 23:41", "2024-03-21 01:15"),
    ],
)
def test_times_are_the_authors_own_clock(line: str, start: str, end: str | None) -> None:
    facts = said(line)

    assert (facts["started_at"], facts.get("resolved_at")) == (start, end)


def test_first_and_last_entry_of_the_timeline_complete_a_day() -> None:
    facts = said("**Date:** 2024-03-20\n\n## Timeline\n\n- 09:55 - Deploy\n- 11:34 - Fixed\n")

    assert (facts["started_at"], facts["resolved_at"]) == ("2024-03-20 09:55", "2024-03-20 11:34")


def test_the_entry_that_says_recovery_is_the_end() -> None:
    facts = said(
        "## Timeline\n\n- 2024-03-20 09:55 Deploy\n- 2024-03-20 10:00 **Recovery:** Back\n- 2024-03-21 09:00 Review\n"
    )

    assert facts["resolved_at"] == "2024-03-20 10:00"


def test_front_matter_wins_and_a_refused_time_is_not_replaced() -> None:
    header = "---\nseverity: sev1\ndate: 2024-03-20\n---\n\n"
    text = header + "**Severity:** High\n\n## Timeline\n\n- 09:55 Deploy\n- 10:00 Fixed\n"

    assert read(text).stated_in_body == {}


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("**Start:** 2026-03-01 14:05 UTC", "UTC"),
        ("**Start (UTC):** 2026-03-01 14:05", "UTC"),
        ("**Start:** 2026-03-01 14:05 +01:00", "+01:00"),
        ("**Start:** 2026-03-01 14:05 Europe/Berlin", "Europe/Berlin"),
        ("**Start:** 2026-03-01 14:05\n\nAll times are in UTC+2.", "+02:00"),
        ("**Start:** 2026-03-01 14:05 PST", None),
        ("**Start:** 2026-03-01 14:05", None),
    ],
)
def test_a_time_keeps_the_zone_that_the_document_names(line: str, zone: str | None) -> None:
    assert read(line).stated_in_body["started_at"].zone == zone


def test_the_timeline_gives_times_with_the_offset_of_their_zone() -> None:
    facts = read("## Timeline (Europe/Berlin)\n\n- 2024-03-20 09:55 Deploy\n- 10:00 Fixed\n").stated_in_body

    assert [(f.content, f.inferred) for f in facts.values()] == [
        ("2024-03-20 09:55 +01:00", True),
        ("2024-03-20 10:00 +01:00", True),
    ]


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("**Duration:** 71 minutes", "71 minutes"),
        ("**Duration:** 14:05 UTC to 15:16 UTC = 71 min", "71 min"),
        ("**Duration:** an hour and a bit", None),
        ("**Duration:** more than two hours (125 min)", "125 min"),
    ],
)
def test_a_duration_is_taken_where_it_is_stated_exactly(line: str, content: str | None) -> None:
    fact = read(line).stated_in_body.get("duration")

    assert (fact.content if fact else None) == content


def test_one_filled_in_line_of_several_is_the_source_of_detection() -> None:
    alone = "- Alert name(s): none\n- Customer reports: a call\n- Internal observation:\n"
    both = "- Alert name(s): PoolFull\n- Customer reports: a call\n"

    assert said(alone)["detection.source"] == "customer"
    assert "detection.source" not in said(both)


def test_services_are_listed_without_brackets() -> None:
    assert said("- **Service(s) Affected:** checkout-api, orders-db (read replica), cart")["services"] == (
        "checkout-api, orders-db, cart"
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("**Date:** 14.02.2026\n**Start:** 14.02.2026, 07:48\n", "2026-02-14 07:48", None),
        ("Date: 18 May 2026\nStart time: 09:00 EDT\nEnd time: 15:30 EDT\n", "2026-05-18 09:00", "2026-05-18 15:30"),
        (
            "**Time started:** 23:05\n**Time resolved:** 00:50\n**Date:** 2026-05-18\n",
            "2026-05-18 23:05",
            "2026-05-19 00:50",
        ),
        ("**Start:** 09:00\n", None, None),
        ("**Duration:** 2 hours, from 3:30 PM to 5:30 PM on 11th June 2026", "2026-06-11 15:30", "2026-06-11 17:30"),
        ("**Duration:** from 11:30 PM to 1:30 AM on 11th June 2026", "2026-06-10 23:30", "2026-06-11 01:30"),
        ("**Start:** 31/03/2026 à 00:47\n", "2026-03-31 00:47", None),
        ("**Start:** 10/03/2026 00:47\n**End:** 31/03/2026 18:20\n", "2026-03-10 00:47", "2026-03-31 18:20"),
        ("**Start:** 10/03/2026 00:47\n", None, None),
        ("**Date:** 2026-05-17\n**Start:** 2026-05-18 09:00\n", "2026-05-17", None),
    ],
)
def test_day_and_time_of_day_come_together(text: str, start: str | None, end: str | None) -> None:
    facts = said(f"# Login failed\n\n{text}")
    assert (facts.get("started_at"), facts.get("resolved_at")) == (start, end)


def test_day_of_the_title_is_that_of_times_without_one() -> None:
    facts = said("# Login failed - 2026/02/16\n\n**Start:** 09:00\n")
    assert facts["started_at"] == "2026-02-16 09:00"


def test_day_of_the_file_name_is_that_of_times_without_one() -> None:
    text = b"# Login failed\n\n## Timeline\n\n- 09:00 Deploy\n- 09:30 Fixed\n"
    found = read_postmortem(decode_source(text, "2026-02-16-login.md", "2026-02-16-login.md"), Settings()).postmortem
    assert [entry.local for entry in found.timeline] == ["2026-02-16 09:00", "2026-02-16 09:30"]


@pytest.mark.parametrize("text", ['~"severity::3"', "severity::3", "~severity::3"])
def test_scoped_label_is_a_severity(text: str) -> None:
    assert said(f"* **Severity**: {text}\n") == {"severity": "severity 3"}
