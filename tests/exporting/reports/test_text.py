from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_postmortem.exporting.reports.text import write_concise, write_text
from mkdocs_postmortem.problems import SYMLINK, Location
from tests.exporting.reports.samples import HIDDEN, ORDINARY, OWNER, SEVERITY

FIRST = 'postmortems/a.md:3:11 PM104 unknown-severity: severity "SEV9" is not on the scale; use sev0'
SECOND = "postmortems/a.md:6:1 PM301 ownerless-item (warning): the item has no owner"


def test_concise_is_one_line_for_each_problem() -> None:
    assert write_concise(ORDINARY) == f"{FIRST}\n{SECOND}\n"


def test_text_shows_the_source_line_with_a_caret_under_the_column() -> None:
    assert write_text(ORDINARY).split("\n") == [
        FIRST,
        "    3 | severity: SEV9",
        "      |           ^",
        "",
        SECOND,
        "    6 | - [ ] Alert on saturation",
        "      | ^",
        "",
        "",
    ]


def test_a_problem_without_a_source_line_stands_alone() -> None:
    gone = SYMLINK.at(Location("postmortems/gone.md"), "the file is a symbolic link")

    assert write_text(replace(ORDINARY, problems=(gone,))) == f"{gone}\n\n"


def test_colour_is_red_for_errors_yellow_for_warnings_and_only_where_it_is_allowed() -> None:
    coloured = write_text(replace(ORDINARY, colour=True))

    assert "\x1b[31mPM104 unknown-severity\x1b[0m" in coloured
    assert "\x1b[33mPM301 ownerless-item\x1b[0m" in coloured
    assert "\x1b" not in write_text(ORDINARY)


def test_colour_changes_no_character() -> None:
    for write in (write_text, write_concise):
        assert re.sub(r"\x1b\[[0-9]+m", "", write(replace(ORDINARY, colour=True))) == write(ORDINARY)


def test_the_first_line_is_the_one_line_form() -> None:
    assert (str(SEVERITY), str(OWNER)) == (FIRST, SECOND)


def test_hidden_problems_stand_last_with_the_reason_when_asked_for() -> None:
    report = replace(ORDINARY, problems=(SEVERITY,), ignored=(HIDDEN,))

    assert write_concise(report) == f"{FIRST}\n"
    assert write_concise(replace(report, shows_ignored=True)) == f"{FIRST}\n{SECOND} (ignored: the vendor does it)\n"
    assert write_text(replace(report, shows_ignored=True)).endswith(f"\n\n{SECOND} (ignored: the vendor does it)\n")
