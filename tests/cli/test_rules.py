"""`postmortem rule` and `postmortem rules`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.problems import CATALOGUE
from tests.cli.projects import run


@pytest.mark.parametrize("reference", ["PM301", "pm301", "ownerless-item"])
def test_rule_is_found_by_code_and_name(reference: str, tmp_path: Path) -> None:
    result = run(tmp_path, "rule", reference)

    assert result.exit_code == 0
    assert result.stdout.startswith("PM301 ownerless-item (error, warning in a draft)\n")


def test_rule_tells_what_why_source_examples_and_settings(tmp_path: Path) -> None:
    text = run(tmp_path, "rule", "PM316").stdout

    for part in (
        "\nAn open action item is past its due date.\n",
        "Source: Google SRE Workbook, chapter 10 (https://sre.google/workbook/postmortem-culture/)",
        "\nWith the problem:\n    # mkdocs.yml: as_of: 2026-04-02\n    - [ ] Page when 90% of the pool is in use\n",
        "\nWithout it:\n",
        "\nSettings: `levels`, `as_of`.\n",
    ):
        assert part in text


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_kind_can_be_explained_without_a_project(code: str, tmp_path: Path) -> None:
    result = run(tmp_path, "rule", code)

    assert result.exit_code == 0
    assert result.stdout.replace("\n", "").isprintable()


def test_unknown_reference_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    result = run(tmp_path, "rule", "ownerles-item")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        'postmortem: "ownerles-item" is no code or name of a problem; did you mean "ownerless-item"?\n'
    )


def test_hostile_reference_is_shown_and_not_sent(tmp_path: Path) -> None:
    assert "\x1b" not in run(tmp_path, "rule", "\x1b[2J").stderr


def test_rules_lists_every_kind_with_its_levels(tmp_path: Path) -> None:
    lines = run(tmp_path, "rules").stdout.splitlines()

    assert lines[0].split() == ["CODE", "NAME", "LEVEL", "DRAFT", "FIXABLE"]
    assert [line.split()[0] for line in lines[1:]] == list(CATALOGUE)
    assert ["PM125", "title-convention", "off", "off", "no"] in [line.split() for line in lines]
    assert ["PM301", "ownerless-item", "error", "warning", "no"] in [line.split() for line in lines]
