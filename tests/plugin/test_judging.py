"""What comments and the baseline take out of a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.sites import build_project, make_project, write

WRONG = with_line("severity:", "severity: sev9")
NOTED = with_line("severity:", "severity: sev9 # postmortem: ignore PM104: the old scale")
DRAFT = without_line("  - Owner:", with_line("status:", "status: draft", VALID.replace("014", "015")))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a known error and a known warning."""
    root = make_project(tmp_path, {"a.md": WRONG, "b.md": DRAFT}, options={"baseline": "known.json"})
    run(root, "check", "--update-baseline")
    return root


@pytest.mark.parametrize("strict", [False, True])
def test_what_is_known_stops_no_build_and_is_on_no_page(root: Path, *, strict: bool) -> None:
    built = build_project(root, strict=strict)

    assert (built.status, built.problem_lines(), built.warnings()) == (0, (), ())
    assert "INFO - mkdocs_postmortem: problems that do not count: 0 ignored, 2 known from the baseline" in built.log
    assert "PM104" not in built.read("postmortems/a/index.html")


def test_what_is_new_stops_a_build(root: Path) -> None:
    write(root / "postmortems/c.md", WRONG.replace("014", "016"))

    built = build_project(root)

    assert built.status == 1
    assert [line.split(" ")[0] for line in built.problem_lines()] == ["postmortems/c.md:4:11"]


def test_what_a_comment_hides_stops_no_build(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, {"a.md": NOTED}), strict=True)

    assert (built.status, built.problem_lines()) == (0, ())
    assert "INFO - mkdocs_postmortem: problems that do not count: 1 ignored, 0 known from the baseline" in built.log


def test_a_build_without_either_says_nothing_of_them(tmp_path: Path) -> None:
    assert not [line for line in build_project(make_project(tmp_path)).log if "baseline" in line]


def test_a_broken_baseline_stops_a_build_before_the_old_site_is_touched(root: Path) -> None:
    write(root / "site/index.html", "old")
    write(root / "known.json", '{"version": 1,\n}')

    built = build_project(root)

    assert built.status == 1
    assert built.failure.startswith("postmortem: known.json:")
    assert "PM801 invalid-setting: the baseline is not JSON" in built.failure
    assert built.read("index.html") == "old"


def test_a_preview_watches_the_baseline(root: Path) -> None:
    from mkdocs.config import load_config  # noqa: PLC0415  # only here

    config = load_config(str(root / "mkdocs.yml"))
    config = config.plugins.on_config(config)

    assert str(root / "known.json") in config.watch
