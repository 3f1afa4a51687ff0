"""What the `postmortem` block of mkdocs.yml may say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mkdocs_postmortem.settings import Settings, squash
from tests.documents import settings_of


def test_empty_block_works() -> None:
    settings = settings_of({})
    assert (settings.folder, settings.path, settings.audience) == ("postmortems", "postmortems", "internal")
    assert [level.name for level in settings.severities] == ["sev0", "sev1", "sev2", "sev3"]


@pytest.mark.parametrize(
    "options",
    [
        {"flder": "x"},
        {"fail_on": "sometimes"},
        {"path": "../x"},
        {"path": "/x"},
        {"path": ""},
        {"path": "a//b"},
        {"severities": []},
        {"severities": [{"name": "a b", "label": "x"}]},
        {"severities": [{"name": "a", "label": "x", "colour": "red"}]},
        {"severities": [{"name": "a", "label": "x", "colour": "#12345"}]},
        {"when": [{"levels": {"PM104": "off"}}]},
        {"when": [{"status": "draft"}]},
        {"when": [{"status": [], "levels": {"PM104": "off"}}]},
        {"when": [{"status": "draft", "require": {"items": {"at_least": 0}}}]},
        {"owners": [{"name": "Dana", "kind": "cat"}]},
        {"tags": [""]},
        {"audiences": []},
        {"audience": "everyone"},
        {"fields": [{"name": "Cost Centre"}]},
        {"fields": [{"name": "cost", "type": "money"}]},
        {"id_pattern": "INC-{year}"},
        {"id_pattern": "INC-{number"},
        {"id_pattern": "INC-{day}-{number}"},
        {"id_pattern": "{number.real.secret}"},
        {"levels": {"PM104": "loud"}},
        {"levels": {"PM104": True}},
        {"as_of": "tomorrow"},
        {"services": [{"title": "no name"}]},
        {"services": [""]},
        {"html": "raw"},
        {"required": {"field": []}},
        {"history": "always"},
        {"incidents_csv": ""},
        {"incidents_csv": {"columns": {"id": "Number"}}},
        {"incidents_csv": {"file": "a.csv", "columns": {"number": "id"}}},
        {"incidents_csv": ["a.csv"]},
    ],
)
def test_option_that_cannot_be_used_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_of(options)


def test_plain_service_name_stands_for_an_entry() -> None:
    (service,) = settings_of(services=["checkout"]).services
    assert (service.name, service.owner) == ("checkout", None)


@pytest.mark.parametrize("reference", ["PM104", "pm104", "unknown-severity", "Unknown-Severity"])
def test_level_is_found_by_code_or_name(reference: str) -> None:
    assert settings_of(levels={reference: "warning"}).level_of("PM104", "unknown-severity") == "warning"


def test_level_off_is_read_as_yaml_writes_it() -> None:
    assert settings_of(levels={"PM104": False}).level_of("PM104", "unknown-severity") == "off"


def test_level_that_is_not_set_is_none() -> None:
    assert Settings().level_of("PM104", "unknown-severity") is None


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().folder = "x"  # type: ignore[misc]


def test_refused_value_is_not_printed() -> None:
    with pytest.raises(ValidationError) as caught:
        settings_of(fail_on="hunter2")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("text", ["Sev 1", "SEV-1", "sev_1", " sev1. "])
def test_spellings_are_compared_by_letters_and_digits_alone(text: str) -> None:
    assert squash(text) == "sev1"


def test_plain_path_stands_for_a_list_of_known_incidents() -> None:
    listed = settings_of(incidents_csv="a.csv").incidents_csv
    assert listed is not None
    assert (listed.file, listed.heading_of("id")) == ("a.csv", "id")


def test_history_is_off_also_as_yaml_writes_it() -> None:
    assert settings_of(history=False).history == "off"
