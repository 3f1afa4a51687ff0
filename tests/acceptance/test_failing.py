"""Errors fail a build before the old site goes, under `--strict` warnings too, and nothing with `fail_on: never`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.library import check
from tests.documents import VALID, with_line, without_line
from tests.sites import build_project, make_project, run_mkdocs, write

DRAFT_WITH_A_WARNING = without_line("  - Owner:", with_line("status:", "status: draft"))
WRONG = with_line("severity:", "severity: sev9")


def project(tmp_path: Path, text: str, **options: object) -> Path:
    """Return a project with one document and an old site."""
    root = make_project(tmp_path, {"incident.md": text}, options=options)
    write(root / "site" / "index.html", "old")
    return root


def test_a_warning_does_not_fail_a_build(tmp_path: Path) -> None:
    built = build_project(project(tmp_path, DRAFT_WITH_A_WARNING))

    assert built.status == 0
    assert [line.split()[1] for line in built.problem_lines()] == ["PM301"]


def test_a_warning_fails_a_strict_build_before_the_old_site_is_touched(tmp_path: Path) -> None:
    built = run_mkdocs(project(tmp_path, DRAFT_WITH_A_WARNING), "--strict")

    assert built.status == 1
    assert built.files == ("index.html",)
    assert built.read("index.html") == "old"
    assert [line.split()[1] for line in built.problem_lines()] == ["PM301"]


def test_fail_on_warning_fails_build_and_check(tmp_path: Path) -> None:
    root = project(tmp_path, DRAFT_WITH_A_WARNING, fail_on="warning")

    assert build_project(root).status == 1
    assert check(root).exit_code == 1


@pytest.mark.parametrize("strict", [False, True])
def test_fail_on_never_builds_whatever_is_wrong(strict: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a parameter
    root = project(tmp_path, WRONG, fail_on="never")

    built = build_project(root, strict=strict)

    assert built.status == 0, built.failure
    assert "PM104 unknown-severity" in built.read("postmortems/incident/index.html")
    assert check(root).exit_code == 0


def test_a_level_can_be_lowered_and_turned_off(tmp_path: Path) -> None:
    lowered = build_project(project(tmp_path / "a", WRONG, levels={"PM104": "warning"}))
    silent = build_project(project(tmp_path / "b", WRONG, levels={"unknown-severity": "off"}))

    assert (lowered.status, len(lowered.problem_lines())) == (0, 1)
    assert (silent.status, silent.problem_lines()) == (0, ())


def test_all_problems_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": WRONG, "b.md": with_line("status:", "status: x").replace("014", "015")})

    built = build_project(root)

    assert [line.split(":")[0] for line in built.problem_lines()] == ["postmortems/a.md", "postmortems/b.md"]
    assert built.failure.startswith("postmortem: 2 problems in postmortems")


def test_an_option_that_cannot_be_used_fails_the_build_and_is_named(tmp_path: Path) -> None:
    root = make_project(tmp_path, options={"fail_onn": "never"})

    built = run_mkdocs(root)

    assert built.status == 1
    message = 'mkdocs.yml:7:5 PM801 invalid-setting: option fail_onn is not known; did you mean "fail_on"?'
    assert any(line.endswith(f"Plugin 'postmortem' option 'fail_onn': {message}") for line in built.log)
    assert not [line for line in built.log if "Traceback" in line]


def test_an_old_site_survives_a_typo_in_the_options(tmp_path: Path) -> None:
    root = project(tmp_path, VALID, severitys=[])

    assert build_project(root).status == 1
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "old"
