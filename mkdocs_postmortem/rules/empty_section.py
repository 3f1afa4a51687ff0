"""PM202 and PM203: a section holds nothing, or only the template's words."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import EMPTY_SECTION, PLACEHOLDER_SECTION, Location, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at each recognised heading with nothing, or only placeholders, below it."""
    for postmortem in library.postmortems:
        for section in postmortem.sections:
            place = Location(postmortem.path, section.line)
            if section.key and section.content == "empty":
                yield EMPTY_SECTION.at(
                    place, f'section "{shorten(section.heading)}" is empty', "write it, or remove the heading"
                )
            elif section.key and section.content == "placeholder":
                message = f'section "{shorten(section.heading)}" still holds the template\'s text'
                yield PLACEHOLDER_SECTION.at(place, message, "write it, or remove the heading")
