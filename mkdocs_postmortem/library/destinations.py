"""Where a link of a document leads: to a document, a page, a file that joins the site, or nowhere, and why."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Generic, Literal

from mkdocs_postmortem.library.shelf import D, Shelf
from mkdocs_postmortem.library.surroundings import INTRO, Found, State, Surroundings, locate
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.reading.anchors import editor_anchor
from mkdocs_postmortem.reading.links import WikiName, is_elsewhere

_UNPUBLISHED = "link to a document, to a page or file of docs_dir, or to a file beside the documents"
_LONGEST_SHOWN = 200

Kind = Literal["elsewhere", "incident", "index", "page", "attachment", "unpublished", "missing", "unknown"]


@dataclass(frozen=True, slots=True)
class Destination(Generic[D]):
    """Where a link leads.

    `uri` of a page is relative to docs_dir, of an attachment to the folder of documents. `fault` and `hint` tell why
    a link leads nowhere: the target is there and joins no site ("unpublished"), or is not there ("missing").
    """

    kind: Kind
    anchor: str = ""
    incident: D | None = None
    uri: str = ""
    fault: str = ""
    hint: str = ""


def find_destination(shelf: Shelf[D], source: str, target: str) -> Destination[D]:
    """Return where a link in the document at `source` (relative to the root) leads; never touches the disk.

    A path that was not looked up while loading leads to "unknown". What the shelf does not hold, because its
    audience may not see it, is "unpublished".
    """
    if is_elsewhere(target):
        return Destination("elsewhere")
    own = shelf.by_path.get(posixpath.normpath(source))
    if target.startswith("#"):
        return Destination("incident", locate(source, target)[1], own) if own else Destination("elsewhere")
    path, anchor = locate(source, target)
    if incident := shelf.by_path.get(path):
        return Destination("incident", anchor, incident)
    around = shelf.surroundings
    found = around.found.get(path)
    if found is None:
        return Destination("unknown")
    if found.state is State.FOLDER:
        path = found.nearest or posixpath.join(path, INTRO)
    return _on_disk(around, source, path, anchor, found)


def find_anchor_fault(shelf: Shelf[D], destination: Destination[D]) -> str:
    """Return why the anchor of a link to a document leads nowhere, "" when it does not."""
    incident, anchor = destination.incident, destination.anchor
    if incident is None or not anchor or not incident.renderable or shelf.has_anchor(incident, anchor):
        return ""
    return f'no heading of {posixpath.basename(incident.path)} has the anchor "#{shorten(anchor)}"'


def find_named(shelf: Shelf[D], wiki: WikiName) -> list[Destination[D]]:
    """Return the documents that a wiki link may mean; its anchor may be a heading's text."""
    named = shelf.names.find(wiki.name)
    return [Destination("incident", _wiki_anchor(shelf, incident, wiki.anchor), incident) for incident in named]


def _wiki_anchor(shelf: Shelf[D], incident: D, anchor: str) -> str:
    return anchor if not anchor or shelf.has_anchor(incident, anchor) else editor_anchor(anchor)


def _on_disk(around: Surroundings, source: str, path: str, anchor: str, found: Found) -> Destination[D]:
    if found.state is State.MISSING:
        return _missing(around, source, path, found)
    # MkDocs follows links inside of docs_dir: whether such a page is there is its to say.
    page = around.in_docs(path)
    if page is not None and (found.state in (State.FILE, State.SYMLINK) or found.nearest):
        return Destination("page", anchor, uri=page)
    if found.state in (State.SYMLINK, State.OTHER):
        what = "a symbolic link, which is not followed" if found.state is State.SYMLINK else "no regular file"
        return Destination("missing", fault=f"{_shown(path)} is {what}", hint="copy the file to that place")
    return _beside(path, around.in_folder(path), anchor, found)


def _beside(path: str, own: str | None, anchor: str, found: Found) -> Destination[D]:
    """Return what a file or folder outside of docs_dir is to the site; `own` is its path in the documents' folder."""
    if own == INTRO:
        return Destination("index", anchor)
    if own is None or own.endswith(".md") or found.state is State.FOLDER:
        path = path.removesuffix(f"/{INTRO}") if found.state is State.FOLDER else path
        return Destination("unpublished", fault=f"{_shown(path)} is not part of the site", hint=_UNPUBLISHED)
    if found.fault:
        return Destination("unpublished", fault=f"{_shown(path)} {found.fault}")
    return Destination("attachment", anchor, uri=own)


def _shown(path: str) -> str:
    return shorten(path, _LONGEST_SHOWN)


def _missing(around: Surroundings, source: str, path: str, found: Found) -> Destination[D]:
    if around.is_outside(path):
        return Destination("missing", fault="the link leads out of the project", hint="move the file into the project")
    hint = "check the path: it is relative to this document"
    if found.nearest:
        meant = posixpath.relpath(found.nearest, posixpath.dirname(source) or ".")
        hint = f'did you mean "{meant.replace(" ", "%20")}"?'
    return Destination("missing", fault=f"{_shown(path)} does not exist", hint=hint)
