"""Breaking one thing in one sample document fails the build with that problem, at that line, and no other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.library import Breakage, check, copy_own_site, old_site_stands
from tests.sites import REPOSITORY, build_project, run_mkdocs

POOL = "2026/2026-09-15-payments-pool-exhausted.md"
"""The table form: INC-2026-012."""
MESH = "2024/2024-07-18-mesh-certificate-expired.md"
"""The checklist form: INC-2024-009."""
FLAG = "2026/2026-03-24-feature-flag-reused.md"

BREAKAGES = [
    Breakage("a severity off the scale", POOL, "severity: sev2", "severity: sev9", "PM104 unknown-severity"),
    Breakage("an unknown status", POOL, "status: published", "status: finished", "PM105 unknown-status"),
    Breakage("an unknown kind", POOL, "kind: incident", "kind: catastrophe", "PM106 unknown-choice"),
    Breakage("a misspelt key", POOL, "commander: ", "comander: Mirela Ionescu", "PM102 unknown-field"),
    Breakage("a key for the theme", POOL, "commander: ", "template: main.html", "PM117 reserved-field"),
    Breakage("no zone", POOL, "detected_at: ", "detected_at: 2026-09-15T19:49:00", "PM108 time-without-zone"),
    Breakage("no such hour", POOL, "detected_at: ", "detected_at: 2026-09-15T25:49:00Z", "PM107 invalid-time"),
    Breakage("an end too early", POOL, "resolved_at: ", "resolved_at: 2026-09-15T15:00Z", "PM111 end-before-start"),
    Breakage("a wrong duration", POOL, "duration: 80 min", "duration: 8 min", "PM112 duration-disagrees"),
    Breakage("an unreadable duration", POOL, "duration: 80 min", "duration: a while", "PM114 invalid-duration"),
    Breakage("no such day", POOL, "published_at: ", "published_at: 2026-02-30", "PM113 invalid-date"),
    Breakage("a key twice", POOL, "severity: sev2", "severity: sev2\nseverity: sev2", "PM016 duplicate-key", below=1),
    Breakage(
        "a fact twice", POOL, "commander: ", "commander: A\nincident lead: A", "PM121 field-stated-twice", below=1
    ),
    Breakage("an anchor", POOL, "severity: sev2", "severity: &one sev2", "PM017 yaml-anchor"),
    Breakage("a mapping for a text", POOL, "title: ", "title: {a: b}", "PM103 wrong-type"),
    Breakage("no value", POOL, "commander: ", "commander:", "PM116 empty-field"),
    Breakage("a placeholder", POOL, "commander: ", 'commander: "[Name]"', "PM123 placeholder-field"),
    Breakage("an unknown service", POOL, "services: ", "services: [payments, chekout]", "PM505 unknown-service"),
    Breakage("an unknown id", POOL, "  - {id: INC-2024-012", "  - INC-2019-001", "PM503 unknown-related"),
    Breakage("its own id", POOL, "  - {id: INC-2024-012", "  - INC-2026-012", "PM504 self-relation"),
    Breakage(
        "a script for an address", POOL, "  - {label: Incident channel", "  - javascript:a()", "PM115 invalid-url"
    ),
    Breakage("over a hundred percent", POOL, "  error_rate: 54", "  error_rate: 154", "PM118 out-of-range"),
    Breakage("no severity", POOL, "severity: sev2", "# none", "PM101 missing-field", at_top=True),
    Breakage("the id of another", FLAG, "id: INC-2026-005", "id: INC-2024-009", "PM501 duplicate-id"),
    Breakage("an open bracket", POOL, "authors: [", "authors: [Ifeoma Adeyemi", "PM015 invalid-yaml"),
    Breakage(
        "no closing line",
        MESH,
        "  public_postmortem: no",
        "  public_postmortem: no\n...",
        "PM012 malformed-delimiter",
        below=1,
    ),
    Breakage(
        "a row without owner",
        POOL,
        "| P2 | Compare limits",
        "| P2 | Compare limits | | 2027-01-15 | Open | The upgrade of July reports it |",
        "PM301 ownerless-item",
    ),
    Breakage(
        "a row without due date",
        POOL,
        "| P2 | Compare limits",
        "| P2 | Compare limits | team-platform | | Open | The upgrade of July reports it |",
        "PM302 dueless-item",
    ),
    Breakage(
        "a due date that is no day",
        POOL,
        "| P2 | Compare limits",
        "| P2 | Compare limits | team-platform | next sprint | Open | The upgrade of July reports it |",
        "PM303 invalid-due",
    ),
    Breakage(
        "an unknown item status",
        POOL,
        "| P2 | Compare limits",
        "| P2 | Compare limits | team-platform | 2027-01-15 | Nearly | The upgrade of July reports it |",
        "PM304 unknown-item-status",
    ),
    Breakage(
        "a priority off the scale",
        POOL,
        "| P2 | Compare limits",
        "| P7 | Compare limits | team-platform | 2027-01-15 | Open | The upgrade of July reports it |",
        "PM305 unknown-priority",
    ),
    Breakage(
        "a tick without its status",
        MESH,
        "- [ ] **Build a switch",
        "- [x] **Build a switch**\n  - **Owner:** Kim\n  - **Due:** 2026-12-01\n  - **Status:** Open\n- [ ] **Then**",
        "PM306 item-status-disagrees",
        below=3,
    ),
    Breakage("no impact section", MESH, "## Impact", "## On numbers", "PM201 missing-section", at_top=True),
    Breakage("an empty section", POOL, "## Follow-up verification", "## Lucky\n\n## Review\n", "PM202 empty-section"),
    Breakage(
        "the template's words", POOL, "## Follow-up", "## Lucky\n\n- [What]\n\n## Review\n", "PM203 placeholder-section"
    ),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of our own site, in which a check reads again only what a test has broken."""
    return copy_own_site(tmp_path_factory.mktemp("own") / "project")


@pytest.fixture
def root(sound: Path) -> Iterator[Path]:
    """Return the copy, and mend its documents after the test."""
    yield sound
    shutil.copytree(REPOSITORY / "postmortems", sound / "postmortems", dirs_exist_ok=True)


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.what)
def test_one_broken_thing_fails_the_build_with_that_problem_alone(breakage: Breakage, root: Path) -> None:
    place = breakage.apply(root)

    built = build_project(root)

    (line,) = built.problem_lines()
    assert re.fullmatch(rf"{re.escape(place)}:\d+ {re.escape(breakage.problem)}.*", line)
    assert built.status == 1
    assert built.failure.startswith("postmortem: 1 problem in postmortems; the site was not built.")
    assert old_site_stands(root)
    checked = check(root)
    assert checked.stdout == f"{line}\n"
    assert checked.exit_code == 1


def test_there_are_twenty_of_them() -> None:
    assert len({breakage.problem for breakage in BREAKAGES}) >= 20


def test_nothing_is_wrong_before_and_after(root: Path) -> None:
    assert check(root).stdout == ""
    assert check(root).exit_code == 0


def test_the_command_that_users_type_ends_with_one_line_for_the_problem_and_one_for_the_build(root: Path) -> None:
    BREAKAGES[0].apply(root)

    built = run_mkdocs(root)

    assert built.status == 1
    assert len([line for line in built.log if "PM" in line]) == 1
    assert not [line for line in built.log if "Traceback" in line]
    assert built.log[-1].endswith("`postmortem check` shows them alone.")
    assert old_site_stands(root)
