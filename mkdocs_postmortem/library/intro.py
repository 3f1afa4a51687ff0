"""The introduction of a library: the folder's own index.md."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs_postmortem.library.surroundings import INTRO, intro_path
from mkdocs_postmortem.model import Ignore
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.ignores import find_ignores
from mkdocs_postmortem.reading.links import find_references
from mkdocs_postmortem.reading.on_disk import is_file, is_link
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

_HEADERS = ("---", "+++", "{", "...")


@dataclass(frozen=True, slots=True)
class Intro:
    """The Markdown of the folder's own index.md, empty when there is none, and its links.

    `ignores` are the comments of it that hide problems, `faults` what is wrong with such comments.
    """

    text: str = ""
    references: tuple[Reference, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    faults: tuple[Problem, ...] = ()


def read_intro(root: Path, settings: Settings) -> Intro:
    """Return the introduction of the settings' folder below `root`; a symbolic link is left alone."""
    path = root / settings.folder / INTRO
    if not is_file(path) or is_link(path):
        return Intro()
    source = read_source(path, INTRO, INTRO)
    # Only a block that looks like front matter is one: a sentence that ends in a colon is not.
    split = split_front_matter(source.text, INTRO) if source.text.startswith(_HEADERS) else None
    text, line = (split.body, split.body_line) if split else (source.text, 1)
    body, vocabulary = scan_body(text, line), vocabulary_for(settings)
    ignores, faults = find_ignores(None, text, body, intro_path(settings.folder), vocabulary)
    return Intro(text, find_references(body, vocabulary), ignores, faults)
