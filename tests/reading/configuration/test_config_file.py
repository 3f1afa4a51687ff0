"""mkdocs.yml, what it inherits and what it takes from the environment: as MkDocs itself reads them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from mkdocs_postmortem.reading.settings_file import read_options, read_project
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
    assert problem.message == "option title: the environment variable NOT_SET is not set"
    assert problem.hint == "set it, or write !ENV [NOT_SET, default]"


@pytest.mark.parametrize(
    ("option", "place", "name"),
    [
        ("fail_on: !ENV NOT_SET", "4:7", "fail_on"),
        ("folder: !ENV [NOT_SET]", "4:7", "folder"),
        ("customer_names: [!ENV NOT_SET]", "4:24", "customer_names[0]"),
        ("levels: {PM101: !ENV NOT_SET}", "4:16", "levels.PM101"),
        ("views: [{name: a, title: !ENV NOT_SET}]", "4:25", "views[0].title"),
    ],
)
def test_it_is_named_wherever_its_value_is_needed(
    option: str, place: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    path = fill(tmp_path, {"mkdocs.yml": config("list", option)}) / "mkdocs.yml"
    for project in (read_project(None, tmp_path), read_options(block_of_mkdocs(path), path)):
        (problem,) = project.problems

        assert str(problem.location).endswith(f"mkdocs.yml:{place}")
        assert problem.message == f"option {name}: the environment variable NOT_SET is not set"


@pytest.mark.parametrize("option", ["services: {file: !ENV NOT_SET}", "owners: {backstage: [!ENV NOT_SET]}"])
def test_it_is_named_where_it_should_name_a_file(option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    fill(tmp_path, {"mkdocs.yml": config("list", option)})

    (problem,) = read_project(None, tmp_path).problems
    assert problem.message.endswith(": the environment variable NOT_SET is not set")


def test_it_is_named_where_it_should_name_what_is_inherited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    fill(tmp_path, {"mkdocs.yml": "INHERIT: !ENV NOT_SET\n"})

    (problem,) = read_project(None, tmp_path).problems
    assert (str(problem.location), problem.message) == (
        "mkdocs.yml:1:1",
        "INHERIT: the environment variable NOT_SET is not set",
    )


@pytest.mark.parametrize("option", ["as_of: !ENV NOT_SET", "fail_on: !ENV [NOT_SET, never]"])
def test_what_needs_no_value_may_be_unset(option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)

    assert read_project(None, fill(tmp_path, {"mkdocs.yml": config("list", option)})).problems == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("plugins:\n  - postmortem:\n      title: A\n  - search\n  - postmortem\n", ["5:5"]),
        ("plugins:\n  - postmortem\n  - postmortem: {title: B}\n  - postmortem\n", ["3:5", "4:5"]),
        ("plugins:\n  search: {}\n  postmortem: {title: A}\n  postmortem: {title: B}\n", ["4:3"]),
    ],
)
def test_a_second_entry_is_a_problem_at_its_line(text: str, places: list[str], tmp_path: Path) -> None:
    problems = read_project(None, fill(tmp_path, {"mkdocs.yml": text})).problems

    first = 3 if "search: {}" in text else 2
    assert [str(problem.location) for problem in problems] == [f"mkdocs.yml:{place}" for place in places]
    assert {(problem.kind.code, problem.message, problem.hint) for problem in problems} == {
        (
            "PM801",
            f"there are two postmortem entries under plugins, this one and the one on line {first}",
            "keep one of them, with all options",
        )
    }


def test_an_entry_may_replace_that_of_a_merge_key(tmp_path: Path) -> None:
    text = "x: &all {postmortem: {title: A}, search: {}}\nplugins:\n  <<: *all\n  postmortem: {title: B}\n"

    project = read_project(None, fill(tmp_path, {"mkdocs.yml": text}))

    assert (project.problems, project.settings.title) == ((), "B")


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
