"""`postmortem inspect`: everything that was read from a document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.cli.project import config_option, open_project
from mkdocs_postmortem.exporting.inspection import inspect_postmortem
from mkdocs_postmortem.problems import printable
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import read_source


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@config_option
def inspect(paths: tuple[Path, ...], form: str, config: Path | None) -> None:
    """Show everything that was read from the documents at PATHS.

    Use it to see what the site will know: facts, action items with their lines, timeline entries, sections, and what
    could not be read. JSON is one object for one path, a list for several. House rules are not applied; `check` does.
    """
    project = open_project(config)
    documents = []
    for path in paths:
        result = read_postmortem(read_source(path, str(path), path.name), project.settings)
        documents.append(inspect_postmortem(result.postmortem, result.problems, project.settings.deadlines))
    if form == "json":
        click.echo(json.dumps(documents[0] if len(documents) == 1 else documents, indent=1, ensure_ascii=False))
        return
    for document in documents:
        click.echo("\n".join(_text(document)))


def _text(document: dict[str, Any]) -> list[str]:
    """Return a document as readable lines: stated facts, then items, timeline, sections and problems."""
    lists = ("action_items", "timeline", "sections", "ignores", "stated_in_body", "problems")
    document = {**document, "stated_in_body": [_said(*pair) for pair in document["stated_in_body"].items()]}
    lines = [click.style(printable(f"{document['id']}: {document['title']}"), bold=True)]
    lines += [f"  {key}: {_value(value)}" for key, value in document.items() if key not in lists and _is_stated(value)]
    for key in (key for key in lists if document[key] or key != "ignores"):
        lines.append(click.style(f"{key.replace('_', ' ')} ({len(document[key])})", bold=True))
        lines += [f"  {_value(entry)}" for entry in document[key]]
    return lines


def _said(field: str, fact: dict[str, Any]) -> str:
    """Return a fact of the body in one line: "line 12 severity: High"."""
    zone = f" {fact['zone']}" if fact["zone"] else ""
    return f"line {fact['line']} {field}: {fact['value']}{zone}{' (from the timeline)' if fact['inferred'] else ''}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(item)}" for key, item in value.items() if _is_stated(item))
    if isinstance(value, list):
        return "; ".join(_value(item) for item in value)
    return printable(str(value))


def _is_stated(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_stated(item) for item in value.values())
    return value not in (None, "", [], False)
