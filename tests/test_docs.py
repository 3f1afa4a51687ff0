"""The documentation names everything that the code has: each copy of a fact is compared with the fact."""

from __future__ import annotations

import json
import re
import struct
import textwrap
from importlib import resources
from pathlib import Path

import click
import pytest
import yaml
from pydantic import BaseModel

from mkdocs_postmortem.cli import main
from mkdocs_postmortem.cli.main import COMMANDS
from mkdocs_postmortem.exporting.reports import FORMATS
from mkdocs_postmortem.exporting.schemas.examples import FRONT_MATTER
from mkdocs_postmortem.model import ActionItem, Facts
from mkdocs_postmortem.model.detection import Communication, Detection
from mkdocs_postmortem.model.facts import ContributingFactor
from mkdocs_postmortem.model.impact import Impact
from mkdocs_postmortem.model.relation import NAMES, Related
from mkdocs_postmortem.model.text import Link
from mkdocs_postmortem.problems import CATALOGUE
from mkdocs_postmortem.reading.settings_file import read_project
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from mkdocs_postmortem.settings import (
    PRESETS,
    Conventions,
    CustomField,
    Deadlines,
    Demands,
    ImpactThreshold,
    IncidentList,
    ItemDemand,
    OwnerEntry,
    Policy,
    Required,
    SavedView,
    ServiceEntry,
    Settings,
    SeverityLevel,
    SimilaritySettings,
    SimilarityWeights,
    TrackerEntry,
    VocabularyWords,
    Wording,
)
from mkdocs_postmortem.settings.saved_view import FACETS, NOT_FACETS, PENDING, SORTS
from scripts.take_screenshots import HEIGHT, SHOTS, WIDTH, Shot
from scripts.write_rules_pages import DOCS, FOLDER, write_pages
from tests.cli.projects import run
from tests.projects import fill

NOT_FOR_AUTHORS = {"custom", "extensions", "number", "line", "column", "restated_line", "stated_due", "stated_status"}


README = (DOCS.parent / "README.md").read_text(encoding="utf-8")


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def unnamed(names: set[str], page: str) -> list[str]:
    """Return the names that the page does not hold in code marks."""
    text = text_of(page)
    return sorted(name for name in names if f"`{name}`" not in text)


def test_pages_of_the_rules_are_what_the_script_writes() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name, text in write_pages().items() if written.pop(name, None) != text)
    assert (stale, sorted(written)) == ([], []), "run python scripts/write_rules_pages.py"


def test_index_of_the_rules_links_every_page() -> None:
    text = text_of("rules/index.md")
    assert [code for code in CATALOGUE if f"[{code}]({code}.md)" not in text] == []


@pytest.mark.parametrize(
    "block",
    [
        Settings,
        SeverityLevel,
        ServiceEntry,
        CustomField,
        Required,
        Conventions,
        ImpactThreshold,
        Deadlines,
        IncidentList,
        Policy,
        Demands,
        ItemDemand,
        OwnerEntry,
        SimilaritySettings,
        SimilarityWeights,
        TrackerEntry,
        VocabularyWords,
        Wording,
        SavedView,
    ],
)
def test_every_setting_stands_in_the_settings_page(block: type[BaseModel]) -> None:
    assert unnamed(set(block.model_fields), "settings.md") == []


def examples_of_settings() -> list[str]:
    """Return the examples of the settings page that are options of the block."""
    return re.findall(r"```yaml\n(      .*?)```", text_of("settings.md"), re.DOTALL)


@pytest.mark.parametrize("example", examples_of_settings())
def test_every_example_of_the_settings_page_can_be_used(example: str, tmp_path: Path) -> None:
    entity = "apiVersion: backstage.io/v1alpha1\nkind: {}\nmetadata: {{name: a}}\n"
    fill(
        tmp_path,
        {
            "mkdocs.yml": f"plugins:\n  - postmortem:\n{example}",
            "tags.txt": "database\n",
            "exports/incidents.csv": "Number,Opened\n",
            "catalog/services.yml": "- search\n",
            "catalog/a/catalog-info.yaml": f"{entity.format('Component')}---\n{entity.format('Group')}",
        },
    )

    assert read_project(None, tmp_path).problems == ()


def test_there_are_examples_of_settings() -> None:
    assert len(examples_of_settings()) > 20


@pytest.mark.parametrize("names", [FACETS, NOT_FACETS, PENDING, SORTS])
def test_every_facet_and_order_stands_in_the_settings_page(names: tuple[str, ...]) -> None:
    assert unnamed(set(names), "settings.md") == []


def test_every_parameter_of_an_address_stands_in_the_browsing_page() -> None:
    assert unnamed({"text", "sort", "page", "all", *SORTS}, "browsing.md") == []


def test_every_preset_of_deadlines_stands_in_the_settings_page() -> None:
    assert unnamed(set(PRESETS), "settings.md") == []


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_picture_is_shown_somewhere_and_small(shot: Shot) -> None:
    shown = [
        page.name
        for page in (*DOCS.glob("*.md"), DOCS.parent / "README.md")
        if f"assets/{shot.name}.png" in page.read_text(encoding="utf-8")
    ]
    picture = (DOCS / "assets" / f"{shot.name}.png").read_bytes()

    assert shown != []
    assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
    assert len(picture) < 80 * 1024


def test_every_picture_is_taken_by_the_script() -> None:
    assert {path.stem for path in (DOCS / "assets").glob("*.png")} == {shot.name for shot in SHOTS}


def test_examples_of_the_document_page_are_those_of_the_schema() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \|(?:[^|]*\|){2} `(.*)` \|$", text_of("document.md"), re.MULTILINE)
    shown = {key: plain(root) for key, example in rows if (root := compose_front_matter(f"x: {example}", "x", 1)[0])}

    assert len(shown) == len(rows) > 40
    assert [
        key
        for key, stated in shown.items()
        if key in FRONT_MATTER and json.loads(json.dumps(stated["x"])) not in FRONT_MATTER[key]
    ] == []
    assert sorted(set(shown) - set(FRONT_MATTER)) == ["audience", "severity"]


def test_the_document_of_the_readme_passes_the_check_alone(tmp_path: Path) -> None:
    (document,) = re.findall(r"^```markdown\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    fill(tmp_path, {"postmortems/2026/2026-10-27-logins.md": document})

    done = run(tmp_path, "check", "--as-of", "2030-01-01")

    assert (done.exit_code, done.output) == (0, "1 document checked, no problem.\n")


def test_a_new_document_passes_with_the_settings_that_keep_drafts_mergeable(tmp_path: Path) -> None:
    settings = next(
        block
        for block in re.findall(r"^```yaml\n(.*?)^```$", text_of("getting-started.md"), re.DOTALL | re.MULTILINE)
        if "draft" in block
    )
    fill(tmp_path, {"mkdocs.yml": settings})
    for form in ("narrative", "sre"):
        run(tmp_path, "new", "--title", form, "--severity", "sev1", "--service", "checkout", "--template", form)
    passed = run(tmp_path, "check", "--fail-on", "warning")
    for path in (tmp_path / "postmortems").rglob("*.md"):
        path.write_text(
            path.read_text(encoding="utf-8").replace("status: draft", "status: in-review"), encoding="utf-8"
        )
    failed = run(tmp_path, "check")

    assert (passed.exit_code, passed.output) == (0, "2 documents checked, no problem.\n")
    assert (failed.exit_code, "PM203 placeholder-section: " in failed.output) == (1, True)


def test_every_hook_for_pre_commit_stands_in_its_page() -> None:
    hooks = yaml.safe_load((DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert unnamed({hook["id"] for hook in hooks}, "pre-commit.md") == []


@pytest.mark.parametrize("page", ["pre-commit.md", "github.md", "gitlab.md", "editors.md"])
def test_every_block_of_yaml_and_json_can_be_read(page: str) -> None:
    found = re.findall(r"^( *)```(yaml|json)\n(.*?)^ *```$", text_of(page), re.DOTALL | re.MULTILINE)
    assert found
    for _, language, block in found:
        (yaml.safe_load if language == "yaml" else json.loads)(textwrap.dedent(block))


@pytest.mark.parametrize("model", [Facts, ActionItem, ContributingFactor, Related, Link])
def test_every_fact_stands_in_the_document_page(model: type[BaseModel]) -> None:
    assert unnamed(set(model.model_fields) - NOT_FOR_AUTHORS, "document.md") == []


@pytest.mark.parametrize(
    ("block", "model"), [("impact", Impact), ("detection", Detection), ("communication", Communication)]
)
def test_every_fact_of_a_block_stands_in_the_document_page(block: str, model: type[BaseModel]) -> None:
    assert unnamed({f"{block}.{name}" for name in model.model_fields}, "document.md") == []


def test_every_section_stands_in_the_document_page() -> None:
    assert unnamed(set(vocabulary_for(Settings()).section_keys), "document.md") == []


def test_every_relation_and_its_inverse_name_stand_in_the_document_page() -> None:
    assert unnamed({relation.value for relation in NAMES}, "document.md") == []
    text = text_of("document.md")
    assert [name for pair in NAMES.values() for name in pair if name not in text] == []


@pytest.mark.parametrize("entries", ["fields", "sections", "columns", "timeline_columns"])
def test_every_spelling_stands_in_the_document_page(entries: str) -> None:
    words = text_of("document.md")
    assert [spelling for spelling in _spellings(entries) if spelling not in words] == []


def _spellings(entries: str) -> list[str]:
    """Return the words of a part of the shipped vocabulary as they are written there."""
    text = resources.files("mkdocs_postmortem.reading").joinpath("vocabularies/en.yaml").read_text(encoding="utf-8")
    root, _ = compose_front_matter(text, "en.yaml", 1)
    assert root is not None
    return [str(word) for words in plain(root)[entries].values() for word in words]


def test_every_reserved_key_stands_in_the_document_page() -> None:
    text = text_of("document.md").replace("_", "")
    assert [word for word in sorted(vocabulary_for(Settings()).reserved) if f"`{word}`" not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_stands_in_the_commands_page(name: str) -> None:
    text, command = text_of("commands.md"), main.get_command(click.Context(main), name)
    assert command is not None
    assert f"## postmortem {name}\n" in text
    options = [
        option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts
    ]
    assert [option for option in options if f"`{option}" not in text] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_of_report_stands_in_the_reports_page(form: str) -> None:
    assert unnamed({form}, "reports.md") == []
