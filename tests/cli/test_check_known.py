"""A check whose answer is known: told without reading, and never told when anything that it rests on has changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from mkdocs_postmortem.checking import sight
from mkdocs_postmortem.cli import judging, libraries, project
from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.sites import make_project, write

WRONG = with_line("severity:", "severity: sev9")
LINKING = VALID.replace("## Summary\n", "## Summary\n\n[plan](../docs/plan.md) ![graph](graph.svg) [b](b.md)\n")
OTHER = VALID.replace("014", "015")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
CATALOGUE = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: {}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project that was checked: with links, an introduction, lists of its own and a parent of its settings."""
    root = make_project(
        tmp_path,
        {"a.md": LINKING, "b.md": OTHER, "graph.svg": DRAWING, "index.md": "# Ours\n\nSee [a](a.md).\n"},
        options={
            "services": [{"backstage": "catalog/*.yaml"}, {"file": "services.yml"}],
            "baseline": "known.json",
            "incidents_csv": "incidents.csv",
        },
        config={"INHERIT": "base.yml"},
        pages={"plan.md": "# Plan\n"},
    )
    write(root / "base.yml", "docs_dir: docs\n")
    write(root / "services.yml", "- checkout\n- payments\n")
    write(root / "catalog/shop.yaml", CATALOGUE.format("shop"))
    write(root / "incidents.csv", "id,started_at\nINC-2026-014,2026-03-01\n")
    write(root / "known.json", '{"version": 1, "problems": []}\n')
    run(root, "check")
    return root


@pytest.fixture
def told_anew(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Result, bool]]:
    """Return a function that checks, and tells the result and whether anything was judged for it."""
    judged: list[object] = []
    original = judging.run_check

    def judge(*given: Any) -> object:
        judged.append(given)
        return original(*given)

    monkeypatch.setattr(judging, "run_check", judge)

    def check(root: Path, *options: str) -> tuple[Result, bool]:
        judged.clear()
        return run(root, "check", *options), bool(judged)

    return check


Check = Callable[..., tuple[Result, bool]]


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def test_the_same_is_told_again_without_judging(root: Path, told_anew: Check) -> None:
    write(root / "postmortems/b.md", WRONG)
    first, was_judged = told_anew(root)
    again, was_judged_again = told_anew(root)

    assert (was_judged, was_judged_again) == (True, False)
    assert "PM104" in again.stdout
    assert said(again) == said(first) == said(run(root, "check", "--no-cache"))


def edit(path: str, text: str) -> Callable[[Path], object]:
    return lambda root: write(root / path, text)


def remove(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).unlink()


def link(path: str, target: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(edit("postmortems/b.md", WRONG), id="a document says something else"),
        pytest.param(edit("postmortems/new.md", WRONG), id="a document is new"),
        pytest.param(edit("postmortems/2025/new.md", WRONG), id="a document is new in a new folder"),
        pytest.param(remove("postmortems/b.md"), id="a document is gone"),
        pytest.param(edit("postmortems/con.md", VALID), id="a name can be no address"),
        pytest.param(link("postmortems/c.md", "b.md"), id="a link to a document is new"),
        pytest.param(link("postmortems/b.md", "a.md"), id="a document has become a link"),
        pytest.param(remove("postmortems/graph.svg"), id="a picture is gone"),
        pytest.param(
            edit("postmortems/graph.svg", DRAWING.replace("<g/>", "<script/>")), id="a picture is another one"
        ),
        pytest.param(remove("docs/plan.md"), id="a page that is linked is gone"),
        pytest.param(edit("postmortems/index.md", "[gone](gone.md)\n"), id="the introduction says something else"),
        pytest.param(remove("postmortems/index.md"), id="the introduction is gone"),
        pytest.param(edit("base.yml", "docs_dir: pages\n"), id="the parent of the settings says something else"),
        pytest.param(edit("services.yml", "- payments\n"), id="a list of the settings says something else"),
        pytest.param(edit("catalog/shop.yaml", CATALOGUE.format("till")), id="the catalogue says something else"),
        pytest.param(edit("catalog/cart.yaml", "kind: 1\n"), id="the catalogue has another file"),
        pytest.param(edit("known.json", "no baseline"), id="the baseline says something else"),
        pytest.param(remove("known.json"), id="the baseline is gone"),
        pytest.param(
            edit("incidents.csv", "id,started_at\nINC-7,soon\n"), id="the list of incidents says something else"
        ),
        pytest.param(remove("incidents.csv"), id="the list of incidents is gone"),
        pytest.param(edit("docs/run.md", "<!-- postmortems oops -->\n"), id="a page asks for a list"),
        pytest.param(remove("mkdocs.yml"), id="the settings are gone"),
        pytest.param(lambda root: (root / "postmortems").rename(root / "elsewhere"), id="the folder is gone"),
    ],
)
def test_whatever_changes_is_seen(change: Callable[[Path], object], root: Path, told_anew: Check) -> None:
    assert told_anew(root)[1] is False
    change(root)
    result, was_judged = told_anew(root)

    assert was_judged
    assert said(result) == said(run(root, "check", "--no-cache"))
    assert said(told_anew(root)[0]) == said(result)


def test_what_changes_back_is_told_as_it_was(root: Path, told_anew: Check) -> None:
    first = said(run(root, "check"))
    write(root / "postmortems/b.md", WRONG)
    run(root, "check")
    write(root / "postmortems/b.md", OTHER)
    assert said(told_anew(root)[0]) == first


@pytest.mark.parametrize(
    "options",
    [["--format", "json"], ["--color", "always"], ["postmortems/b.md"], ["--select", "PM3"], ["--as-of", "2027-01-01"]],
)
def test_another_command_has_an_answer_of_its_own(options: list[str], root: Path, told_anew: Check) -> None:
    write(root / "postmortems/b.md", WRONG)
    run(root, "check")
    first, was_judged = told_anew(root, *options)
    again, was_judged_again = told_anew(root, *options)

    assert (was_judged, was_judged_again) == (True, False)
    assert said(first) == said(again) == said(run(root, "check", "--no-cache", *options))


def test_another_day_is_another_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime(2031, 1, 1, tzinfo=tz)

    write(tmp_path / "postmortems/a.md", VALID)
    before = run(tmp_path, "check").stdout
    monkeypatch.setattr(sys.modules["mkdocs_postmortem.cli.check"], "datetime", Later)
    after = run(tmp_path, "check").stdout

    assert after != before


def test_the_current_folder_belongs_to_the_question(root: Path, told_anew: Check) -> None:
    write(root / "postmortems/b.md", WRONG)
    told_anew(root, "--config", str(root / "mkdocs.yml"))
    below, was_judged = told_anew(root / "docs", "--config", str(root / "mkdocs.yml"))

    assert was_judged
    assert below.exit_code == 1


def test_a_report_is_written_into_its_file_again(root: Path, told_anew: Check) -> None:
    write(root / "postmortems/b.md", WRONG)
    run(root, "check", "--output", "report.txt")
    (root / "report.txt").unlink()
    _, was_judged = told_anew(root, "--output", "report.txt")

    assert not was_judged
    assert "PM104" in (root / "report.txt").read_text()


def test_what_changes_while_it_is_read_is_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = libraries.check_part

    def check_part(*given: Any) -> Any:
        found = original(*given)
        write(root / "postmortems/b.md", WRONG)
        return found

    write(root / "postmortems/new.md", VALID.replace("014", "016"))
    monkeypatch.setattr(judging, "check_part", check_part)
    assert run(root, "check").exit_code == 0
    monkeypatch.undo()

    assert run(root, "check").exit_code == 1


def test_settings_that_change_while_they_are_read_are_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = project.open_project

    def open_project(*given: Any) -> Any:
        opened = original(*given)
        write(root / "services.yml", "- payments\n")
        return opened

    write(root / "postmortems/new.md", VALID.replace("014", "016"))
    monkeypatch.setattr(judging, "open_project", open_project)
    assert run(root, "check").exit_code == 0
    monkeypatch.undo()

    assert "PM505" in run(root, "check").stdout


def test_an_answer_that_rests_on_the_environment_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told_anew: Check
) -> None:
    root = make_project(tmp_path)
    config = (root / "mkdocs.yml").read_text()
    write(root / "mkdocs.yml", config.replace("as_of: '2026-03-10'", "timezone: !ENV [ZONE, UTC]"))
    run(root, "check")
    assert told_anew(root)[1]
    monkeypatch.setenv("ZONE", "Nowhere/Land")

    assert told_anew(root)[0].exit_code == 2


def test_large_libraries_are_always_judged(root: Path, monkeypatch: pytest.MonkeyPatch, told_anew: Check) -> None:
    monkeypatch.setattr(sight, "MOST_TEXTS", 2)
    assert told_anew(root)[1]
    assert told_anew(root)[1]


def test_an_answer_of_somebody_else_is_not_believed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told_anew: Check
) -> None:
    cache = str(tmp_path / "cache")
    run(root, "check", "--cache-dir", cache)
    assert told_anew(root, "--cache-dir", cache)[1] is False
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))

    assert told_anew(root, "--cache-dir", cache)[1] is True


def test_an_unreadable_document_is_looked_at_every_time(tmp_path: Path, told_anew: Check) -> None:
    write(tmp_path / "postmortems/a.md", without_line("severity:"))
    (tmp_path / "postmortems/b.md").mkdir()
    first, _ = told_anew(tmp_path)
    again, was_judged = told_anew(tmp_path)

    assert was_judged
    assert "PM001" in again.stdout
    assert said(first) == said(again)
