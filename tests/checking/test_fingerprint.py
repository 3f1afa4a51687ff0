"""What makes records old: another release, other code, other settings, another folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.checking import fingerprint as module
from mkdocs_postmortem.checking.fingerprint import fingerprint
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


@pytest.mark.parametrize("changed", ["rules/blame.py", "reading/vocabularies/en.yaml"])
def test_code_and_words_that_change_without_a_release_make_a_difference(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rules/blame.py", "reading/vocabularies/en.yaml", "static/site.css"):
        write(tmp_path / name, "one")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    before = fingerprint(ROOT, Settings())

    write(tmp_path / "static/site.css", "longer")
    assert fingerprint(ROOT, Settings()) == before
    write(tmp_path / changed, "longer")
    assert fingerprint(ROOT, Settings()) != before
