"""PM202: a section holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import EMPTY_SECTION, Location, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_BOOK
from mkdocs_postmortem.rules.rule import Rule, unwritten_sections


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at each recognised heading with nothing below it."""
    for postmortem, section in unwritten_sections(library, "empty"):
        message = f'section "{shorten(section.heading)}" is empty'
        yield EMPTY_SECTION.at(Location(postmortem.path, section.line), message, "write it, or remove the heading")


RULE = Rule(
    EMPTY_SECTION,
    check,
    Explanation(
        why="A heading promises an answer. With nothing below it, readers cannot tell whether there was nothing to say "
        "or nobody said it.",
        sources=(SRE_BOOK,),
        bad=writing("Impact", "", shown="## Impact\n\n## Timeline"),
        good=writing("Impact", "None: the fault was found before it reached a customer."),
        note="Of nested headings only the outermost is reported. Headings that the vocabulary does not know may be "
        "empty.",
    ),
)
