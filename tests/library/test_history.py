"""Action items over time, from the git history of the folder."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.library import git as git_module
from mkdocs_postmortem.library import history, load_library
from mkdocs_postmortem.library.burn_up import BurnUp
from mkdocs_postmortem.library.history import read_burn_up
from tests.documents import VALID, settings_of, with_front, with_items, with_line
from tests.repositories import commit_all, git
from tests.sites import write

TODAY = date(2026, 6, 10)
TWO_OPEN = with_items("A / Owner: Dana / Due: 2026-05-01", "B / Owner: Dana / Due: 2026-05-01")
ONE_DONE = with_items("[x] A / Owner: Dana", "B / Owner: Dana / Due: 2026-05-01")
ALL_DONE = with_items("[x] A / Owner: Dana", "[x] B / Owner: Dana")
OTHER = TWO_OPEN.replace("INC-2026-014", "INC-2026-015")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository: two items in March, one of them done in April, two of another incident in May."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    history._known_counts.cache_clear()
    commit(tmp_path, monkeypatch, "2026-03-05", {"a.md": TWO_OPEN})
    commit(tmp_path, monkeypatch, "2026-04-20", {"a.md": ONE_DONE})
    commit(tmp_path, monkeypatch, "2026-05-31", {"b.md": OTHER})
    return tmp_path


def commit(root: Path, monkeypatch: pytest.MonkeyPatch, day: str, documents: dict[str, str]) -> None:
    """Write the documents and commit everything, as on this day."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
    for name, text in documents.items():
        write(root / "postmortems" / name, text)
    commit_all(root)


def burn_up_of(root: Path, today: date = TODAY, **options: Any) -> BurnUp:
    """Return the counts of what the library may show."""
    return read_burn_up(root, load_library(root, settings_of(options)).library.visible(), today)


def counts(burn_up: BurnUp) -> list[tuple[str, int, int]]:
    """Return day, promised and closed of every point."""
    return [(point.day.isoformat(), point.count.promised, point.count.closed) for point in burn_up.points]


def test_items_are_counted_as_they_stood_at_the_ends_of_months(root: Path) -> None:
    burn_up = burn_up_of(root)

    assert counts(burn_up) == [
        ("2026-03-31", 2, 0),
        ("2026-04-30", 2, 1),
        ("2026-05-31", 4, 1),
        ("2026-06-10", 4, 1),
    ]
    assert (burn_up.reason, burn_up.since) == ("", date(2026, 3, 5))


def test_the_last_point_is_the_folder_as_it_is_not_as_it_was_committed(root: Path) -> None:
    write(root / "postmortems/a.md", ALL_DONE)

    assert counts(burn_up_of(root))[-2:] == [("2026-05-31", 4, 1), ("2026-06-10", 4, 2)]


def test_a_deleted_document_counts_as_long_as_it_was_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "postmortems/a.md").unlink()
    commit(root, monkeypatch, "2026-06-01", {})

    assert counts(burn_up_of(root)) == [
        ("2026-03-31", 2, 0),
        ("2026-04-30", 2, 1),
        ("2026-05-31", 4, 1),
        ("2026-06-10", 2, 0),
    ]


def test_a_branch_counts_from_the_day_on_which_it_was_merged(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "checkout", "--quiet", "-b", "topic", "HEAD~1")
    commit(root, monkeypatch, "2026-04-21", {"c.md": TWO_OPEN.replace("014", "016")})
    git(root, "checkout", "--quiet", "main")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-06-02T12:00:00Z")
    git(root, "merge", "--quiet", "--no-ff", "--message=merge", "topic")

    assert counts(burn_up_of(root))[1:] == [("2026-04-30", 2, 1), ("2026-05-31", 4, 1), ("2026-06-10", 6, 1)]


def test_a_renamed_document_counts_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "postmortems/a.md").rename(root / "postmortems/2026-a.md")
    commit(root, monkeypatch, "2026-06-05", {})

    assert counts(burn_up_of(root, date(2026, 7, 10)))[3] == ("2026-06-30", 4, 1)


def test_only_documents_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = {"template.md": OTHER, "index.md": OTHER, ".drafts/c.md": OTHER, "notes.txt": OTHER, "why?.md": OTHER}
    commit(root, monkeypatch, "2026-06-05", others)

    assert counts(burn_up_of(root, date(2026, 7, 10)))[3] == ("2026-06-30", 4, 1)


def test_versions_that_were_about_a_drill_are_not_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, monkeypatch, "2026-06-05", {"a.md": with_line("id:", "id: INC-2026-014\nkind: drill", ONE_DONE)})
    commit(root, monkeypatch, "2026-07-05", {"a.md": ONE_DONE})

    assert counts(burn_up_of(root, date(2026, 8, 10)))[3:5] == [("2026-06-30", 2, 0), ("2026-07-31", 4, 1)]


def test_a_wider_audience_learns_nothing_of_earlier_versions(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, monkeypatch, "2026-06-05", {"a.md": with_front("audience: public", TWO_OPEN)})
    monkeypatch.setattr(history, "run_git", lambda *_: pytest.fail("git was asked"))

    burn_up = burn_up_of(root, audience="public")

    assert (burn_up.reason, burn_up.since) == ("audience", None)
    assert counts(burn_up)[-1] == ("2026-06-10", 2, 0)


def test_a_shallow_clone_is_not_counted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")

    burn_up = burn_up_of(clone / "clone")

    assert (burn_up.reason, burn_up.since) == ("shallow", None)
    assert counts(burn_up)[-1] == ("2026-06-10", 3, 0)


def test_a_folder_in_no_repository_is_counted_by_dates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path / "postmortems/a.md", VALID)

    assert burn_up_of(tmp_path).reason == "no-git"


def test_without_git_the_dates_are_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert burn_up_of(root).reason == "no-git"


def test_where_clocks_ran_backwards_the_order_of_the_commits_counts(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(root, monkeypatch, "2026-04-25", {"a.md": ALL_DONE})

    assert counts(burn_up_of(root))[1:3] == [("2026-04-30", 2, 1), ("2026-05-31", 4, 2)]


def test_a_history_of_two_months_tells_less_than_the_dates(root: Path) -> None:
    assert burn_up_of(root, date(2026, 5, 1)).reason == "young"


def test_history_is_not_read_when_the_settings_say_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "run_git", lambda *_: pytest.fail("git was asked"))

    assert burn_up_of(root, history="off").reason == "off"


def test_commits_after_the_day_of_the_site_do_not_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, monkeypatch, "2026-06-30", {"c.md": OTHER.replace("015", "016")})
    (root / "postmortems/c.md").unlink()

    assert counts(burn_up_of(root))[2:] == [("2026-05-31", 4, 1), ("2026-06-10", 4, 1)]


def test_fewer_days_are_looked_at_when_there_are_too_many_versions(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for month, number in (("06", 1), ("07", 2), ("08", 3), ("09", 4)):
        commit(root, monkeypatch, f"2026-{month}-15", {"a.md": f"{ONE_DONE}\nEdited {number} times.\n"})
    monkeypatch.setattr(history, "MOST_VERSIONS", 4)

    days = [day for day, _, _ in counts(burn_up_of(root, date(2026, 11, 10)))]

    assert days == ["2026-04-30", "2026-06-30", "2026-08-31", "2026-10-31", "2026-11-10"]


def test_dates_are_counted_when_no_few_days_would_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_VERSIONS", 0)

    assert burn_up_of(root).reason == "large"


def test_versions_that_are_still_on_disk_are_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(folder: Path, blobs: list[str]) -> dict[str, bytes]:
        asked.extend(blobs)
        return git_module.read_blobs(folder, blobs)

    monkeypatch.setattr(history, "read_blobs", noted)

    first = burn_up_of(root)

    assert len(asked) == 1, "of three versions, that of March is no longer there"
    assert burn_up_of(root) == first
    assert len(asked) == 1, "a second build reads none"


def test_versions_are_read_again_under_other_settings(root: Path) -> None:
    write(root / "postmortems/a.md", ONE_DONE.replace("## Action items", "## Promises"))
    git(root, "commit", "--quiet", "--amend", "--all", "--no-edit")

    assert counts(burn_up_of(root))[2] == ("2026-05-31", 2, 0)
    assert counts(burn_up_of(root, headings={"action-items": ["Promises"]}))[2] == ("2026-05-31", 4, 1)


def test_programs_that_the_repository_names_are_not_run(root: Path) -> None:
    trap = root / "trap"
    (root / "run.sh").write_text(f"#!/bin/sh\ntouch {trap}\n", encoding="utf-8")
    (root / "run.sh").chmod(0o755)
    git(root, "config", "log.showSignature", "true")
    for option in ("gpg.program", "diff.external", "core.fsmonitor", "core.pager", "diff.md.textconv"):
        git(root, "config", option, str(root / "run.sh"))
    write(root / ".gitattributes", "*.md diff=md\n")

    assert len(counts(burn_up_of(root))) == 4
    assert not trap.exists()


def test_a_name_that_is_no_text_is_no_document(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (root / "postmortems" / name).write_text(OTHER.replace("015", "016"), encoding="utf-8")
    except OSError:
        pytest.skip("this file system stores text only")
    commit(root, monkeypatch, "2026-06-05", {})

    assert counts(burn_up_of(root, date(2026, 7, 10)))[3] == ("2026-06-30", 4, 1)
