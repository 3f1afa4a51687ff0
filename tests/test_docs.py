"""The documentation names everything that the code has: each copy of a fact is compared with the fact."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from mkdocs_postmortem.cli import main
from mkdocs_postmortem.exporting.reports import FORMATS
from mkdocs_postmortem.model import ActionItem, Facts
from mkdocs_postmortem.model.detection import Communication, Detection
from mkdocs_postmortem.model.facts import ContributingFactor
from mkdocs_postmortem.model.impact import Impact
from mkdocs_postmortem.model.relation import NAMES, Related
from mkdocs_postmortem.model.text import Link
from mkdocs_postmortem.problems import CATALOGUE
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from mkdocs_postmortem.settings import (
    PRESETS,
    Conventions,
    CustomField,
    Deadlines,
    ImpactThreshold,
    IncidentList,
    OwnerEntry,
    Required,
    ServiceEntry,
    Settings,
    SeverityLevel,
    VocabularyWords,
    Wording,
)
from scripts.write_rules_pages import DOCS, FOLDER, write_pages

TEMPLATES = Path(__file__).parent.parent / "mkdocs_postmortem" / "templates"
NOT_FOR_AUTHORS = {"custom", "extensions", "number", "line", "column", "restated_line", "stated_due", "stated_status"}


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
        OwnerEntry,
        VocabularyWords,
        Wording,
    ],
)
def test_every_setting_stands_in_the_settings_page(block: type[BaseModel]) -> None:
    assert unnamed(set(block.model_fields), "settings.md") == []


def test_every_preset_of_deadlines_stands_in_the_settings_page() -> None:
    assert unnamed(set(PRESETS), "settings.md") == []


@pytest.mark.parametrize("template", [path.name for path in sorted(TEMPLATES.glob("*.jinja"))])
def test_every_template_stands_in_the_settings_page(template: str) -> None:
    assert unnamed({template}, "settings.md") == []


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


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_stands_in_the_commands_page(name: str) -> None:
    text = text_of("commands.md")
    assert f"## postmortem {name}\n" in text
    options = [
        option
        for parameter in main.commands[name].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]
    assert [option for option in options if f"`{option}" not in text] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_of_report_stands_in_the_reports_page(form: str) -> None:
    assert unnamed({form}, "reports.md") == []
