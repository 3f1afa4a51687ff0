"""What docs/settings.md says of templates, their data and their styles is what there is."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import pytest

from mkdocs_postmortem.rendering.stylesheet import SHEETS, read_static
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.site import build_site
from mkdocs_postmortem.views.board import BoardView
from mkdocs_postmortem.views.health import HealthView
from mkdocs_postmortem.views.incident import IncidentView
from mkdocs_postmortem.views.insights.page import InsightsView
from mkdocs_postmortem.views.listing import ListingView
from mkdocs_postmortem.views.marked_list import MarkedList
from mkdocs_postmortem.views.owner_pages import OwnerView
from tests.documents import VALID
from tests.sites import REPOSITORY, write

TEXT = (REPOSITORY / "docs/settings.md").read_text(encoding="utf-8")
TEMPLATES = REPOSITORY / "mkdocs_postmortem/templates"
ROWS = dict(re.findall(r"^\| `(\w+\.html\.jinja)` \|[^|]*\| (.*) \|$", TEXT, re.MULTILINE))
"""The column "Data" by template."""


def documented_names(data: str) -> set[str]:
    """Return the names in a cell of the column "Data"; macros have none."""
    parts = data.split("; ")
    return {match[1] for part in parts if (match := re.match(r"`(\w+)`", part))}


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Return the names of the data that every template was given while a whole site was made."""
    found: dict[str, set[str]] = defaultdict(set)
    render = jinja2.Template.render

    def note(self: jinja2.Template, *arguments: Any, **data: Any) -> str:
        found[str(self.name)] |= data.keys()
        return render(self, *arguments, **data)

    monkeypatch.setattr(jinja2.Template, "render", note)
    write(tmp_path / "postmortems/a.md", VALID)
    site = build_site(tmp_path, Settings(history="off"), date(2026, 4, 15))
    for page in site.pages:
        site.render(page, "<h1>T</h1>", lambda target: target.uri)
    assert list(site.exports(lambda target: target.uri))
    assert "<table" in site.fill("<!-- postmortems -->", lambda target: target.uri)
    return found


def test_every_template_has_a_row() -> None:
    assert sorted(ROWS) == sorted(path.name for path in TEMPLATES.glob("*.jinja"))


def test_every_row_names_the_data_that_the_template_has(given: dict[str, set[str]]) -> None:
    rendered = {name: names - {"link"} for name, names in given.items()}
    with_macros = {name for name in ROWS if "macro" in (TEMPLATES / name).read_text("utf-8") and name not in rendered}

    assert {name: documented_names(data) for name, data in ROWS.items() if name not in with_macros} == rendered
    assert all("link" in names for names in given.values())
    assert {ROWS[name] for name in with_macros} == {"their arguments"}


VIEWS = [IncidentView, ListingView, MarkedList, BoardView, OwnerView, InsightsView, HealthView]


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_of_a_view_is_named(view: type[Any]) -> None:
    (fields,) = re.findall(rf"^\| `{view.__name__}` \| (.*) \|$", TEXT, re.MULTILINE)

    assert re.findall(r"`(\w+)`", fields) == [field.name for field in dataclasses.fields(view)]


def test_the_example_adds_to_our_own_template(tmp_path: Path) -> None:
    (example,) = re.findall(r"```html\n(\{# overrides/postmortem/.*?)```", TEXT, re.DOTALL)
    (path,) = re.findall(r"overrides/postmortem/([\w.]+)", example)
    write(tmp_path / "overrides" / path, example)
    write(tmp_path / "postmortems/a.md", VALID)
    write(tmp_path / "postmortems/b.md", VALID.replace("INC-2026-014", "INC-2026-015"))
    settings, today = Settings(history="off"), date(2026, 4, 15)
    plain, own = (
        build_site(tmp_path, settings, today, overrides=overrides) for overrides in (None, tmp_path / "overrides")
    )

    ours, theirs = (
        site.render(page, "<h1>T</h1>", lambda target: target.uri)
        for site in (plain, own)
        if (page := site.page("postmortems/a.md"))
    )

    assert 'href="https://chat.example.com/c/postmortems?about=INC-2026-014"' in theirs
    assert 'class="pm-related"' in ours
    without = re.sub(r'<p class="pm-quiet">\s*Something wrong.*?</p>', "", theirs, flags=re.DOTALL)
    assert without.split() == ours.split()


def test_every_custom_property_is_named_with_its_meaning() -> None:
    defined = set(re.findall(r"(--pm-[\w-]+):", "".join(read_static(name) for name in SHEETS)))
    meanings = re.findall(r"^\| `(--pm-[\w-]+)` \| .{10,} \|$", TEXT, re.MULTILINE)

    assert sorted(meanings) == sorted(defined)


def test_every_custom_property_that_is_used_is_defined() -> None:
    css = "".join(read_static(name) for name in SHEETS)
    code = "".join(path.read_text("utf-8") for path in (TEMPLATES.parent / "rendering").rglob("*.py"))

    assert set(re.findall(r"var\((--pm-[\w-]+)", css + code)) <= set(re.findall(r"(--pm-[\w-]+):", css))
