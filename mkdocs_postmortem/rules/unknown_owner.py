"""PM509: an owner or a team is not in the configured list."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.owners import owners_of
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_OWNER, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_ACCOUNTABLE
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of
from mkdocs_postmortem.settings import squash


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each owner and team of an item that the settings do not list; nothing when they list none."""
    settings = library.settings
    listed = [entry.name for entry in settings.owners]
    known = {squash(name) for entry in settings.owners for name in (entry.name, *entry.aliases)}
    known |= {squash(service.owner) for service in settings.services if service.owner}
    for postmortem, item in items_of(library) if listed else ():
        for name in owners_of(item):
            if squash(name) not in known:
                message = f'{naming(item)} belongs to "{shorten(name)}", who is not in the list of owners'
                yield UNKNOWN_OWNER.at(place_of(item, postmortem), message, suggest(name, listed))


RULE = Rule(
    UNKNOWN_OWNER,
    check,
    Explanation(
        why="An item of a person who has left, or of a team that was renamed, belongs to nobody. A list of owners "
        "finds "
        "both, and every spelling but one.",
        sources=(PAGERDUTY_ACCOUNTABLE,),
        bad=with_item("Page when 90% of the pool is in use", "Owner: Danna", "Due: 2026-03-31").given(
            "owners: [Dana, Kim]"
        ),
        good=with_item("Page when 90% of the pool is in use", "Owner: Dana", "Due: 2026-03-31").given(
            "owners: [Dana, Kim]"
        ),
        note="Only found when the setting `owners` lists any. Aliases are accepted, case and punctuation are "
        "ignored, and "
        "the owners of configured services are known too.",
        options=("owners", "services"),
    ),
)
