"""What is wrong with settings is said at its line, by the command and by the plugin alike, all in one run."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.settings_file import read_options, read_project
from tests.cli.projects import inside
from tests.reading.configuration.wrong_settings import HEAD, WRONG, config_of
from tests.sites import write

UNREADABLE_FOR_MKDOCS = ("title: !!python", "? [a]", "as_of: 2026-13-45", "timezone: !!", "title: !ENV {")
"""MkDocs itself stops at these, or imports what they name."""


def brief(problem: Problem) -> str:
    """Return "line:column message; hint"."""
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{problem.location.line}:{problem.location.column} {problem.message}{hint}"


def test_there_are_over_forty_of_them() -> None:
    assert len({block for block, _ in WRONG}) == len(WRONG) > 40


@pytest.mark.parametrize(("block", "line"), WRONG)
def test_it_is_said_once_at_its_line(block: str, line: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", config_of(block))

    found = [brief(problem) for problem in read_project(None, tmp_path).problems]

    assert found == [line]


@pytest.mark.parametrize("block", [block for block, _ in WRONG if not block.startswith(UNREADABLE_FOR_MKDOCS)])
def test_the_plugin_says_the_same(block: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", config_of(block))
    options = yaml_load(config_of(block), get_yaml_loader())["plugins"][1]["postmortem"]

    with inside(tmp_path):
        by_plugin = read_options(options, tmp_path / "mkdocs.yml").problems

    assert by_plugin == read_project(None, tmp_path).problems
    assert [str(problem.location).partition(":")[0] for problem in by_plugin] == ["mkdocs.yml"]


def test_all_that_is_wrong_is_said_in_one_run(tmp_path: Path) -> None:
    block = (
        "folderr: x\nfail_on: loud\nservices:\n  - {nam: a, name: a}\n  - b\n  - b\n"
        "levels:\n  PM101: loud\n  PM999: off\nwhen:\n  - {status: x, levels: {PM1: off}}\n"
        "  - {status: draft, require: {feilds: [id]}}\n"
        "  - {kind: x, levels: {PM101: off}}"
    )
    write(tmp_path / "mkdocs.yml", config_of(block))

    lines = [problem.location.line for problem in read_project(None, tmp_path).problems]

    assert lines == [5, 6, 8, 10, 12, 13, 15, 15, 16, 17]


def test_what_rests_on_a_refused_option_is_not_blamed(tmp_path: Path) -> None:
    block = (
        "severities: [{name: big, labl: Big}]\nimpact_thresholds: [{severity: big, data_loss: true}]\n"
        "when: [{severity: big, levels: {PM101: off}}]\ndeadlines: {review: {big: 5d}}"
    )
    write(tmp_path / "mkdocs.yml", config_of(block))

    lines = [brief(problem) for problem in read_project(None, tmp_path).problems]

    assert lines == [
        "5:20 option severities[0].label: it is missing; add it",
        '5:32 option severities[0].labl is not known; did you mean "label"?',
    ]


@pytest.mark.parametrize("value", ["[a]", "5", "text"])
def test_a_block_that_holds_no_options_is_refused(value: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", f"plugins:\n  - postmortem: {value}\n")

    assert [brief(problem) for problem in read_project(None, tmp_path).problems] == [
        "2:5 the postmortem block holds no options; write one `option: value` a line below it"
    ]


@pytest.mark.parametrize("text", [f"{HEAD}", "plugins: [postmortem]\n", "plugins: {postmortem: }\n", "site_name: x\n"])
def test_a_block_without_options_is_fine(text: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", text)

    assert read_project(None, tmp_path).problems == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: [\n", "2:1 the file cannot be read: did not find expected node content"),
        (f"plugins:\n  - postmortem: {'[' * 99}", "2:74 the file cannot be read: it is nested too deeply"),
        ("plugins:\n- postmortem: &a\n    title: *a", "3:5 the file cannot be read: an alias stands inside of"),
        ("plugins:\n- postmortem: &a\n    <<: *a", "2:15 the file cannot be read: an alias stands inside of"),
        ("a: \udcff", "1:1 the file cannot be read: it is not UTF-8 text"),
        ("a: *hunter2", "1:4 the file cannot be read: found undefined alias; correct the file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(text: str, line: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", text.encode("utf-8", "surrogateescape"))

    (problem,) = read_project(None, tmp_path).problems

    assert brief(problem).startswith(line)
    assert "hunter2" not in str(problem)


def test_aliases_and_merge_keys_are_written_out_as_mkdocs_does(tmp_path: Path) -> None:
    write(
        tmp_path / "mkdocs.yml",
        "x: &common {fail_on: warning, title: Common}\nplugins:\n  - postmortem:\n      <<: *common\n"
        "      title: Own\n      tags: &t [a]\n      audiences: [internal, public]\n",
    )

    project = read_project(None, tmp_path)

    assert (project.problems, project.settings.title, project.settings.fail_on) == ((), "Own", "warning")


def test_aliases_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    write(tmp_path / "mkdocs.yml", "\n".join([*lines, "plugins:", "  - postmortem: {tags: *a8}"]))

    (problem,) = read_project(None, tmp_path).problems

    assert "too many values once its aliases are written out" in problem.message


def test_merge_keys_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9)]
    write(tmp_path / "mkdocs.yml", "\n".join([*lines, "plugins:", "  - postmortem: {<<: *a8}"]))

    (problem,) = read_project(None, tmp_path).problems

    assert "too many values once its aliases are written out" in problem.message
