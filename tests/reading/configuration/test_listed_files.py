"""Services, owners, tags and categories from files: read like settings, wrong like settings, and only from inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.reading.settings_file import Project, read_project
from tests.projects import fill
from tests.reading.configuration.wrong_settings import config_of


def project_of(root: Path, block: str, **files: str) -> Project:
    """Return the project of a block beside files, whose names have a dash for each underscore and a dot for two."""
    named = {name.replace("__", ".").replace("_", "-"): text for name, text in files.items()}
    return read_project(None, fill(root, {"mkdocs.yml": config_of(block), **named}))


def told(project: Project) -> list[str]:
    """Return place, message and hint of every problem."""
    return [f"{p.location} {p.message}; {p.hint}" for p in project.problems]


@pytest.mark.parametrize(
    "block",
    ["services: {file: services.yml}", "services: [{file: services.yml}]", "services:\n  - file: ./services.yml"],
)
def test_a_list_may_stand_in_a_file(block: str, tmp_path: Path) -> None:
    project = project_of(tmp_path, block, services__yml="- {name: checkout, owner: team-a}\n- search\n")

    assert told(project) == []
    assert [(s.name, s.owner) for s in project.settings.services] == [("checkout", "team-a"), ("search", None)]


def test_lists_mix_what_stands_in_them_with_files(tmp_path: Path) -> None:
    block = "tags:\n  - database\n  - {file: tags.txt}\n  - {file: more.yaml}\nfactor_categories: {file: tags.txt}"

    project = project_of(tmp_path, block, tags__txt="# ours\nmobile\n\n  certificates \n", more__yaml="[dns]\n")

    assert project.settings.tags == ("database", "mobile", "certificates", "dns")
    assert project.settings.factor_categories == ("mobile", "certificates")
    assert [path.name for path in project.sources] == ["mkdocs.yml", "tags.txt", "more.yaml", "tags.txt"]


def test_what_stands_in_the_list_wins_over_a_file(tmp_path: Path) -> None:
    block = "services:\n  - {file: services.yml}\n  - {name: Checkout, owner: ours}"

    project = project_of(tmp_path, block, services__yml="- {name: checkout, owner: theirs}\n- search\n")

    assert [(s.name, s.owner) for s in project.settings.services] == [("search", None), ("Checkout", "ours")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- {name: a, ownr: b}\n", '1:13 option services[0].ownr is not known; did you mean "owner"?'),
        ("- a\n- 5\n", "2:3 option services[1]: it must hold options, not a whole number; write {option: value}"),
        ("- a\n- b\n- A\n", '3:3 services: "A" stands for both a and A; leave one out'),
        ("a: b\n", "1:1 the file holds no list; write one `- entry` a line"),
        ("- a\n---\n- b\n", "1:1 the file holds no list; write one `- entry` a line"),
        (
            "- &a b\n- *a\n",
            (
                "1:3 the file cannot be read: anchors, aliases and tags are not read here; write the value out; "
                "correct the file"
            ),
        ),
        (
            "- !ENV HOME\n",
            (
                "1:3 the file cannot be read: anchors, aliases and tags are not read here; write the value out; "
                "correct the file"
            ),
        ),
        ("- [\n", "2:1 the file cannot be read: did not find expected node content; correct the file"),
        ("- {a: 1, a: 2, name: x}\n", '1:10 "a" already stands on line 1; keep one of them'),
    ],
)
def test_what_is_wrong_in_a_file_is_said_at_its_line_there(text: str, line: str, tmp_path: Path) -> None:
    project = project_of(tmp_path, "services: {file: services.yml}", services__yml=text)

    assert f"services.yml:{line}" in told(project)
    assert {problem.kind.code for problem in project.problems} == {"PM801"}


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (
            "tags: {file: no.txt}",
            '5:14 tags: file "no.txt" does not exist; paths are relative to mkdocs.yml',
        ),
        ("tags: [a, {file: tags.csv}]", '5:18 tags: "tags.csv" is no .yml, .yaml or .txt file; name one'),
        ("tags: {file: 5}", '5:14 tags: "5" is no .yml, .yaml or .txt file; name one'),
        (
            "tags: {file: empty.txt}",
            '5:14 tags: file "empty.txt" holds no entry; an empty list would allow anything',
        ),
        (
            "services: {backstage: 'x/*.yaml'}",
            '5:18 services: no file matches backstage "x/*.yaml"; ** stands for any folders',
        ),
        (
            "services: {backstage: [../*.yaml]}",
            (
                '5:30 services: backstage "../*.yaml" is no pattern of paths below mkdocs.yml; '
                "write one such as catalog/**/*.yaml"
            ),
        ),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_where_it_is_named(block: str, line: str, tmp_path: Path) -> None:
    project = project_of(tmp_path, block, empty__txt="# none\n")

    assert told(project) == [f"mkdocs.yml:{line}"]


@pytest.mark.parametrize(
    "name", ["../tags.txt", "/etc/tags.txt", "a/../../tags.txt", ".git/tags.txt", "link.txt", "far/tags.txt"]
)
def test_files_outside_and_behind_links_are_refused(name: str, tmp_path: Path) -> None:
    root = fill(tmp_path / "project", {".git/tags.txt": "secret", "real.txt": "secret", "a/x": ""})
    fill(tmp_path, {"tags.txt": "secret", "far/tags.txt": "secret"})
    (root / "link.txt").symlink_to("real.txt")
    (root / "far").symlink_to(tmp_path / "far")

    project = project_of(root, f"tags: {{file: {name}}}")

    hint = "files lie beside mkdocs.yml or below, and are no links"
    assert told(project) == [f'mkdocs.yml:5:14 tags: file "{name}" lies outside of the project; {hint}']
    assert project.settings.tags == ()


def test_files_lie_beside_the_configuration_that_is_named(tmp_path: Path) -> None:
    fill(tmp_path, {"trusted/mkdocs.yml": config_of("tags: {file: tags.yml}"), "trusted/tags.yml": "- 5\n"})

    project = read_project(tmp_path / "trusted/mkdocs.yml", tmp_path)

    (problem,) = project.problems
    assert problem.location.path == str(tmp_path / "trusted/tags.yml")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    project = project_of(tmp_path, "tags: {file: tags.txt}", tags__txt="x" * 1_100_000)

    assert any("it is larger than 1024 KiB" in line for line in told(project))


def test_names_of_a_list_that_could_not_be_read_are_not_judged(tmp_path: Path) -> None:
    block = "services: [checkout, {file: no.yml}]\nwhen: [{services: search, levels: {PM101: off}}]"

    assert len(told(project_of(tmp_path, block))) == 1
