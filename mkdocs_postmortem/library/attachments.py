"""Which files beside the documents may join the site: pictures and plain data that no browser runs."""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from mkdocs_postmortem.library.file_names import find_name_fault
from mkdocs_postmortem.reading.source_file import read_regular_file

PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg")
TEXTS = ("txt", "log", "csv", "tsv", "json", "yaml", "yml", "diff", "patch")
PUBLISHED = (*PICTURES, *TEXTS, "pdf")
"""Endings of the files that are published, in lower case."""
LARGEST_ATTACHMENT = 10 * 1024 * 1024
LARGEST_DRAWING = 1024 * 1024

_MARKUP = re.compile(rb"[\s\0]*<[A-Za-z!?/]")
_SVG = "http://www.w3.org/2000/svg"
_NOTES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
}
"""Namespaces in which drawing programs keep notes for themselves."""
_DRAWN = {
    "svg", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
    "symbol", "use", "image", "style", "filter",
}  # fmt: skip
_INNER = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)


class _UnsafeDrawingError(Exception):
    """Something in a drawing that a browser could run or load."""


def find_attachment_fault(path: Path, relative_path: str) -> str:
    """Return why a regular file of the folder cannot join the site, "" when it can.

    `relative_path` is relative to the folder, with slashes. Of most files only the first bytes are read.
    """
    faults = [fault for part in relative_path.split("/") if (fault := find_name_fault(part))]
    if faults:
        return f"cannot be published: {faults[0][0]}"
    ending = relative_path.rpartition(".")[2].lower()
    if ending not in PUBLISHED:
        return "is of a type that is not published (pictures, plain text, csv, json, yaml, diff and pdf are)"
    try:
        return _content_fault(path, ending)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"


def _content_fault(path: Path, ending: str) -> str:
    if path.lstat().st_size > LARGEST_ATTACHMENT:
        return f"is not published: it is larger than {LARGEST_ATTACHMENT // 1024 // 1024} MiB"
    if ending == "svg":
        return find_drawing_fault(read_regular_file(path, LARGEST_DRAWING))
    with path.open("rb") as file:
        beginning = file.read(1024)
    # Where a server names no type, browsers take such a text for a page and run its scripts.
    if ending in TEXTS and _MARKUP.match(beginning):
        return "is not published: it begins like a page of HTML"
    return ""


def find_drawing_fault(data: bytes | None) -> str:
    """Return why an SVG (None: too large) cannot be published, "" when it only draws.

    A browser that opens the file itself runs what is in it, so elements and addresses go by an allow-list.
    """
    if data is None:
        return f"is not published: drawings may have {LARGEST_DRAWING // 1024 // 1024} MiB"
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = _check_element
    parser.StartDoctypeDeclHandler = _check_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(data, True)  # noqa: FBT003  # the parser's own signature: this is the whole file
    except _UnsafeDrawingError as error:
        return f"is not published: {error}, which a browser could run; save it as PNG"
    except expat.ExpatError:
        return "is not published: it is not well-formed SVG"
    return ""


def _check_element(name: str, attributes: dict[str, str]) -> None:
    namespace, _, local = name.rpartition(" ")
    if not (namespace in _NOTES or (namespace == _SVG and (local in _DRAWN or local.startswith("fe")))):
        raise _UnsafeDrawingError(f"the drawing holds the element {local[:40]}")
    for key, value in attributes.items():
        bare = key.rpartition(" ")[2].lower()
        if bare.startswith("on"):
            raise _UnsafeDrawingError(f"the drawing holds the handler {bare[:40]}")
        if bare == "base" or (bare in ("href", "src") and not _INNER.match(value.strip())):
            raise _UnsafeDrawingError("the drawing leads out of itself")


def _check_doctype(name: str, system: str | None, public: str | None, has_definitions: bool) -> None:  # noqa: FBT001  # the parser's own signature
    del name, system, public
    if has_definitions:
        raise _UnsafeDrawingError("the drawing defines entities")


def _refuse_instruction(target: str, data: str) -> None:
    del data
    raise _UnsafeDrawingError(f"the drawing holds the instruction {target[:40]}")
