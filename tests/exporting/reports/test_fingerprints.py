from __future__ import annotations

from mkdocs_postmortem.exporting.reports.fingerprints import fingerprint_problems
from mkdocs_postmortem.problems import DUPLICATE_KEY, UNKNOWN_SEVERITY, Location

TWICE = DUPLICATE_KEY.at(Location("a.md", 4, 1), '"id" already stands on line 3')


def test_a_problem_keeps_its_fingerprint_when_lines_move() -> None:
    moved = DUPLICATE_KEY.at(Location("a.md", 9, 5), '"id" already stands on line 8')

    assert fingerprint_problems([TWICE]) == fingerprint_problems([moved])


def test_equal_problems_of_a_file_have_fingerprints_of_their_own() -> None:
    assert len(set(fingerprint_problems([TWICE, TWICE, TWICE]))) == 3


def test_path_code_and_message_make_a_fingerprint() -> None:
    others = [
        DUPLICATE_KEY.at(Location("b.md", 4, 1), TWICE.message),
        UNKNOWN_SEVERITY.at(TWICE.location, TWICE.message),
        DUPLICATE_KEY.at(TWICE.location, '"title" already stands on line 3'),
    ]

    assert len(set(fingerprint_problems([TWICE, *others]))) == 4
