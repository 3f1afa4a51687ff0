"""PM125: a title or a file name does not follow the house's convention."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import TITLE_CONVENTION, Location, Problem
from mkdocs_postmortem.rules.explanations.example import FILE, Example
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import WIKIMEDIA
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each title and each file name that the configured pattern does not match as a whole."""
    conventions = library.settings.conventions
    for postmortem in library.postmortems:
        name = postmortem.relative_path.rsplit("/", 1)[-1]
        if conventions.file_name and not conventions.file_name.fullmatch(name):
            message = f'the file name "{shorten(name)}" does not follow the convention'
            yield TITLE_CONVENTION.at(Location(postmortem.path), message, _hint(conventions.file_name.pattern))
        if conventions.title and postmortem.readable and not conventions.title.fullmatch(postmortem.title):
            message = f'the title "{shorten(postmortem.title)}" does not follow the convention'
            yield TITLE_CONVENTION.at(postmortem.place_of("title"), message, _hint(conventions.title.pattern))


def _hint(pattern: str) -> str:
    return f"it must match {pattern}"


RULE = Rule(
    TITLE_CONVENTION,
    check,
    Explanation(
        why="Files that are named by day and subject sort by themselves, and titles of one form can be skimmed.",
        sources=(WIKIMEDIA,),
        bad=Example(shown=FILE, told=f"A file named `{FILE}`.").given(
            'conventions: {file_name: "INC-.*[.]md"}\nlevels: {PM125: warning}'
        ),
        good=Example(told="A file named `INC-2026-014-checkout.md`.", name="INC-2026-014-checkout.md").given(
            'conventions: {file_name: "INC-.*[.]md"}\nlevels: {PM125: warning}'
        ),
        note="Patterns are Python's regular expressions and must match as a whole. Give the kind a level to turn it "
        "on.",
        options=("conventions",),
    ),
)
