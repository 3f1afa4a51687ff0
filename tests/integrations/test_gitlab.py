"""The GitLab component: its job with inputs put in as GitLab does, run by bash as a runner runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.integrations.runners import (
    BAD,
    GOOD,
    HOSTILE,
    HOSTILE_NAME,
    USABLE,
    Ran,
    environment,
    excluded_args,
    make_repository,
    options_of_the_check,
    run_program,
)
from tests.repositories import commit_all, git
from tests.sites import REPOSITORY, write

SPEC, JOBS = yaml.safe_load_all((REPOSITORY / "templates/postmortem-check.yml").read_text(encoding="utf-8"))
INPUTS: dict[str, Any] = SPEC["spec"]["inputs"]
_PLACE = re.compile(r"\$\[\[ inputs\.([a-z-]+) \]\]")


def filled(value: Any, inputs: dict[str, str]) -> Any:
    """Return a part of the template with its inputs put in, in every text of it."""
    if isinstance(value, dict):
        return {filled(key, inputs): filled(entry, inputs) for key, entry in value.items()}
    if isinstance(value, list):
        return [filled(entry, inputs) for entry in value]
    return _PLACE.sub(lambda match: inputs[match[1]], value) if isinstance(value, str) else value


def job_of(**given: str) -> Any:
    """Return the only job of the template, with these inputs beside the defaults."""
    inputs = {name: entry["default"] for name, entry in INPUTS.items()}
    (job,) = filled(JOBS, {**inputs, **{name.replace("_", "-"): value for name, value in given.items()}}).values()
    return job


def run_job(folder: Path, **given: str) -> Ran:
    """Run the script of the job; a runner stops at the first line that fails."""
    job = job_of(**given)
    script = "\n".join(["set -eo pipefail", *job["script"]])
    return run_program(["bash", "-c", script], folder, environment(folder.parent / "bin", **job["variables"]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "work", {"a.md": GOOD})


@pytest.fixture
def clone(folder: Path, tmp_path: Path) -> Path:
    """Return the last commit of a branch as a runner fetches it: main, with an old problem, has gone on meanwhile."""
    write(folder / "postmortems/old.md", BAD.replace("014", "013"))
    commit_all(folder, branch="topic")
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))
    commit_all(folder)
    commit_all(folder)
    git(folder, "checkout", "--quiet", "main")
    write(folder / "postmortems/later.md", BAD.replace("014", "016"))
    commit_all(folder)
    place = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=topic", folder.as_uri(), str(place))
    return place


def issues(folder: Path) -> Any:
    return json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))


def cases(folder: Path) -> list[ET.Element]:
    return list(ET.parse(folder / "postmortem-junit.xml").iter("testcase"))  # noqa: S314  # our own report


def test_good_documents_pass_and_leave_both_reports(folder: Path) -> None:
    assert run_job(folder).status == 0
    assert issues(folder) == []
    assert [len(case) for case in cases(folder)] == [0]


def test_a_bad_document_fails_the_job_and_stands_in_both_reports(folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))

    done = run_job(folder)

    assert done.status == 1
    assert "PM104" in done.out
    assert [(issue["check_name"], issue["location"]["path"]) for issue in issues(folder)] == [
        ("unknown-severity", "postmortems/b.md")
    ]
    assert [case.find("failure") is not None for case in cases(folder)].count(True) == 1


def test_artifacts_are_what_the_script_writes(folder: Path) -> None:
    run_job(folder)
    artifacts = job_of()["artifacts"]

    assert sorted(artifacts["paths"]) == sorted(artifacts["reports"].values())
    assert [name for name in artifacts["paths"] if not (folder / name).is_file()] == []
    assert artifacts["when"] == "always"


def test_settings_that_cannot_be_used_end_the_job(folder: Path) -> None:
    write(folder / "mkdocs.yml", "plugins:\n  - postmortem:\n      folderr: x\n")

    done = run_job(folder)

    assert done.status == 2
    assert "mkdocs.yml:3:7 PM801" in done.err


def test_inputs_are_handed_on(folder: Path) -> None:
    write(folder / "postmortems/b c.md", BAD.replace("014", "015"))
    write(folder / "postmortems/d.md", BAD.replace("014", "016"))

    assert run_job(folder, args="--ignore PM104 --as-of 2026-03-03").status == 0
    assert run_job(folder, fail_on="never").status == 0
    assert run_job(folder, paths="postmortems/b c.md\npostmortems/a.md").status == 1
    assert [issue["location"]["path"] for issue in issues(folder)] == ["postmortems/b c.md"]
    assert run_job(folder, config="nowhere.yml").status == 2


@pytest.mark.parametrize("args", USABLE)
def test_both_reports_are_written_with_options_of_the_check(args: str, folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))
    write(folder / "known.json", '{"version": 1, "problems": []}')

    done = run_job(folder, args=args)

    assert (done.status, len(issues(folder)), "PM104" in done.out) == (1, 1, True)
    assert [case.find("failure") is not None for case in cases(folder)].count(True) == 1


def test_every_option_that_is_not_tried_here_is_excluded_by_the_page() -> None:
    assert options_of_the_check() - set(" ".join(USABLE).split()) == excluded_args("gitlab.md")


def test_with_a_base_only_what_has_changed_is_reported(clone: Path) -> None:
    done = run_job(clone, diff_base="main")

    assert done.status == 1
    assert [issue["location"]["path"] for issue in issues(clone)] == ["postmortems/b.md"]
    assert git(clone, "rev-parse", "--is-shallow-repository").strip() == "false"


def test_a_clone_with_all_of_the_history_is_no_obstacle(clone: Path) -> None:
    git(clone, "fetch", "--quiet", "--unshallow")

    assert run_job(clone, diff_base="main").status == 1
    assert [issue["location"]["path"] for issue in issues(clone)] == ["postmortems/b.md"]


def test_without_a_base_the_whole_library_is_reported_and_nothing_fetched(clone: Path) -> None:
    assert run_job(clone).status == 1
    assert [issue["location"]["path"] for issue in issues(clone)] == ["postmortems/b.md", "postmortems/old.md"]
    assert git(clone, "rev-parse", "--is-shallow-repository").strip() == "true"


@pytest.mark.parametrize("base", ["nowhere", "--upload-pack=touch pwned", "$(touch pwned)"])
def test_a_base_that_cannot_be_fetched_ends_the_job(base: str, clone: Path) -> None:
    done = run_job(clone, diff_base=base)

    assert done.status > 1
    assert "refs/heads/" in done.err
    assert not (clone / "gl-code-quality-report.json").exists()
    assert not list(clone.parent.rglob("pwned"))


def test_documents_names_and_inputs_that_mean_harm_do_none(folder: Path) -> None:
    write(folder / "postmortems" / HOSTILE_NAME, HOSTILE.replace("014", "015"))

    assert run_job(folder).status == 1
    assert len(issues(folder)) == 1
    assert run_job(folder, paths="$(touch pwned)\n*").status == 2
    assert not list(folder.parent.rglob("pwned"))


@pytest.mark.parametrize(
    ("version", "requirement"),
    [
        ("", "mkdocs-postmortem"),
        ("1.2.3", "mkdocs-postmortem==1.2.3"),
        ("git+https://git.example.org/x@abc", "git+https://git.example.org/x@abc"),
    ],
)
def test_the_version_or_the_address_that_is_named_is_installed(version: str, requirement: str, tmp_path: Path) -> None:
    job = job_of(version=version)
    given = environment(tmp_path / "bin", **job["variables"])
    (tmp_path / "bin/python").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")

    done = run_program(["bash", "-ec", "\n".join(job["before_script"])], tmp_path, given)

    assert done.out.split() == ["-m", "pip", "install", "--quiet", requirement]


def test_every_input_is_used_has_a_default_and_a_description() -> None:
    assert set(_PLACE.findall(json.dumps(JOBS))) == set(INPUTS)
    assert all("default" in entry and entry["description"].endswith(".") for entry in INPUTS.values())


def test_no_script_holds_an_input() -> None:
    (job,) = JOBS.values()

    assert [line for line in (*job["before_script"], *job["script"]) if "$[[" in line] == []


def test_every_input_stands_in_the_page() -> None:
    page = (REPOSITORY / "docs/gitlab.md").read_text(encoding="utf-8")

    assert [name for name in INPUTS if f"`{name}`" not in page] == []
