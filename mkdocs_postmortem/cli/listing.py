"""`postmortem list`: the documents of the library, filtered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.cli.days import DAY
from mkdocs_postmortem.cli.project import config_option, count, fail, open_project
from mkdocs_postmortem.library import Library, Loaded, Selection, Standpoint, load_library
from mkdocs_postmortem.library.selection import choose_for_view
from mkdocs_postmortem.library.services import services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.problems import FOLDER_MISSING, count_by_path, printable
from mkdocs_postmortem.reading.configuration.views import find_strange
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import SavedView, Settings

_TITLE_WIDTH = 60
_CLOSED = ("severity", "status", "kind")
"""The filters whose words stand in a list that no document adds to."""


@click.command("list")
@click.option("--service", "service", multiple=True, help="Only incidents of this service. Repeat for any of several.")
@click.option("--severity", "severity", multiple=True, help="Only this severity, by name or label.")
@click.option("--status", "status", multiple=True, help="Only this review status: draft, in-review or published.")
@click.option("--tag", "tag", multiple=True, help="Only incidents with this tag.")
@click.option("--kind", "kind", multiple=True, help="Only incident, near-miss, drill or maintenance.")
@click.option("--since", type=DAY, help="Only those that started on this day or later (UTC).")
@click.option("--view", metavar="NAME", help="Only those of this saved view of the settings, in its order.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
@config_option
def list_postmortems(
    form: str, since: datetime | None, view: str | None, config: Path | None, **filters: tuple[str, ...]
) -> None:
    """List postmortems, newest first.

    Filters narrow the list down together; one filter given several times takes any of its values.
    """
    project = open_project(config)
    _refuse_unknown(filters, project.settings)
    saved = _find_view(view, project.settings) if view is not None else None
    loaded = load_library(project.root, project.settings, project.docs_dir)
    library = loaded.library
    if missing := [problem for problem in loaded.problems if problem.kind is FOLDER_MISSING]:
        fail(str(missing[0]))
    today = project.settings.as_of or date.max
    chosen = _choose(Selection(filters, since.date() if since else None), saved, loaded, today)
    rows = [_row(postmortem, library, today) for postmortem in chosen]
    if form == "json":
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for line in _table(rows):
        click.echo(line)
    click.echo(f"{count(len(rows), 'postmortem')} of {len(library.postmortems)}", err=True)


def _refuse_unknown(filters: Mapping[str, tuple[str, ...]], settings: Settings) -> None:
    """End the command for a word that no document can have; any word may be the name of a service or a tag."""
    for key in _CLOSED:
        for word in filters[key]:
            if fault := find_strange(key, word, settings):
                fail(printable(f'--{key}: "{shorten(word)}" {fault[0]}; {fault[1]}'))


def _find_view(name: str, settings: Settings) -> SavedView:
    names = [view.name for view in settings.views]
    if name not in names:
        hint = suggest(name, names) or "write one into `views` of the settings"
        fail(printable(f'--view: "{name}" is no saved view; {hint}'))
    return settings.views[names.index(name)]


def _choose(selection: Selection, view: SavedView | None, loaded: Loaded, today: date) -> tuple[Postmortem, ...]:
    """Return the documents that the filters choose, of those of the view when there is one."""
    # Judging takes as long as reading, and only one value of one facet asks for it.
    judged = judge(loaded) if view and "problems" in view.where.get("has", ()) else ()
    standpoint = Standpoint(loaded.library.settings, today, count_by_path(judged))
    chosen = selection.choose(loaded.library, standpoint)
    if view is None:
        return chosen
    wanted = {postmortem.path for postmortem in chosen}
    return tuple(p for p in choose_for_view(view, loaded.library, standpoint) if p.path in wanted)


def _row(postmortem: Postmortem, library: Library, today: date) -> dict[str, Any]:
    return {
        "id": postmortem.id,
        "date": postmortem.started_at.date().isoformat() if postmortem.started_at else None,
        "severity": postmortem.severity.name if postmortem.severity else None,
        "status": postmortem.status.value if postmortem.status else None,
        "kind": postmortem.kind.value,
        "duration": format_duration(postmortem.length) if postmortem.length else None,
        "services": list(services_of(postmortem, library.settings)),
        "open_items": len(postmortem.open_items),
        "overdue_items": sum(item.is_overdue(today) for item in postmortem.open_items),
        "title": postmortem.title,
        "path": postmortem.path,
    }


def _table(rows: list[dict[str, Any]]) -> list[str]:
    """Return aligned lines under a header, titles cut to a readable width."""
    columns = ("id", "date", "severity", "status", "duration", "open_items", "services", "title")
    header = [name.replace("_items", "").upper() for name in columns]
    cells = [[_cell(row[name], name) for name in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    return [
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in [header, *cells]
    ]


def _cell(value: Any, name: str) -> str:
    text = printable(", ".join(value) if isinstance(value, list) else "-" if value is None else str(value))
    return text if name != "title" or len(text) <= _TITLE_WIDTH else text[: _TITLE_WIDTH - 1] + "…"
