"""`postmortem check --fix`: a diff first, files only with `--write`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line
from tests.sites import make_project, write

SHOUTING = with_line("severity:", "severity: SEV 1", with_line("status:", "status: Final"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with one document to correct and one that is right."""
    return make_project(tmp_path, {"a.md": SHOUTING, "b.md": VALID.replace("014", "015")})


def test_corrections_are_shown_as_a_diff_and_nothing_is_written(root: Path) -> None:
    result = run(root, "check", "--fix")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "--- postmortems/a.md",
        "+++ postmortems/a.md",
        "@@ -1,8 +1,8 @@",
        " ---",
        " id: INC-2026-014",
        " title: Checkout failed for 40 minutes",
        "-severity: SEV 1",
        "-status: Final",
        "+severity: sev1",
        "+status: published",
        " started_at: 2026-03-01T14:05Z",
        " resolved_at: 2026-03-01T14:45Z",
        " services: [checkout]",
    ]
    assert result.stderr == "1 document would be corrected; add --write to make the changes.\n"
    assert (root / "postmortems/a.md").read_text() == SHOUTING


def test_corrections_are_written_and_what_is_left_is_checked(root: Path) -> None:
    write(root / "postmortems/a.md", with_line("services:", "services: checkout", SHOUTING))

    result = run(root, "check", "--fix", "--write")

    assert (root / "postmortems/a.md").read_text() == with_line("services:", "services: checkout")
    assert result.stderr.splitlines() == [
        "postmortems/a.md: corrected words",
        "1 document corrected.",
        "2 documents checked: 1 error, 0 warnings.",
    ]
    assert result.stdout.startswith("postmortems/a.md:8:11 PM103")


def test_when_nothing_can_be_corrected_the_status_is_zero(root: Path) -> None:
    result = run(root, "check", "--fix", "postmortems/b.md")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 documents would be corrected.\n")


def test_files_that_cannot_be_edited_are_left_alone(root: Path) -> None:
    write(root / "postmortems/latin.md", SHOUTING.encode() + b"\xe9")
    (root / "postmortems/link.md").symlink_to(root / "postmortems/a.md")

    result = run(root, "check", "--fix", "--write")

    assert "1 document corrected." in result.stderr
    assert (root / "postmortems/latin.md").read_bytes() == SHOUTING.encode() + b"\xe9"
    assert (root / "postmortems/link.md").is_symlink()


def test_a_diff_commands_no_terminal(root: Path) -> None:
    write(root / "postmortems/a.md", with_line("title:", "title: x\u202e ##[error]", SHOUTING))

    shown = run(root, "check", "--fix").stdout

    assert "\u202e" not in shown
    assert "##[" not in shown
