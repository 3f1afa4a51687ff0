"""Front matter and body as one set of facts."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from mkdocs_postmortem.problems import FACT_DISAGREES
from tests.documents import VALID, only, postmortem_of, problems_of, report, with_front, without_line


def saying(line: str, text: str = VALID) -> str:
    return text.replace("## Summary", f"{line}\n\n## Summary")


def test_a_label_completes_what_the_front_matter_leaves_open() -> None:
    postmortem = postmortem_of(saying("**Incident commander:** Dana"))

    assert postmortem.commander == "Dana"
    assert postmortem.stated_in_body["commander"].line == 13


def test_the_front_matter_is_never_replaced() -> None:
    postmortem = postmortem_of(saying("**Severity:** Low"))

    assert postmortem.severity is not None
    assert postmortem.severity.name == "sev1"


@pytest.mark.parametrize(
    ("line", "severity", "status"),
    [("**Schweregrad:** Hoch | **Status:** Entwurf", "sev1", "draft"), ("**Severity:** SEV-2 (high)", "sev2", None)],
)
def test_words_of_other_languages_are_understood_in_labels(line: str, severity: str, status: str | None) -> None:
    postmortem = postmortem_of(saying(line, without_line("severity:", without_line("status:"))))

    assert postmortem.severity is not None
    assert (postmortem.severity.name, postmortem.status and postmortem.status.value) == (severity, status)
    assert postmortem.stated_in_body["severity"].content == severity


@pytest.mark.parametrize(
    "line",
    [
        "**Severity:** High",
        "**Severity:** SEV-1 (major)",
        "**Severity:** to be discussed",
        "**Status:** Resolved",
        "**Date:** 2026-03-01",
        "**Start:** 2026-03-01 14:05:30 UTC",
        "**Start:** 2026-03-01 15:05 Europe/Berlin",
        "**Duration:** 40 minutes",
        "**Duration:** about an hour",
        "**Duration:** 1 hour",
        "**Services:** everything",
        "**Authors:** somebody",
    ],
)
def test_the_same_fact_in_other_words_is_no_problem(line: str) -> None:
    assert report(saying(line)) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("**Severity:** Low", 'the body says severity is "Low", line 4 says "sev1"'),
        ("**Status:** Draft", 'the body says status is "Draft", line 5 says "published"'),
        ("**Date:** 2026-03-11", 'the body says started_at is "2026-03-11", line 6 says "2026-03-01 14:05 UTC"'),
        (
            "**Start:** 2026-03-01 14:25 UTC",
            'the body says started_at is "2026-03-01 14:25 UTC", line 6 says "2026-03-01 14:05 UTC"',
        ),
        ("**Incident ID:** INC-2026-041", 'the body says id is "INC-2026-041", line 2 says "INC-2026-014"'),
    ],
)
def test_another_fact_is_a_problem_that_shows_both_lines(line: str, message: str) -> None:
    problem = only(problems_of(saying(line)), FACT_DISAGREES)

    assert (problem.location.line, problem.message) == (13, message)


def test_a_refused_value_is_reported_once() -> None:
    text = saying("**Severity:** Low", VALID.replace("severity: sev1", "severity: SEV9"))

    assert report(text) == ["4:11 PM104"]


def test_a_time_to_detect_gives_the_moment_of_detection() -> None:
    postmortem = postmortem_of(saying("- **Time to detect**: 12 min"))

    assert postmortem.detected_at == datetime(2026, 3, 1, 14, 17, tzinfo=timezone.utc)


@pytest.mark.parametrize("length", ["999999 days", "99999999999 h"])
def test_a_time_to_detect_beyond_any_calendar_gives_nothing(length: str) -> None:
    assert postmortem_of(saying(f"- **Time to detect**: {length}")).detected_at is None


def test_a_stated_moment_of_detection_wins_over_a_length() -> None:
    postmortem = postmortem_of(saying("- **Time to detect**: 12 min\n- **Detected:** 2026-03-01 14:09 UTC"))

    assert postmortem.detected_at == datetime(2026, 3, 1, 14, 9, tzinfo=timezone.utc)


def test_a_time_to_detect_is_checked_against_the_times() -> None:
    text = saying("- **Time to detect**: 12 min", with_front("detected_at: 2026-03-01T14:06Z"))

    assert "from started_at to detected_at it is 1 min" in only(problems_of(text), FACT_DISAGREES).message


def test_no_label_decides_for_whom_a_document_is() -> None:
    assert postmortem_of(saying("**Audience:** public")).audience is None


def test_a_required_fact_that_only_the_body_states_must_be_adopted() -> None:
    (problem,) = problems_of(saying("**Severity:** High", without_line("severity:")))

    assert str(problem) == (
        'incident.md:12:15 PM101 missing-field: severity is not in the front matter; the body says "High"; '
        "`postmortem adopt incident.md` moves it into front matter"
    )


def test_a_timeline_suggests_the_start_and_states_none() -> None:
    text = without_line("started_at:").replace("| 14:05 |", "| 2026-03-01 14:05 |")

    assert postmortem_of(text).started_at is None
    (problem,) = problems_of(text)
    assert problem.message == 'started_at is not in the front matter; the timeline begins with "2026-03-01 14:05"'


def test_a_time_without_zone_is_not_taken_over() -> None:
    text = saying("**Start:** 2026-03-01 14:05", without_line("started_at:"))

    (problem,) = problems_of(text)
    assert "does not say its time zone" in problem.message
    assert postmortem_of(text, timezone="UTC").started_at is not None


def test_a_draft_is_only_warned_of_a_disagreement() -> None:
    text = saying("**Severity:** Low", VALID.replace("status: published", "status: draft"))

    assert only(problems_of(text), FACT_DISAGREES).level.value == "warning"
