"""Problems as values: the catalogue, the one-line form, and that nothing of a document is sent to a terminal."""

from __future__ import annotations

import re

import pytest

from mkdocs_postmortem import problems
from mkdocs_postmortem.problems import (
    CATALOGUE,
    DUPLICATE_KEY,
    KINDS_BY_NAME,
    OVERDUE_ITEM,
    SYMLINK,
    UNKNOWN_SEVERITY,
    Kind,
    Level,
    Location,
    Problem,
    find_kind,
    printable,
)

FAMILIES = {
    "0": "reading",
    "1": "fields",
    "2": "sections",
    "3": "action items",
    "4": "timeline",
    "5": "library",
    "6": "review",
    "7": "language",
    "8": "configuration",
}


def test_codes_and_names_are_unique() -> None:
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, Kind)]
    assert len(CATALOGUE) == len(KINDS_BY_NAME) == len(kinds) > 50


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.name)
def test_kind_is_well_formed_and_in_a_family(kind: Kind) -> None:
    assert re.fullmatch(r"PM\d{3}", kind.code)
    assert kind.code[2] in FAMILIES
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.name)
    assert kind.summary[0].isupper()
    assert kind.summary.endswith(".")
    assert kind.draft is None or kind.draft.weight < kind.level.weight


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.name)
def test_constant_is_called_like_its_kind(kind: Kind) -> None:
    assert getattr(problems, kind.name.upper().replace("-", "_")) is kind


def test_codes_stand_in_order_within_the_catalogue() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


def test_problem_is_one_line_with_place_code_name_message_and_hint() -> None:
    problem = UNKNOWN_SEVERITY.at(Location("a/b.md", 7, 11), 'severity "SEV9" is not on the scale', "use sev0")
    assert str(problem) == 'a/b.md:7:11 PM104 unknown-severity: severity "SEV9" is not on the scale; use sev0'
    assert " (warning): " in str(problem.at_level(Level.WARNING))


def test_problem_without_a_hint_ends_with_its_message() -> None:
    assert str(SYMLINK.at(Location("a.md"), "a link")) == "a.md:1:1 PM007 symlink: a link"


HOSTILE = [
    "\x1b[2J",
    "\x00",
    "\r\n::error::x",
    "\n",
    "\x9b31m",
    "\u202e",
    "\u200b",
    "\u2028",
    "\ud800",
    "\ufeff",
    "\U000e0041",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_control_characters_are_shown_and_not_sent(text: str) -> None:
    problem = UNKNOWN_SEVERITY.at(Location(f"a{text}.md"), f"message {text}", f"hint {text}")
    assert str(problem).isprintable()
    assert f"\\u{{{ord(text[0]):x}}}" in str(problem)


@pytest.mark.parametrize("text", ["::error::x", " ::stop-commands::x", "##[error]x", "x ##vso[task.complete]x"])
def test_commands_to_a_build_server_are_shown_and_not_sent(text: str) -> None:
    line = str(UNKNOWN_SEVERITY.at(Location(text), text))
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert "##vso[" not in line
    assert "\\u{" in line


@pytest.mark.parametrize("text", ["a::b", "C:\\x", "größe 日本 👩", "# [x]", "it's 5 %", "a\u00a0b"])
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("reference", ["PM104", "pm104", "unknown-severity", "Unknown-Severity"])
def test_kind_is_found_by_code_or_name(reference: str) -> None:
    assert find_kind(reference) is UNKNOWN_SEVERITY


def test_unknown_reference_finds_nothing() -> None:
    assert find_kind("PM999") is None


def test_problems_sort_by_path_line_column_and_code() -> None:
    places = [Location("b.md"), Location("a.md", 2), Location("a.md", 1, 9), Location("a.md", 1, 2)]
    ordered = sorted((SYMLINK.at(place, "x") for place in places), key=lambda problem: problem.order)
    assert [str(problem.location) for problem in ordered] == ["a.md:1:2", "a.md:1:9", "a.md:2:1", "b.md:1:1"]


def test_a_problem_stays_the_same_when_lines_move() -> None:
    here = DUPLICATE_KEY.at(Location("a.md", 4, 1), '"id" already stands on line 3')
    moved = DUPLICATE_KEY.at(Location("a.md", 14, 5), '"id" already stands on line 13')

    assert here.identity == moved.identity == ("a.md", "PM016", '"id" already stands on line')


def test_a_problem_that_the_calendar_brings_stays_the_same_when_days_pass() -> None:
    today = OVERDUE_ITEM.at(Location("a.md", 4), "it was due 2026-03-31, 1 day ago")
    later = OVERDUE_ITEM.at(Location("a.md", 4), "it was due 2026-03-31, 40 days ago")
    other = DUPLICATE_KEY.at(Location("a.md", 4), "40 days")

    assert today.identity == later.identity == ("a.md", "PM316", "it was due 2026-03-31, N days ago")
    assert other.identity == ("a.md", "PM016", "40 days")


def test_problem_knows_only_its_own_level() -> None:
    error: Problem = SYMLINK.at(Location("a.md"), "x")
    assert (error.level, error.at_level(Level.OFF).level) == (Level.ERROR, Level.OFF)
