"""PM202 and PM203: a section holds nothing, or only the template's words."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Section
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import EMPTY_SECTION, PLACEHOLDER_SECTION, Location, Problem

_NONE = 7  # deeper than any heading


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at each recognised heading with nothing, or only placeholders, below it.

    Of nested headings only the outermost is reported: what it holds is empty too.
    """
    for postmortem in library.postmortems:
        reported_level = _NONE
        for section in postmortem.sections:
            if section.level > reported_level:
                continue
            reported_level = _NONE
            if section.key and section.content != "text":
                reported_level = section.level
                yield _problem(section, Location(postmortem.path, section.line))


def _problem(section: Section, place: Location) -> Problem:
    name = shorten(section.heading)
    if section.content == "empty":
        return EMPTY_SECTION.at(place, f'section "{name}" is empty', "write it, or remove the heading")
    message = f'section "{name}" still holds the template\'s text'
    return PLACEHOLDER_SECTION.at(place, message, "write it, or remove the heading")
