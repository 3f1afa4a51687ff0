"""`postmortem check --diff`: what has changed since a revision, and what that causes elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line
from tests.repositories import commit_all
from tests.sites import make_project, write

WRONG = with_line("severity:", "severity: sev9")
RELATED = with_line("status:", "status: published\nrelated: [INC-2026-014]", VALID).replace(
    "id: INC-2026-014", "id: INC-2026-016"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a repository whose old.md has a problem and whose related.md needs good.md, on a branch of its own."""
    old = WRONG.replace("INC-2026-014", "INC-2026-001")
    make_project(tmp_path, {"old.md": old, "good.md": VALID, "related.md": RELATED})
    commit_all(tmp_path, "topic")
    return tmp_path


def lines(root: Path, *arguments: str) -> list[str]:
    """Return path and code of every problem since the branch left main."""
    return [
        " ".join(line.split(" ")[:2]) for line in run(root, "check", "--diff", "main", *arguments).stdout.splitlines()
    ]


def test_old_problems_of_unchanged_documents_do_not_fail(root: Path) -> None:
    result = run(root, "check", "--diff", "main")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 documents checked, no problem.\n"
    assert run(root, "check").exit_code == 1


def test_a_changed_document_is_reported_whole(root: Path) -> None:
    path = root / "postmortems/old.md"
    path.write_text(path.read_text() + "\nMore.\n")

    assert lines(root) == ["postmortems/old.md:4:11 PM104"]


def test_a_new_document_is_reported_before_it_is_added(root: Path) -> None:
    write(root / "postmortems/new.md", WRONG.replace("INC-2026-014", "INC-2026-002"))

    assert lines(root) == ["postmortems/new.md:4:11 PM104"]
    assert run(root, "check", "--diff", "main").stderr == "1 document checked: 1 error, 0 warnings.\n"


def test_a_problem_that_a_deletion_causes_elsewhere_is_reported(root: Path) -> None:
    (root / "postmortems/good.md").unlink()
    commit_all(root)

    assert lines(root) == ["postmortems/related.md:6:11 PM503"]


def test_a_problem_that_a_new_document_causes_elsewhere_is_reported(root: Path) -> None:
    write(root / "postmortems/0-twin.md", VALID)

    assert {line.split(" ")[1] for line in lines(root)} == {"PM501"}


def test_links_that_were_broken_before_are_old_and_those_that_the_branch_breaks_are_new(root: Path) -> None:
    links = "\n![a](a.png) [page](../docs/runbook.md) [b](good.md) [old](gone.md)\n"
    write(root / "postmortems/links.md", VALID.replace("INC-2026-014", "INC-2026-003") + links)
    write(root / "postmortems/a.png", b"\x89PNG\r\n\x1a\n")
    write(root / "docs/runbook.md", "# Runbook")
    commit_all(root, "breaking")

    assert run(root, "check", "--diff", "topic").stdout == ""

    for name in ("postmortems/a.png", "docs/runbook.md", "postmortems/good.md"):
        (root / name).unlink()
    broken = [line for line in run(root, "check", "--diff", "topic").stdout.splitlines() if "PM506" in line]
    assert [name in line for name, line in zip(("a.png", "runbook.md", "good.md"), broken, strict=True)] == [True] * 3


def test_paths_limit_the_report_further(root: Path) -> None:
    write(root / "postmortems/new.md", WRONG.replace("INC-2026-014", "INC-2026-002"))

    assert lines(root, "postmortems/old.md") == []
    assert lines(root, "postmortems/new.md") == ["postmortems/new.md:4:11 PM104"]


def test_a_revision_that_is_none_ends_with_status_two(root: Path) -> None:
    result = run(root, "check", "--diff", "nowhere")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        'postmortem: --diff: "nowhere" is no revision that git knows here; in CI, fetch its history first\n'
    )


def test_a_missing_folder_is_reported_and_not_compared(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})

    result = run(root, "check", "--diff", "main")

    assert result.exit_code == 1
    assert "PM802" in result.stdout


def test_without_the_option_git_is_not_needed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert run(root, "check").exit_code == 1
    assert "git is not installed" in run(root, "check", "--diff", "main").stderr


def test_only_changed_documents_are_corrected(root: Path) -> None:
    for name in ("old.md", "good.md"):
        path = root / "postmortems" / name
        path.write_text(path.read_text().replace("status: published", "status: Published"))
        if name == "old.md":
            commit_all(root, "later")
    (root / "postmortems/good.md").write_text(VALID.replace("status: published", "status: Final"))

    result = run(root, "check", "--diff", "later", "--fix")

    assert result.stdout.startswith("--- postmortems/good.md\n")
    assert "old.md" not in result.stdout


def test_an_incident_that_lacks_its_postmortem_already_is_not_told_again(root: Path) -> None:
    make_project(root, {"other.md": VALID.replace("014", "020")}, options={"incidents_csv": "known.csv"})
    write(root / "known.csv", "id,started_at\nINC-2026-014,2026-01-01\nINC-7,2026-01-01\n")

    assert lines(root) == []

    (root / "postmortems/good.md").unlink()
    assert "known.csv:2:1 PM512" in lines(root)
    assert "known.csv:3:1 PM512" not in lines(root)


def test_only_markers_of_changed_pages_are_told(root: Path) -> None:
    write(root / "docs/old.md", "<!-- postmortems oops -->\n")
    commit_all(root, "earlier")
    write(root / "docs/new.md", "<!-- postmortems oops -->\n")

    told = [line for line in run(root, "check", "--diff", "earlier").stdout.splitlines() if "PM513" in line]

    assert [line.partition(":")[0] for line in told] == ["docs/new.md"]
