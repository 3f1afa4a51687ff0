"""The GitHub Action: its script, run with the files that GitHub would give it, and the shape of action.yml."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

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
from tests.integrations.step import Step
from tests.repositories import commit_all
from tests.sites import REPOSITORY, write

ACTION: Any = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
STEPS: list[Any] = ACTION["runs"]["steps"]
SCRIPTS = sorted((REPOSITORY / "action").glob("*.sh"))
OWN = {"PATH", "RUNNER_TEMP", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "IFS"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "work", {"a.md": GOOD})


def test_good_documents_pass_and_are_counted(folder: Path) -> None:
    step = Step(folder)

    assert (step.ran.status, step.commands) == (0, [])
    assert step.outputs == {"documents": "1", "errors": "0", "warnings": "0", "failed": "0"}
    assert step.summary.startswith("before\n## Postmortem check\n")
    assert "1 document checked, no problem." in step.ran.err


def test_a_bad_document_is_annotated_summed_up_and_fails_the_step(folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))

    step = Step(folder)

    assert step.ran.status == 1
    assert [line.partition("title=")[0] for line in step.commands] == ["::error file=postmortems/b.md,line=4,col=11,"]
    assert step.outputs == {"documents": "2", "errors": "1", "warnings": "0", "failed": "1"}
    assert "4:11 PM104 unknown-severity" in step.summary


def test_the_report_for_code_scanning_is_written_when_asked_for(folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))

    step = Step(folder, sarif="true")
    (run,) = json.loads(Path(step.outputs["sarif_file"]).read_text(encoding="utf-8"))["runs"]

    assert step.ran.status == 1
    assert [result["ruleId"] for result in run["results"]] == ["PM104"]
    assert "sarif_file" not in Step(folder, sarif="false").outputs


def test_documents_and_names_that_mean_harm_do_none(folder: Path) -> None:
    write(folder / "postmortems" / HOSTILE_NAME, HOSTILE.replace("014", "015"))

    step = Step(folder, sarif="true")

    assert step.ran.status == 1
    assert [line[:13] for line in step.commands] == ["::error file="]
    assert step.outputs["failed"] == "1"
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(step.summary)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not list(folder.parent.rglob("pwned"))


def test_inputs_that_mean_harm_are_words_and_no_commands(folder: Path) -> None:
    step = Step(folder, paths="$(touch pwned)\n*", args="--ignore ;touch${IFS}pwned", config="`touch pwned`")

    assert step.ran.status == 2
    assert not list(folder.parent.rglob("pwned"))


def test_settings_that_cannot_be_used_end_the_step_with_their_place(folder: Path) -> None:
    write(folder / "mkdocs.yml", "plugins:\n  - postmortem:\n      folderr: x\n")

    step = Step(folder, sarif="true")

    assert step.ran.status == 2
    assert "mkdocs.yml:3:7 PM801" in step.ran.err
    assert step.summary.endswith("## Postmortem check\n\nIt could not run. The log of the step says why.\n")
    assert step.outputs == {}


def test_paths_stand_one_a_line_and_may_hold_blanks(folder: Path) -> None:
    for number, name in enumerate(("with blank.md", "c.md", "d.md")):
        write(folder / "postmortems" / name, BAD.replace("014", f"10{number}"))

    step = Step(folder, paths="postmortems/with blank.md\npostmortems/c.md\n")

    assert step.outputs["documents"] == step.outputs["errors"] == "2"


def test_options_and_levels_are_handed_on(folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))

    assert Step(folder, args="--ignore PM104 --as-of 2026-03-03").ran.status == 0
    never = Step(folder, fail_on="never")
    assert (never.ran.status, never.outputs["errors"], never.outputs["failed"]) == (0, "1", "0")


@pytest.mark.parametrize("args", USABLE)
def test_lines_summary_and_numbers_are_written_with_options_of_the_check(args: str, folder: Path) -> None:
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))
    write(folder / "known.json", '{"version": 1, "problems": []}')

    step = Step(folder, args=args)

    assert (step.ran.status, len(step.commands), step.outputs["failed"]) == (1, 1, "1")
    assert "4:11 PM104 unknown-severity" in step.summary


def test_every_option_that_is_not_tried_here_is_excluded_by_the_page() -> None:
    assert options_of_the_check() - set(" ".join(USABLE).split()) == excluded_args("github.md")


def test_another_configuration_gives_paths_from_the_root(folder: Path) -> None:
    write(folder / "site/mkdocs.yml", "plugins:\n  - postmortem:\n      folder: incidents\n")
    write(folder / "site/incidents/b.md", BAD)

    assert "file=site/incidents/b.md,line=4" in "".join(Step(folder, config="site/mkdocs.yml").commands)


def test_with_a_base_only_what_has_changed_is_reported(folder: Path) -> None:
    write(folder / "postmortems/old.md", BAD.replace("014", "013"))
    commit_all(folder, branch="topic")
    write(folder / "postmortems/b.md", BAD.replace("014", "015"))
    commit_all(folder)

    step = Step(folder, diff_base="main")

    assert [line.split(",")[0] for line in step.commands] == ["::error file=postmortems/b.md"]


def test_the_installer_takes_what_it_came_with_or_the_version_that_is_named(tmp_path: Path) -> None:
    given = environment(tmp_path / "bin", RUNNER_TEMP=str(tmp_path))
    python = tmp_path / "bin/python3"
    python.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\necho "$@"\\n\' >"$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    script = ["sh", str(REPOSITORY / "action/install.sh")]

    beside = run_program(script, tmp_path, given)
    named = run_program(script, tmp_path, {**given, "INPUT_VERSION": "1.2.3"})

    assert Path(beside.out.split()[-1]).resolve() == REPOSITORY.resolve()
    assert named.out.split()[-1] == "mkdocs-postmortem==1.2.3"
    assert "-m pip install" in named.out


def test_every_input_reaches_a_step_and_every_output_leaves_one() -> None:
    text = json.dumps(STEPS)
    written = set(
        re.findall(r"\b(documents|errors|warnings|failed|sarif_file)\b", SCRIPTS[0].read_text(encoding="utf-8"))
    )

    assert [name for name in ACTION["inputs"] if not re.search(rf"inputs\.{name}\b", text)] == []
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])
    assert set(ACTION["outputs"]) == written
    assert all(entry["value"] == f"${{{{ steps.check.outputs.{name} }}}}" for name, entry in ACTION["outputs"].items())


def test_no_script_holds_an_expression_of_the_workflow() -> None:
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []
    assert all(step.get("shell") for step in STEPS if "run" in step)


def test_every_variable_of_a_script_is_given_by_a_step() -> None:
    given = {name for step in STEPS for name in step.get("env", {})} | OWN
    used = {name for script in SCRIPTS for name in re.findall(r"\$\{?([A-Z_]+)", script.read_text(encoding="utf-8"))}

    assert used - given == set()
    assert given - used - OWN == {"ACTION_PATH"}


def test_other_actions_are_named_by_a_version() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]

    assert [name.partition("@")[0] for name in used] == ["actions/setup-python", "github/codeql-action/upload-sarif"]
    assert all(re.fullmatch(r"v\d+|[0-9a-f]{40}", name.partition("@")[2]) for name in used)


@pytest.mark.parametrize("kind", ["inputs", "outputs"])
def test_every_input_and_output_stands_in_the_page(kind: str) -> None:
    page = (REPOSITORY / "docs/github.md").read_text(encoding="utf-8")

    assert [name for name in ACTION[kind] if f"`{name}`" not in page] == []


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="needs shellcheck")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_has_nothing_to_say(script: Path) -> None:
    assert run_program(["shellcheck", str(script)], REPOSITORY, os.environ) == Ran(0, "", "")
