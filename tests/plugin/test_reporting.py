"""Problems in MkDocs' log, and whether the build goes on."""

from __future__ import annotations

import logging

import pytest

from mkdocs_postmortem.plugin.reporting import report_problems
from mkdocs_postmortem.problems import OVERDUE_ITEM, UNKNOWN_SEVERITY, Level, Location, Problem
from tests.documents import settings_of

ERROR = UNKNOWN_SEVERITY.at(Location("postmortems/a.md", 4, 11), "wrong", "right it")
WARNING = ERROR.at_level(Level.WARNING)


@pytest.mark.parametrize(
    ("problem", "fail_on", "strict", "serving", "fails", "logged"),
    [
        (ERROR, "error", False, False, True, "ERROR"),
        (ERROR, "never", False, False, False, "ERROR"),
        (ERROR, "never", True, False, False, "INFO"),
        (ERROR, "error", False, True, False, "ERROR"),
        (ERROR, "error", True, True, False, "INFO"),
        (WARNING, "error", False, False, False, "WARNING"),
        (WARNING, "error", True, False, True, "WARNING"),
        (WARNING, "warning", False, False, True, "WARNING"),
        (WARNING, "never", True, False, False, "INFO"),
    ],
)
def test_what_fails_a_build_and_how_it_is_logged(  # noqa: PLR0913, PLR0917  # one row of the table above
    problem: Problem,
    fail_on: str,
    strict: bool,  # noqa: FBT001
    serving: bool,  # noqa: FBT001
    fails: bool,  # noqa: FBT001
    logged: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")

    sentence = report_problems([problem], settings_of(fail_on=fail_on), strict=strict, serving=serving)

    assert (sentence is not None) is fails
    assert [record.levelname for record in caplog.records] == [logged]
    assert "postmortems/a.md:4:11 PM104 unknown-severity" in caplog.records[0].getMessage()


@pytest.mark.parametrize(
    ("level", "fail_on", "fails"),
    [
        (Level.WARNING, "error", False),
        (Level.WARNING, "warning", True),
        (Level.ERROR, "error", True),
        (Level.ERROR, "never", False),
    ],
)
def test_a_day_that_passes_fails_a_strict_build_only_where_the_settings_say_so(
    level: Level, fail_on: str, *, fails: bool
) -> None:
    late = OVERDUE_ITEM.at(Location("postmortems/a.md", 34), "late", "finish it").at_level(level)

    assert (report_problems([late], settings_of(fail_on=fail_on), strict=True, serving=False) is not None) is fails


def test_the_sentence_counts_what_failed_and_names_the_command() -> None:
    sentence = report_problems([ERROR, ERROR, WARNING], settings_of(), strict=False, serving=False)

    assert sentence == "2 problems in postmortems; the site was not built. `postmortem check` shows them alone."
