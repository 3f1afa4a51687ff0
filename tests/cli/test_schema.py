"""`postmortem schema`: JSON Schemas on standard output or in a file, by the settings of the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from mkdocs_postmortem.cli.schema import schema
from mkdocs_postmortem.exporting.schemas import SUBJECTS
from tests.cli.projects import data, run
from tests.sites import make_project, write


def test_front_matter_is_described_by_the_settings_of_the_project(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", "plugins:\n  - postmortem:\n      severities: [{name: major, label: Big}]\n")

    printed = data(tmp_path, "schema")

    assert printed["properties"]["severity"]["anyOf"][0] == {"enum": ["major"]}


def test_another_configuration_can_be_named(tmp_path: Path) -> None:
    write(tmp_path / "other.yml", "plugins:\n  - postmortem:\n      audiences: [internal, staff]\n")

    printed = data(tmp_path, "schema", "--config", "other.yml")

    assert printed["properties"]["audience"]["anyOf"][0] == {"enum": ["internal", "staff"]}


def test_words_of_a_language_pass_when_it_is_asked_for(tmp_path: Path) -> None:
    values = {"Schweregrad": "hoch", "status": "draft", "Beginn": "2026-03-01T14:05Z", "Dienste": ["checkout"]}

    english, german = data(tmp_path, "schema"), data(tmp_path, "schema", "--language", "de", "--language", "fr")

    assert not Draft7Validator(english).is_valid(values)
    assert Draft7Validator(german).is_valid(values)


def test_settings_are_described_for_everybody_alike(tmp_path: Path) -> None:
    printed = data(make_project(tmp_path), "schema", "--for", "settings")

    assert "folder" in printed["definitions"]["block"]["properties"]


def test_a_file_gets_what_would_be_printed(tmp_path: Path) -> None:
    printed = run(tmp_path, "schema")

    result = run(tmp_path, "schema", "-o", "front-matter.schema.json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "front-matter.schema.json").read_text(encoding="utf-8") == printed.stdout


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    result = run(tmp_path, "schema", "--output", "schema/v1/front-matter.schema.json")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert json.loads((tmp_path / "schema/v1/front-matter.schema.json").read_text(encoding="utf-8"))["title"]


def test_a_file_that_cannot_be_written_ends_the_command_with_status_two(tmp_path: Path) -> None:
    write(tmp_path / "taken", "a file")

    result = run(tmp_path, "schema", "-o", "taken/schema.json")

    assert result.exit_code == 2
    assert result.stderr == "postmortem: taken/schema.json: the file cannot be written: Not a directory\n"


@pytest.mark.parametrize("arguments", [("--for", "catalog"), ("--language", "xx"), ("--language", "en"), ("a.md",)])
def test_wrong_usage_ends_with_status_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, "schema", *arguments).exit_code == 2


def test_settings_that_cannot_be_used_are_told_with_their_place(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", "plugins:\n  - postmortem:\n      folderr: x\n")

    result = run(tmp_path, "schema")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "mkdocs.yml:3:7 PM801" in result.stderr


def test_every_schema_can_be_asked_for() -> None:
    (option,) = [option for option in schema.params if option.name == "subject"]
    assert json.loads(json.dumps(getattr(option.type, "choices", None))) == list(SUBJECTS)
