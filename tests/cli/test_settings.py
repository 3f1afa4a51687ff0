"""`postmortem settings`: every option, its value, and where that came from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.settings import Settings
from tests.cli.projects import data, run
from tests.projects import fill

MKDOCS = """\
INHERIT: base.yml
plugins:
  postmortem:
    title: !ENV [TITLE, Incidents]
    as_of: 2026-03-10
    deadlines: {preset: pagerduty, items: {P0: 36h}}
    timeline_gap: 90min
    tags: [{file: tags.txt}]
    conventions: {title: "[A-Z].*"}
"""
BASE = "plugins:\n  postmortem:\n    fail_on: warning\n    levels: {PM101: off}\n    title: Base\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path, {"mkdocs.yml": MKDOCS, "base.yml": BASE, "tags.txt": "database\nmobile\n"})


def origins(folder: Path, *arguments: str) -> dict[str, tuple[Any, str]]:
    """Return value and origin of each option: "mkdocs.yml:4", or the kind with its name."""
    found = {}
    for option in data(folder, "settings", "--format", "json", *arguments):
        origin = option["origin"]
        told = f"{origin['path']}:{origin['line']}" if "path" in origin else origin["kind"]
        found[option["option"]] = (option["value"], " ".join((told, *([origin["name"]] if "name" in origin else []))))
    return found


def test_every_option_is_listed(folder: Path) -> None:
    names = {name.partition(".")[0].partition("[")[0] for name in origins(folder)}
    assert names == set(Settings.model_fields)


@pytest.mark.parametrize(
    ("option", "value", "origin"),
    [
        ("folder", "postmortems", "default"),
        ("title", "Incidents", "mkdocs.yml:4"),
        ("fail_on", "warning", "base.yml:3"),
        ("levels.PM101", "off", "base.yml:4"),
        ("as_of", "2026-03-10", "mkdocs.yml:5"),
        ("timeline_gap", "90min", "mkdocs.yml:7"),
        ("timeline_slack", "1d", "default"),
        ("deadlines.preset", "pagerduty", "mkdocs.yml:6"),
        ("deadlines.review.sev0", "3d", "preset pagerduty"),
        ("deadlines.items.P0", "36h", "mkdocs.yml:6"),
        ("deadlines.draft", "30d", "default"),
        ("tags[0]", "database", "tags.txt:1"),
        ("tags[1]", "mobile", "tags.txt:2"),
        ("conventions.title", "[A-Z].*", "mkdocs.yml:9"),
        ("conventions.file_name", None, "default"),
        ("required.fields", ["severity", "status", "started_at", "services"], "default"),
        ("html", "sanitize", "default"),
    ],
)
def test_each_value_tells_where_it_came_from(option: str, value: Any, origin: str, folder: Path) -> None:
    assert origins(folder)[option] == (value, origin)


def test_the_command_line_wins_and_is_named(folder: Path) -> None:
    found = origins(folder, "--fail-on", "never", "--as-of", "2026-04-01")
    assert (found["fail_on"], found["as_of"]) == (("never", "command line"), ("2026-04-01", "command line"))


def test_plain_values_that_stand_for_blocks_are_found(tmp_path: Path) -> None:
    fill(tmp_path, {"mkdocs.yml": "plugins:\n  - postmortem:\n      deadlines: google\n      services: [checkout]\n"})
    found = origins(tmp_path)
    assert found["deadlines.preset"] == ("google", "mkdocs.yml:3")
    assert found["deadlines.review.default"] == ("7d", "preset google")
    assert found["deadlines.draft"] == ("30d", "default")
    assert found["services[0]"] == ({"name": "checkout"}, "mkdocs.yml:4")


def test_without_a_configuration_all_is_default(tmp_path: Path) -> None:
    assert {origin for _, origin in origins(tmp_path).values()} == {"default"}


def test_what_the_environment_says_is_named_and_not_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TITLE", "hunter2")
    assert origins(folder)["title"] == ("!ENV TITLE", "mkdocs.yml:4")


def test_text_is_one_line_for_each_option(folder: Path) -> None:
    lines = run(folder, "settings").stdout.splitlines()
    (title,) = [line for line in lines if line.startswith("title ")]
    assert title.split() == ["title", "Incidents", "mkdocs.yml:4"]
    (scale,) = [line for line in lines if line.startswith("severities[0]")]
    assert "{name: sev0, label: Critical" in scale
    assert "…" in scale
    (zone,) = [line for line in lines if line.startswith("timezone")]
    assert "not set" in zone


def test_settings_that_cannot_be_used_end_with_status_two(tmp_path: Path) -> None:
    result = run(fill(tmp_path, {"mkdocs.yml": "plugins: [{postmortem: {folderr: x}}]\n"}), "settings")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("mkdocs.yml:1:25 PM801")
