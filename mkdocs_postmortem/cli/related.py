"""`postmortem related`: whether this has happened before."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.cli.project import config_option, count, fail, open_project
from mkdocs_postmortem.cli.unknown_names import refuse_id
from mkdocs_postmortem.library import Library, load_library
from mkdocs_postmortem.library.similarity import Similar, similar_to_stranger, similar_to_text
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import FOLDER_MISSING, printable
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.on_disk import is_file
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.views.reasons import describe_reasons
from mkdocs_postmortem.words.catalogue import Words, words_for

_PATH = re.compile(r"\S*/\S*|\S+\.md")
_ID = re.compile(r"(?P<letters>[A-Za-z]{1,10})-(?P<dated>\d{4}-)?\d{1,6}", re.ASCII)
NOTHING_SIMILAR = 1
"""Exit status when nothing is similar, as grep has it."""


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="How many are listed at most.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@config_option
def related(query: tuple[str, ...], limit: int, form: str, config: Path | None) -> None:
    """Tell whether something like this has happened before, and why it is alike.

    QUERY is the path or the id of a document, or a few words: "retry storm after failover". Names of services and tags
    in the words count as such. Status 1 means that nothing is similar, 2 that no document has the id or the path.
    """
    project = open_project(config)
    loaded = load_library(project.root, project.settings, project.docs_dir)
    if missing := [problem for problem in loaded.problems if problem.kind is FOLDER_MISSING]:
        fail(str(missing[0]))
    library, text = loaded.library, " ".join(query)
    meant = _document(text, project.root, library)
    if meant is None and len(query) == 1:
        _refuse_missing(text, library)
    found = _search(meant or text, library, limit)
    relations = {other.incident.path: other.relation for other in library.related_to(meant)} if meant else {}
    if form == "json":
        rows = [_row(similar, relations, project.settings.as_of or date.max) for similar in found]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    else:
        for line in _lines(found, relations, words_for(project.settings)):
            click.echo(line)
        click.echo(_summary(found, library, printable(meant.id if meant else text)), err=True)
    sys.exit(0 if found else NOTHING_SIMILAR)


def _document(text: str, root: Path, library: Library) -> Postmortem | None:
    """Return the document that a path or an id names; ends the command when the name fits several."""
    path = Path(text)
    if is_file(path):
        shown = _relative(path, root)
        return (
            library.by_path.get(shown)
            or read_postmortem(read_source(path, text, path.name), library.settings).postmortem
        )
    named = library.names.find(text)
    if len(named) > 1:
        fail(
            printable(
                f"{text} names several documents ({', '.join(each.path for each in named)}); give the path of one"
            )
        )
    return named[0] if named else None


def _refuse_missing(text: str, library: Library) -> None:
    """End the command when the only word that was given looks like a path or an id: it names what is not there."""
    if _PATH.fullmatch(text):
        fail(printable(f"{shorten(text)}: there is no such file; to look for words, give more than one"))
    if _is_id(text, library):
        fail(printable(refuse_id(text, library.postmortems)))


def _is_id(text: str, library: Library) -> bool:
    """Return whether a word can only be an id: it holds a year, or begins as ids here do. "utf-8" is a word."""
    match = _ID.fullmatch(text)
    if match is None or match["dated"]:
        return match is not None
    start = f"{match['letters']}-".casefold()
    return any(postmortem.id.casefold().startswith(start) for postmortem in library.postmortems)


def _relative(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return ""


def _search(query: Postmortem | str, library: Library, limit: int) -> Sequence[Similar]:
    """Return the similar documents: at least as similar as on a page, but for a question in words."""
    least = library.settings.similarity.at_least
    if isinstance(query, str):
        return similar_to_text(query, library.postmortems, library.settings, limit)
    if query is library.by_path.get(query.path):
        found = library.similarity.nearest(query, limit)
    else:
        found = similar_to_stranger(query, library.postmortems, library.settings, limit)
    return [similar for similar in found if similar.score >= least]


def _lines(found: Sequence[Similar], relations: dict[str, str], words: Words) -> Iterator[str]:
    for similar in found:
        incident = similar.incident
        day = f"{incident.started_at:%Y-%m-%d}" if incident.started_at else "-"
        yield click.style(printable(f"{incident.id}  {day}  {incident.title}"), bold=True)
        if incident.path in relations:
            yield f"    {words('relation-' + relations[incident.path].replace(' ', '-'))}"
        yield f"    {similar.score:.2f}  {printable(' · '.join(describe_reasons(similar.reasons, words)))}"
        if incident.open_items:
            yield f"    {words('count-open-items', count=len(incident.open_items))}"
        yield f"    {printable(incident.path)}"


def _summary(found: Sequence[Similar], library: Library, asked: str) -> str:
    whole = count(len(library.postmortems), "postmortem")
    if found:
        return f"{len(found)} of {whole} similar to {asked}"
    return f"Nothing in {whole} is similar to {asked}. Try other words, or `postmortem list --service NAME`."


def _row(similar: Similar, relations: dict[str, str], today: date) -> dict[str, Any]:
    incident = similar.incident
    return {
        "id": incident.id,
        "title": incident.title,
        "path": incident.path,
        "date": incident.started_at.date().isoformat() if incident.started_at else None,
        "score": round(similar.score, 3),
        "relation": relations.get(incident.path),
        "reasons": [
            {"kind": reason.aspect, "names": list(reason.names), "share": round(reason.share, 3)}
            for reason in similar.reasons
        ],
        "open_items": len(incident.open_items),
        "overdue_items": sum(item.is_overdue(today) for item in incident.open_items),
    }
