"""PM201: a required section is not there."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.policy import required_sections
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import MISSING_SECTION, Location, Problem
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.rules.explanations.example import replacing, writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_BOOK
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each required section without a heading; facts in the front matter stand in for two.

    `summary:` stands in for the summary section, `action_items:` for the action items.
    """
    words = vocabulary_for(library.settings).headings
    for postmortem in library.postmortems:
        if postmortem.front_matter == "broken" or not postmortem.renderable:
            continue  # Not all that it states may have been read, and its own problem is reported.
        present = {section.key for section in postmortem.sections} | _stated(postmortem)
        for key, demand in required_sections(postmortem, library.settings).items():
            if key not in present:
                heading = words.get(key, (key,))[0].capitalize()
                message = demand.asks(f"have a section {key}") if demand else f"there is no {key} section"
                hint = f'add a heading "## {heading}" with its text'
                yield MISSING_SECTION.at(Location(postmortem.path), message, hint)


def _stated(postmortem: Postmortem) -> set[str]:
    front = {"summary": postmortem.summary, "action-items": postmortem.states("action_items")}
    return {key for key, stated in front.items() if stated}


RULE = Rule(
    MISSING_SECTION,
    check,
    Explanation(
        why="Summary, impact, timeline, cause and action items are what reviewers ask for and what later readers look "
        "up. A document without one of them sends them to the people who were there.",
        sources=(SRE_BOOK,),
        bad=replacing(
            "## Impact\n\nAbout 1,200 customers could not pay.\n\n",
            "",
            told="No heading of the body names the impact.",
        ),
        good=writing(
            "Impact", "About 1,200 customers could not pay.", shown="## Impact\n\nAbout 1,200 customers could not pay."
        ),
        note="`summary:` and `action_items:` in the front matter stand in for their sections.",
        options=("required", "headings", "when"),
    ),
)
