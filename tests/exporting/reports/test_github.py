from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_postmortem.exporting.reports.github import write_github
from mkdocs_postmortem.problems import UNKNOWN_SEVERITY, Location
from tests.exporting.reports.samples import ORDINARY


def test_every_problem_is_a_workflow_command_with_its_place() -> None:
    properties = "file=postmortems/a.md,line=3,col=11,title=PM104 unknown-severity"

    assert write_github(ORDINARY).split("\n") == [
        f'::error {properties}::severity "SEV9" is not on the scale; use sev0',
        "::warning file=postmortems/a.md,line=6,col=1,title=PM301 ownerless-item::the item has no owner",
        "",
    ]


@pytest.mark.parametrize(
    ("path", "message", "command"),
    [
        ("a,line=9.md", "x", "::error file=a%2Cline=9.md,line=1,col=1,title=PM104 unknown-severity::x"),
        ("a::b.md", "x", "::error file=a%3A%3Ab.md,line=1,col=1,title=PM104 unknown-severity::x"),
        ("a.md", "100%0A::error::", "::error file=a.md,line=1,col=1,title=PM104 unknown-severity::100%250A::error::"),
        ("a.md", "x\n::stop::y", "::error file=a.md,line=1,col=1,title=PM104 unknown-severity::x\\u{a}::stop::y"),
    ],
    ids=["comma", "colons", "percent", "line feed"],
)
def test_no_text_ends_a_property_or_a_command(path: str, message: str, command: str) -> None:
    problem = UNKNOWN_SEVERITY.at(Location(path), message)

    assert write_github(replace(ORDINARY, problems=(problem,))) == f"{command}\n"
