"""PM510: a tag is not in the configured list."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_TAG, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule
from mkdocs_postmortem.settings import squash


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each tag of a front matter that the settings do not list; nothing when they list none."""
    listed = library.settings.tags
    known = {squash(tag) for tag in listed}
    for postmortem in library.postmortems if listed else ():
        for index, tag in enumerate(postmortem.tags if postmortem.states("tags") else ()):
            if squash(tag) not in known:
                place = postmortem.place_of(f"tags.{index}")
                yield UNKNOWN_TAG.at(place, f'tag "{shorten(tag)}" is not in the list', suggest(tag, listed))


RULE = Rule(
    UNKNOWN_TAG,
    check,
    Explanation(
        why="Incidents that share a cause are found by their tag only when every author uses the same one. Free tags "
        "grow one spelling for each author.",
        sources=(SRE_WORKBOOK,),
        bad=stating("tags: [databse]").given("tags: [database, certificates]"),
        good=stating("tags: [database]").given("tags: [database, certificates]"),
        note="Only found when the setting `tags` lists any. Case and punctuation are ignored.",
        options=("tags",),
    ),
)
