"""PM203: a section holds only the template's words."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import PLACEHOLDER_SECTION, Location, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import Rule, unwritten_sections


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at each recognised heading with only placeholders below it."""
    for postmortem, section in unwritten_sections(library, "placeholder"):
        message = f'section "{shorten(section.heading)}" still holds the template\'s text'
        yield PLACEHOLDER_SECTION.at(
            Location(postmortem.path, section.line), message, "write it, or remove the heading"
        )


RULE = Rule(
    PLACEHOLDER_SECTION,
    check,
    Explanation(
        why="A question of the template that nobody answered looks like content in every list of what is there.",
        sources=(THE_DOCUMENT,),
        bad=writing("Impact", "[How many, and what they saw]"),
        good=writing("Impact", "About 1,200 customers could not pay."),
        note="Words in brackets, TBD and the lines that templates print for the author are placeholders.",
    ),
)
