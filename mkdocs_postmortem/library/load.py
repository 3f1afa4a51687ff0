"""From a folder on disk to a library and the problems of reading it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs_postmortem.library.folder import list_folder, shown_path
from mkdocs_postmortem.library.intro import read_intro
from mkdocs_postmortem.library.library import Loaded, build_library
from mkdocs_postmortem.library.shelf import find_surroundings
from mkdocs_postmortem.library.surroundings import DOCS_DIR
from mkdocs_postmortem.reading.document import ReadResult, read_postmortem
from mkdocs_postmortem.reading.incident_list import load_incident_list
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.settings import Settings


def load_library(root: Path, settings: Settings, docs_dir: str | Path = DOCS_DIR) -> Loaded:
    """Return the library of the settings' folder below `root` (the folder of mkdocs.yml).

    Paths in problems are relative to `root`, and so may `docs_dir` be, the folder of the site's pages, to which
    documents link. A folder that is missing is an error, an empty one a warning.
    """
    listing = list_folder(root, settings)
    problems = list(listing.problems)
    results = [read_file(root, name, settings) for name in listing.names]
    for result in results:
        problems += result.problems
    intro = read_intro(root, settings)
    known, list_problems = load_incident_list(root, settings)
    library = build_library((result.postmortem for result in results), settings, intro.text)
    library = replace(library, intro_references=intro.references, intro_ignores=intro.ignores, known_incidents=known)
    surroundings = find_surroundings(library, root, docs_dir)
    return Loaded(replace(library, surroundings=surroundings), (*problems, *intro.faults, *list_problems))


def read_file(root: Path, relative_path: str, settings: Settings) -> ReadResult:
    """Return what one file of the folder holds; `relative_path` is relative to the folder, with slashes."""
    source = read_source(root / settings.folder / relative_path, shown_path(relative_path, settings), relative_path)
    return read_postmortem(source, settings)
