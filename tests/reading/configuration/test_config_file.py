"""mkdocs.yml, what it inherits and what it takes from the environment: as MkDocs itself reads them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from mkdocs_postmortem.reading.settings_file import read_project
from tests.projects import fill

BLOCKS = {
    "list": "plugins:\n  - search\n  - postmortem:\n",
    "mapping": "plugins:\n  search: {}\n  postmortem:\n",
}


def config(form: str, *options: str, head: str = "") -> str:
    """Return a mkdocs.yml whose plugins are written in this form."""
    return head + BLOCKS[form] + "".join(f"      {option}\n" for option in options)


def block_of_mkdocs(path: Path) -> dict[str, Any]:
    """Return the options that MkDocs would hand to the plugin."""
    with path.open("rb") as file:
        plugins = yaml_load(file)["plugins"]
    entries = plugins if isinstance(plugins, dict) else {k: v for entry in plugins[1:] for k, v in entry.items()}
    return dict(entries["postmortem"])


@pytest.mark.parametrize("parent", ["list", "mapping"])
@pytest.mark.parametrize("child", ["list", "mapping"])
def test_blocks_of_parent_and_child_are_merged_as_mkdocs_does(parent: str, child: str, tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "base.yml": config(parent, "title: Parent", "fail_on: warning", "levels: {PM101: off, PM102: off}"),
            "mkdocs.yml": config(child, "title: Child", "levels: {PM101: warning}", head="INHERIT: base.yml\n"),
        },
    )

    project = read_project(None, tmp_path)

    assert project.problems == ()
    assert project.written.plain() == block_of_mkdocs(tmp_path / "mkdocs.yml")
    merged = {"PM101": "warning", "PM102": "off"} if parent == child == "mapping" else {"PM101": "warning"}
    assert (project.settings.title, project.settings.levels) == ("Child", merged)


@pytest.mark.parametrize("head", ["", "plugins: {search: {}}\n"])
def test_a_child_without_a_block_of_its_own_has_the_parents(head: str, tmp_path: Path) -> None:
    fill(tmp_path, {"base.yml": config("mapping", "title: Parent"), "mkdocs.yml": f"INHERIT: base.yml\n{head}"})

    assert read_project(None, tmp_path).settings.title == "Parent"


def test_a_childs_list_of_plugins_replaces_the_parents(tmp_path: Path) -> None:
    files = {"base.yml": config("mapping", "title: Parent"), "mkdocs.yml": "INHERIT: base.yml\nplugins: [search]\n"}

    assert read_project(None, fill(tmp_path, files)).settings.title == "Postmortems"


def test_a_grandparent_counts_and_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    files = {
        "shared/base.yml": config("mapping", "title: Grandparent", "fail_on: never") + "docs_dir: pages\n",
        "shared/team.yml": config("mapping", "title: Parent", head="INHERIT: base.yml\n"),
        "mkdocs.yml": "INHERIT: shared/team.yml\n",
    }

    project = read_project(None, fill(tmp_path, files))

    assert (project.settings.title, project.settings.fail_on, project.docs_dir) == ("Parent", "never", "pages")
    assert project.root == tmp_path
    assert [path.name for path in project.sources] == ["mkdocs.yml", "team.yml", "base.yml"]


def test_a_problem_names_the_file_that_holds_the_line(tmp_path: Path) -> None:
    files = {
        "shared/base.yml": config("mapping", "titel: x", "fail_on: never"),
        "mkdocs.yml": config("mapping", "fail_on: no", head="INHERIT: shared/base.yml\n"),
    }

    places = [str(problem.location) for problem in read_project(None, fill(tmp_path, files)).problems]

    assert places == ["mkdocs.yml:5:7", "shared/base.yml:4:7"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"mkdocs.yml": "INHERIT: base.yml\n"}, 'mkdocs.yml:1:1 INHERIT: "base.yml" is no file'),
        ({"mkdocs.yml": "x: 1\nINHERIT: [a]\n"}, "mkdocs.yml:2:1 INHERIT: it must be text, not a list"),
        ({"mkdocs.yml": f"INHERIT: {'x' * 300}\n"}, f'mkdocs.yml:1:1 INHERIT: "{"x" * 300}" is no file'),
        ({"mkdocs.yml": 'INHERIT: "a\\0b"\n'}, "mkdocs.yml:1:1 INHERIT: "),
        ({"mkdocs.yml": "INHERIT: mkdocs.yml\n"}, 'mkdocs.yml:1:1 INHERIT: "mkdocs.yml" inherits this file'),
        (
            {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "INHERIT: mkdocs.yml\n"},
            'base.yml:1:1 INHERIT: "mkdocs.yml" inherits this file',
        ),
        ({"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "a: [\n"}, "base.yml:2:1 the file cannot be read: "),
    ],
)
def test_what_cannot_be_inherited_is_a_problem(files: dict[str, str], message: str, tmp_path: Path) -> None:
    (problem,) = read_project(None, fill(tmp_path, files)).problems

    assert f"{problem.location} {problem.message}".startswith(message)


@pytest.mark.parametrize(
    ("value", "environment"),
    [
        ("!ENV LEVEL", {"LEVEL": "warning"}),
        ("!ENV [LEVEL]", {"LEVEL": "warning"}),
        ("!ENV [NONE, LEVEL, error]", {"LEVEL": "warning"}),
        ("!ENV [LEVEL, OTHER, error]", {"LEVEL": "warning", "OTHER": "never"}),
        ("!ENV [NONE, warning]", {}),
    ],
)
def test_variables_are_read_as_mkdocs_reads_them(
    value: str, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    fill(tmp_path, {"mkdocs.yml": config("list", f"fail_on: {value}")})

    project = read_project(None, tmp_path)

    assert (project.problems, project.settings.fail_on) == ((), "warning")
    assert block_of_mkdocs(tmp_path / "mkdocs.yml") == {"fail_on": "warning"}


@pytest.mark.parametrize(
    "text", ["true", "12", "1.5", "12:30", "2026-03-01", "", "{a: b}", "[x]", "off", "~", "text: x"]
)
def test_variables_have_the_types_that_mkdocs_gives_them(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANY", text)
    fill(tmp_path, {"mkdocs.yml": config("list", "title: !ENV ANY")})

    assert read_project(None, tmp_path).written.plain() == block_of_mkdocs(tmp_path / "mkdocs.yml")


def test_a_variable_that_is_not_set_is_a_problem_at_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    fill(tmp_path, {"mkdocs.yml": config("list", "fail_on: error", "title: !ENV NOT_SET")})

    (problem,) = read_project(None, tmp_path).problems

    assert str(problem.location) == "mkdocs.yml:5:7"
    assert problem.message == "option title: it has no value"


def test_a_folder_of_the_environment_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, {"mkdocs.yml": config("list", "folder: !ENV WHERE"), "incidents/a.md": "x"})
    found = {}
    for folder in ("incidents", "nowhere", "..", "/tmp"):  # noqa: S108  # a path outside
        monkeypatch.setenv("WHERE", folder)
        found[folder] = [problem.message for problem in read_project(None, tmp_path).problems]

    assert found.pop("incidents") == []
    assert set(map(tuple, found.values())) == {("folder: what !ENV WHERE holds is no folder below mkdocs.yml",)}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
@pytest.mark.parametrize("target", ["/dev/zero", "."])
def test_devices_and_folders_are_no_configuration(target: str, tmp_path: Path) -> None:
    fill(tmp_path, {"mkdocs.yml": f"INHERIT: {target}\n"})

    assert len(read_project(None, tmp_path).problems) == 1
    assert len(read_project(Path(target), tmp_path).problems) == 1


@pytest.mark.parametrize(
    ("docs_dir", "fault"),
    [
        ("x" * 300, "a path has at most 2000 bytes, and each name in it 255"),
        ('"a\\0b"', "it holds a character that no path can hold"),
    ],
)
def test_a_docs_dir_that_can_be_no_folder_is_a_problem(docs_dir: str, fault: str, tmp_path: Path) -> None:
    fill(tmp_path, {"mkdocs.yml": f"site_name: x\ndocs_dir: {docs_dir}\n"})

    project = read_project(None, tmp_path)

    assert [f"{p.location} {p.message}" for p in project.problems] == [f"mkdocs.yml:2:1 docs_dir: {fault}"]
    assert project.docs_dir == "docs"


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
@pytest.mark.parametrize(
    "make",
    [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path.name), lambda path: path.symlink_to("gone")],
    ids=["a folder", "a pipe", "a link to itself", "a link to nothing"],
)
def test_a_configuration_that_is_no_file_does_not_count_as_absent(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    make(tmp_path / "mkdocs.yml")

    (problem,) = read_project(None, tmp_path).problems

    assert str(problem).startswith("mkdocs.yml:1:1 PM801 invalid-setting: the file cannot be read: ")


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_a_list_that_is_a_pipe_is_said_to_be_no_file(tmp_path: Path) -> None:
    fill(tmp_path, {"mkdocs.yml": config("list", "incidents_csv: list.csv")})
    os.mkfifo(tmp_path / "list.csv")

    (problem,) = read_project(None, tmp_path).problems

    assert problem.message == 'incidents_csv: "list.csv" is no file'
