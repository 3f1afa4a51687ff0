"""What makes records old: another release, other code, other settings, another folder."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec, spec_from_file_location
from pathlib import Path

import pytest
import yaml
from pydantic import VERSION

from mkdocs_postmortem.checking import fingerprint as module
from mkdocs_postmortem.checking.fingerprint import fingerprint, release
from mkdocs_postmortem.settings import Settings
from tests.documents import settings_of
from tests.sites import write

ROOT = Path("/srv/project")


def test_same_project_has_the_same_fingerprint() -> None:
    assert fingerprint(ROOT, settings_of(services=["a"])) == fingerprint(ROOT, settings_of(services=["a"]))


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_but_two_makes_a_difference(name: str) -> None:
    values = {
        "as_of": "2026-03-10", "audience": "public", "audiences": ["internal", "all"], "conventions": {"title": "A.*"},
        "customer_names": ["Acme"], "deadlines": "google", "exclude": ["x"], "factor_categories": ["x"],
        "fail_on": "never", "fields": [{"name": "x"}], "headings": {"cause": ["Why"]}, "html": "trusted",
        "id_pattern": "PM-{number}", "impact_thresholds": [], "language": "de", "levels": {"PM104": "off"},
        "owners": ["Dana"], "path": "pm", "required": {"fields": ["id"]}, "services": ["x"],
        "severities": [{"name": "a", "label": "A", "colour": "#b42318"}], "show_problems": "never",
        "similarity": {"shown": 5},
        "tags": ["x"], "timeline_gap": "9 h", "timeline_slack": "9 h", "timezone": "Europe/Oslo",
        "incidents_csv": "incidents.csv", "history": "off", "search": "off",
        "trackers": [{"url": "https://tracker.example.org/{key}"}],
        "views": [{"name": "a", "title": "A"}],
        "vocabulary": {"sections": {"cause": ["Why"]}},
        "when": [{"status": "draft", "levels": {"PM104": "off"}}],
        "words": {"board-title": "Board"},
    }  # fmt: skip
    other = settings_of({name: values.get(name, "x")})
    assert (fingerprint(ROOT, other) == fingerprint(ROOT, Settings())) == (name in {"as_of", "fail_on"})


def test_another_root_is_another_project() -> None:
    assert fingerprint(ROOT, Settings()) != fingerprint(ROOT / "copy", Settings())


def test_release_makes_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(ROOT, Settings())
    monkeypatch.setattr(module, "__version__", "99.0")
    assert fingerprint(ROOT, Settings()) != before


@pytest.mark.parametrize(("library", "file"), [("pydantic", "version.py"), ("yaml", "__init__.py")])
def test_release_of_a_library_that_reads_makes_a_difference(
    library: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = Path(str(import_module(library).__file__)).with_name(file).read_text()
    before = fingerprint(ROOT, Settings())
    assert states in release()
    assert VERSION in states if library == "pydantic" else f"'{yaml.__version__}'" in states

    write(tmp_path / library / "__init__.py", "")
    write(tmp_path / library / file, "VERSION = 'another'\n")
    spec = spec_from_file_location(library, tmp_path / library / "__init__.py")
    monkeypatch.setattr(module, "find_spec", lambda name: spec if name == library else find_spec(name))
    assert fingerprint(ROOT, Settings()) != before


@pytest.mark.parametrize("changed", ["rules/blame.py", "reading/vocabularies/en.yaml", "reading/vocabularies/all.json"])
def test_code_and_words_that_change_without_a_release_make_a_difference(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rules/blame.py", "reading/vocabularies/en.yaml", "reading/vocabularies/all.json", "static/site.css"):
        write(tmp_path / name, "one")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    before = fingerprint(ROOT, Settings())

    write(tmp_path / "static/site.css", "longer")
    assert fingerprint(ROOT, Settings()) == before
    write(tmp_path / changed, "longer")
    assert fingerprint(ROOT, Settings()) != before
