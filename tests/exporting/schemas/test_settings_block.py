"""The schema of the settings takes every block of the documentation, and refuses what the settings refuse."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from mkdocs_postmortem.exporting.schemas.examples import SETTINGS
from mkdocs_postmortem.settings import Settings
from tests.exporting.schemas.schemas import faults, settings_schema, tree
from tests.sites import REPOSITORY

SCHEMA = settings_schema()
PAGE = (REPOSITORY / "docs" / "settings.md").read_text(encoding="utf-8")
BLOCKS = [block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if not block.startswith("theme:")]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: dates, yes, no, on and off are words."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false", re.IGNORECASE), list("tTfF"))


def options_of(block: str) -> str:
    """Return the text of a mkdocs.yml with the block of an example in its place."""
    if block.startswith("plugins:"):
        return block
    head = "plugins:\n" + ("" if block.startswith("  - postmortem") else "  - postmortem:\n")
    return head + block


def plain(value: Any) -> Any:
    """Return YAML 1.1 values as JSON has them: dates become text, keys become text."""
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def of_settings(**options: Any) -> Any:
    return {"plugins": [{"postmortem": options}]}


@pytest.mark.parametrize("loader", [yaml.SafeLoader, EditorLoader], ids=["as MkDocs reads it", "as editors read it"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(":")[0].strip(" -"))
def test_every_block_of_the_settings_page_is_valid(block: str, loader: type[yaml.SafeLoader]) -> None:
    values = yaml.load(options_of(block), Loader=loader)  # noqa: S506  # both are safe loaders

    assert faults(SCHEMA, plain(values)) == []


def test_our_own_configuration_is_valid() -> None:
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")

    assert faults(SCHEMA, yaml.load(text, Loader=EditorLoader)) == []  # noqa: S506  # a safe loader


@pytest.mark.parametrize(
    "plugins",
    [
        ["search"],
        ["postmortem"],
        [{"postmortem": None}],
        {"postmortem": {"folder": "x"}},
        [{"tags": {"folder": 5}}],
        [],
    ],
)
def test_plugins_are_named_in_every_way_that_mkdocs_takes(plugins: Any) -> None:
    assert faults(SCHEMA, {"site_name": "x", "plugins": plugins}) == []


WRONG: list[dict[str, Any]] = [
    {"folderr": "x"},
    {"folder": 5},
    {"path": "a//b"},
    {"fail_on": "sometimes"},
    {"levels": {"PM104": "loud"}},
    {"levels": ["PM104"]},
    {"severities": []},
    {"severities": [{"name": "sev 1", "label": "x"}]},
    {"severities": [{"name": "sev1"}]},
    {"severities": [{"name": "sev1", "label": "x", "colour": "red"}]},
    {"services": [5]},
    {"services": [{"nam": "x"}]},
    {"services": "checkout"},
    {"fields": [{"name": "Bad Name"}]},
    {"fields": [{"name": "ok", "type": "colour"}]},
    {"required": {"field": ["severity"]}},
    {"deadlines": "amazon"},
    {"deadlines": {"drft": "5d"}},
    {"deadlines": {"draft": 5}},
    {"timeline_gap": "5"},
    {"timeline_gap": 5},
    {"impact_thresholds": [{"severity": "sev1", "error_rate": 120}]},
    {"owners": [{"aliases": ["x"]}]},
    {"html": "raw"},
    {"audiences": []},
    {"words": {"board-title": {"one": "x"}}},
]


@pytest.mark.parametrize("options", WRONG, ids=str)
def test_what_the_settings_refuse_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(options)
    assert faults(SCHEMA, of_settings(**options)) != []


def test_every_default_is_valid_where_it_stands() -> None:
    block = tree(SCHEMA)["definitions"]["block"]["properties"]
    defaults = {name: entry["default"] for name, entry in block.items() if "default" in entry}

    assert faults(SCHEMA, of_settings(**defaults)) == []
    assert defaults["timeline_gap"] == "2h"
    assert defaults["deadlines"]["draft"] == "30d"
    assert Settings.model_validate(defaults) == Settings()


@pytest.mark.parametrize("option", SETTINGS)
def test_every_example_is_taken_by_both(option: str) -> None:
    for example in SETTINGS[option]:
        Settings.model_validate({option: example})
        assert faults(SCHEMA, of_settings(**{option: example})) == []


def test_every_option_has_a_description() -> None:
    definitions = tree(SCHEMA)["definitions"]
    options = [
        (f"{name}.{key}", option) for name, entry in definitions.items() for key, option in entry["properties"].items()
    ]

    assert [path for path, option in options if not option.get("description", "").endswith(".")] == []
