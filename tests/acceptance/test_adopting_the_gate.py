"""A team with thirty old documents turns the check on: main is green, and only what a branch makes worse is red.

The check runs as users run it: as a hook before a commit, with the changed files or for the whole library, and as a job
of CI. That it does so in a process of its own too is seen once, on main.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.integrations.hooks import EACH, WHOLE, commit
from tests.integrations.step import Step
from tests.repositories import commit_all, git
from tests.sites import REPOSITORY, build_project, make_project, run_mkdocs, write

KNOWN = "postmortem-baseline.json"
CAUSES = ("A certificate expired", "A disk filled up", "A flag was on for all", "A queue backed up", "A route leaked")


@dataclass(frozen=True)
class Checked:
    """What a run printed, and its exit status."""

    status: int
    lines: tuple[str, ...]
    summary: str

    @property
    def places(self) -> list[str]:
        """Return path, line and code of every reported problem, of the one-line form."""
        return [" ".join((line.split(":")[0], line.split(":")[1], line.split(" ")[1])) for line in self.lines]


def check(root: Path, *arguments: str) -> Checked:
    """Run `postmortem check`."""
    done = run(root, "check", *arguments)
    return Checked(done.exit_code, tuple(done.stdout.splitlines()), done.stderr)


def check_in_a_process(root: Path, *arguments: str) -> Checked:
    """Run `postmortem check` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "mkdocs_postmortem", "check", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert "Traceback" not in done.stderr
    return Checked(done.returncode, tuple(done.stdout.splitlines()), done.stderr)


def hook_on_changed_files(root: Path, base: str = "main") -> Checked:
    """Run the check as a hook before a commit does: with the documents that a branch changes or adds."""
    changed = git(root, "diff", "--name-only", "--diff-filter=d", base, "--", "postmortems").split()
    return check(root, *changed)


def hook_on_the_library(root: Path) -> Checked:
    """Run the check as a hook that passes no file names does."""
    return check(root)


def job_of_ci(root: Path) -> Checked:
    """Run the check as a job does that annotates a pull request."""
    return check(root, "--format", "github")


def old_document(number: int) -> str:
    """Return one of the old documents; two thirds of them are bad, each in its own way."""
    text = VALID.replace("INC-2026-014", f"INC-2025-{number:03}").replace("2026-03-01", f"2025-03-{number:02}")
    text = text.replace("Checkout failed for 40 minutes", f"{CAUSES[number % len(CAUSES)]} ({number})")
    if number % 3 == 1:
        return without_line("  - Owner:", without_line("  - Due:", text))
    if number % 3 == 2:
        return without_line("severity:", text.replace("## Root cause\n\nThe pool was smaller", "The pool was smaller"))
    return text


def name_of(number: int) -> str:
    return f"2025/2025-03-{number:02}-outage.md"


GOOD, BAD, WORSE = name_of(3), name_of(4), name_of(5)
"""A sound document, one whose item has no owner and no date, and one without a severity and a section."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the team's repository: main with the old documents and the baseline, and a branch for a change."""
    documents = {name_of(number): old_document(number) for number in range(1, 31)}
    root = make_project(tmp_path_factory.mktemp("team"), documents, options={"baseline": KNOWN})
    before = check(root, "--no-baseline")
    assert (before.status, len(before.lines)) == (1, 40)
    assert check(root, "--update-baseline").status == 0
    commit_all(root, "change")
    return root


@pytest.fixture
def root(repository: Path, tmp_path: Path) -> Path:
    """Return a clone of one's own."""
    return shutil.copytree(repository, tmp_path / "clone")


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace the one place in a document that holds a text."""
    path = root / "postmortems" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    write(path, text.replace(old, new))


def test_main_is_green_in_every_way_of_checking_it(root: Path) -> None:
    known = "30 documents checked, no problem (40 known from the baseline).\n"

    for run_check in (check, check_in_a_process):
        assert run_check(root) == Checked(0, (), known)
        assert run_check(root, "--format", "github") == Checked(0, (), known)
        assert run_check(root, "postmortems/" + BAD).status == 0
        assert run_check(root, "--diff", "main").status == 0
    assert run_mkdocs(root, "--strict").status == 0


def test_only_the_new_problem_of_a_branch_fails_and_mending_it_makes_the_branch_green(root: Path) -> None:
    edit(root, GOOD, "  - Due: 2026-03-31\n", "")
    commit_all(root)

    changed, whole, job = hook_on_changed_files(root), hook_on_the_library(root), job_of_ci(root)

    assert changed.places == whole.places == [f"postmortems/{GOOD} 34 PM302"]
    assert [checked.status for checked in (changed, whole, job)] == [1, 1, 1]
    (annotation,) = job.lines
    assert annotation.startswith(f"::error file=postmortems/{GOOD},line=34,col=1,title=PM302 dueless-item::")
    assert job.summary == "30 documents checked: 1 error, 0 warnings (40 known from the baseline).\n"
    assert build_project(root).status == 1

    git(root, "checkout", "--quiet", "main")
    assert job_of_ci(root).status == 0
    git(root, "checkout", "--quiet", "change")

    edit(root, GOOD, "  - Owner: Dana\n", "  - Owner: Dana\n  - Due: 2026-04-30\n")
    assert [run_check(root).status for run_check in (hook_on_changed_files, hook_on_the_library, job_of_ci)] == [
        0,
        0,
        0,
    ]


def test_the_hooks_of_the_manifest_and_the_script_of_the_action_find_the_new_problem_alone(root: Path) -> None:
    edit(root, GOOD, "  - Due: 2026-03-31\n", "")

    hooks = [commit(root, EACH), commit(root, WHOLE)]
    commit_all(root)
    step, narrow = Step(root), Step(root, diff_base="main")

    new = f"postmortems/{GOOD}:34:1 PM302"
    assert [(hook.status, [line[: len(new)] for line in hook.out.splitlines()]) for hook in hooks if hook] == [
        (1, [new]),
        (1, [new]),
    ]
    for each in (step, narrow):
        assert each.ran.status == 1
        assert [line.partition("title=")[0] for line in each.commands] == [
            f"::error file=postmortems/{GOOD},line=34,col=1,"
        ]
        assert each.outputs["failed"] == "1"


def test_a_second_bad_document_is_red_beside_the_old_ones(root: Path) -> None:
    write(root / "postmortems/2026/2026-05-01-new.md", with_line("severity:", "severity: awful"))
    commit_all(root)

    assert hook_on_changed_files(root).places == ["postmortems/2026/2026-05-01-new.md 4 PM104"]
    assert hook_on_the_library(root).places == ["postmortems/2026/2026-05-01-new.md 4 PM104"]


def test_a_second_problem_of_a_known_kind_in_a_bad_document_is_red(root: Path) -> None:
    text = (root / "postmortems" / BAD).read_text(encoding="utf-8")
    write(
        root / "postmortems" / BAD, f"{text}- [ ] Alert on pool saturation\n- [ ] Buy a second proxy\n  - Owner: Kim\n"
    )

    assert hook_on_changed_files(root).places == [
        f"postmortems/{BAD} 35 PM301",
        f"postmortems/{BAD} 35 PM302",
        f"postmortems/{BAD} 36 PM302",
    ]


def test_lines_that_move_change_nothing(root: Path) -> None:
    edit(root, BAD, "## Summary\n", "## Summary\n\nTold by the people who were there.\n\nAnd by two who were not.\n")
    commit_all(root)

    assert hook_on_changed_files(root) == Checked(
        0, (), "1 document checked, no problem (2 known from the baseline).\n"
    )
    assert job_of_ci(root).status == 0


def test_days_that_pass_change_nothing_that_is_known(root: Path) -> None:
    late = check(root, "--as-of", "2027-01-01", "--update-baseline")
    later = check(root, "--as-of", "2027-02-01", "--fail-on", "warning")

    assert (late.status, later.status, later.lines) == (0, 0, ())


def test_a_document_that_is_renamed_takes_what_is_known_along(root: Path) -> None:
    git(root, "mv", f"postmortems/{WORSE}", "postmortems/2025/the-leak.md")
    commit_all(root)

    assert hook_on_changed_files(root) == Checked(
        0, (), "1 document checked, no problem (2 known from the baseline).\n"
    )
    assert job_of_ci(root) == Checked(0, (), "30 documents checked, no problem (40 known from the baseline).\n")

    edit(root, "2025/the-leak.md", "status: published", "status: publishd")
    assert hook_on_changed_files(root).places == ["postmortems/2025/the-leak.md 4 PM105"]


def test_debt_that_is_paid_off_is_told_and_cannot_come_back(root: Path) -> None:
    text = (root / "postmortems" / BAD).read_text(encoding="utf-8")
    mended = f"{text}  - Owner: Kim\n  - Due: 2026-04-30\n"
    write(root / "postmortems" / BAD, mended)

    told = hook_on_the_library(root)
    assert told.status == 0
    assert (
        "2 entries of the baseline occur no more; take them out with: postmortem check --update-baseline"
        in told.summary
    )

    assert check(root, "--update-baseline").status == 0
    removed = [line for line in git(root, "diff", KNOWN).splitlines() if line.startswith("-  ")]
    assert len(removed) == 2
    assert all(BAD in line for line in removed)
    write(root / "postmortems" / BAD, text)
    assert hook_on_changed_files(root).status == 1


def test_an_exception_with_a_reason_makes_a_branch_green_and_one_without_does_not(root: Path) -> None:
    item = "- [ ] Alert on pool saturation"
    edit(root, GOOD, "  - Due: 2026-03-31\n", "")

    edit(root, GOOD, item, f"{item} <!-- postmortem: ignore PM302 -->")
    assert hook_on_changed_files(root).places == [f"postmortems/{GOOD} 34 PM302", f"postmortems/{GOOD} 34 PM026"]

    edit(root, GOOD, "ignore PM302 -->", "ignore PM302: the vendor names the date -->")
    assert hook_on_changed_files(root) == Checked(0, (), "1 document checked, no problem (1 ignored).\n")
    assert build_project(root, strict=True).status == 0


def test_a_pull_request_cannot_add_to_the_baseline_of_main(root: Path) -> None:
    edit(root, GOOD, "  - Due: 2026-03-31\n", "")
    assert check(root, "--update-baseline").status == 0
    commit_all(root)

    write(root / "main.json", git(root, "show", f"main:{KNOWN}"))

    assert job_of_ci(root).status == 0
    assert check(root, "--baseline", "main.json").places == [f"postmortems/{GOOD} 34 PM302"]


def test_a_baseline_that_is_lost_fails_the_check(root: Path) -> None:
    (root / KNOWN).unlink()

    lost = job_of_ci(root)

    assert (lost.status, lost.lines) == (2, ())
    assert "the baseline does not exist" in lost.summary
    assert build_project(root).status == 1
