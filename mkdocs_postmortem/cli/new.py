"""`postmortem new`: the next document, from a template, with only what is missing asked for."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from datetime import date, datetime, timezone
from pathlib import Path
from string import Formatter

import click
from pydantic_core import PydanticCustomError

from mkdocs_postmortem.cli.project import config_option, fail, open_project
from mkdocs_postmortem.library import Library, load_library
from mkdocs_postmortem.library.services import find_service
from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.model.severity import parse_severity
from mkdocs_postmortem.model.times import find_zone, parse_instant
from mkdocs_postmortem.reading.document import slug_of
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.rendering.scaffold import TEMPLATES, render_scaffold
from mkdocs_postmortem.settings import Settings

_LONGEST_STEM = 80


@click.command()
@click.option("--title", help="What happened, in one line.")
@click.option("--severity", help="A step of the severity scale.")
@click.option("--service", "services", multiple=True, help="An affected service. Repeat for several.")
@click.option("--started", help='When it started, such as "2026-03-01 14:05 UTC". Default: now.')
@click.option(
    "--template", type=click.Choice(list(TEMPLATES)), default="narrative", show_default=True, help="Which form to use."
)
@click.option("--id", "identity", help="The id. Default: the next free one by the configured pattern.")
@config_option
def new(  # noqa: PLR0913, PLR0917  # one parameter per option, passed by name
    title: str | None,
    severity: str | None,
    services: tuple[str, ...],
    started: str | None,
    template: str,
    identity: str | None,
    config: Path | None,
) -> None:
    """Write a new postmortem from a template.

    Asks for title, severity and services when they are not given and someone is there to answer. The file is named
    by day and title (postmortems/2026/2026-03-01-checkout-outage.md) and never written over an existing one.
    """
    project = open_project(config)
    settings = project.settings
    title = title or _ask("Title")
    step = _severity(severity or _ask(f"Severity ({', '.join(level.name for level in settings.severities)})"), settings)
    named = _services(
        services or tuple(part.strip() for part in _ask("Services (separated by commas)").split(",")), settings
    )
    start = _start(started, settings)
    library = load_library(project.root, settings, project.docs_dir).library
    path = _free_path(project, start.date(), title)
    known = library.by_id()
    if identity and identity.casefold() in known:
        fail(f'the id "{identity}" belongs to {known[identity.casefold()].path}')
    facts = {
        "id": identity or next_id(library, start.year),
        "title": title,
        "severity": step,
        "services": list(named),
        "started_at": f"{start:%Y-%m-%dT%H:%MZ}",
    }
    _write(path, render_scaffold(template, facts))
    click.echo(_shown(path))


def next_id(library: Library, year: int) -> str:
    """Return the id by the configured pattern that follows the highest number of that year."""
    pattern = library.settings.id_pattern
    fields = {"year": str(year), "number": r"(\d{1,9})"}
    known = "".join(re.escape(text) + fields.get(name or "", "") for text, name, *_ in Formatter().parse(pattern))
    matches = (re.fullmatch(known, postmortem.id, re.IGNORECASE) for postmortem in library.postmortems)
    highest = max((int(match[1]) for match in matches if match), default=0)
    return pattern.format(year=year, number=highest + 1)


def _ask(question: str) -> str:
    if not sys.stdin.isatty():
        option = {"T": "--title", "Sev": "--severity", "Ser": "--service"}
        name = next(flag for start, flag in option.items() if question.startswith(start))
        fail(f"{name} is missing, and nobody is there to ask")
    return str(click.prompt(question)).strip()


def _severity(text: str, settings: Settings) -> str:
    try:
        return parse_severity(text, settings.severities).name
    except PydanticCustomError as error:
        context = error.context or {}
        fail(f"{context.get('message')}; {context.get('hint')}")


def _services(names: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    for name in names:
        if settings.services and find_service(name, settings) is None:
            fail(f'service "{name}" is not in the list; {suggest(name, [entry.name for entry in settings.services])}')
    return tuple(name for name in names if name)


def _start(text: str | None, settings: Settings) -> datetime:
    if text is None:
        return datetime.now(timezone.utc)
    try:
        return parse_instant(text, find_zone(settings.timezone) if settings.timezone else None)
    except PydanticCustomError as error:
        context = error.context or {}
        fail(f"--started: {context.get('message')}; {context.get('hint')}")


def _free_path(project: Project, day: date, title: str) -> Path:
    """Return a path in the folder of the year that no file has yet; a second one of the same name gets a number."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = slug_of(f"{ascii_title if ascii_title.strip() else title}.md".replace("/", "-"))
    words = re.sub(r"[-.]+", "-", stem)[:_LONGEST_STEM].strip("-")
    folder = project.root / project.settings.folder / f"{day.year}"
    name = f"{day.isoformat()}-{words}"
    number, path = 1, folder / f"{name}.md"
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{name}-{number}.md"
    return path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if Path.cwd() in path.parents else str(path)
