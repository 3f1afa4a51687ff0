"""Severity: by name, label or alias of the configured scale."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.model.severity import parse_severity
from mkdocs_postmortem.settings import DEFAULT_SCALE, SeverityLevel
from tests.faults import refused

OWN = (SeverityLevel(name="major", label="Major"), SeverityLevel(name="minor", label="Minor", aliases=("small",)))


@pytest.mark.parametrize("text", ["sev1", "SEV1", "Sev 1", "sev-1", "High", "s1", "P1", " sev_1 "])
def test_spelling_of_sev1_is_sev1(text: str) -> None:
    severity = parse_severity(text, DEFAULT_SCALE)
    assert (severity.name, severity.rank, severity.stated) == ("sev1", 1, text)


def test_rank_is_the_step_of_an_own_scale_from_the_worst() -> None:
    assert [parse_severity(word, OWN).rank for word in ("major", "small")] == [0, 1]


def test_unknown_severity_names_the_scale() -> None:
    name, message, hint = refused(parse_severity, "SEV9", DEFAULT_SCALE)
    assert (name, message) == ("unknown-severity", 'severity "SEV9" is not on the scale')
    assert hint == "use sev0, sev1, sev2 or sev3"


def test_misspelt_label_is_suggested() -> None:
    assert refused(parse_severity, "Criticl", DEFAULT_SCALE)[2].startswith('did you mean "Critical"?')


def test_scale_of_one_step_is_named() -> None:
    assert refused(parse_severity, "sev1", OWN[:1])[2] == "use major"


def test_severity_without_letters_or_digits_is_refused() -> None:
    assert refused(parse_severity, "!!", DEFAULT_SCALE)[0] == "unknown-severity"
