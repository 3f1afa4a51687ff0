"""PM509: an owner or a team is not in the configured list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.owners import owners_of
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_OWNER, Problem
from mkdocs_postmortem.rules.explanations.example import with_item
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import PAGERDUTY_ACCOUNTABLE
from mkdocs_postmortem.rules.rule import Rule, items_of, naming, place_of
from mkdocs_postmortem.settings import OwnerEntry, squash


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each owner and team of an item that the settings do not list; nothing when they list none.

    A team must be one: entries of `kind: person` do not count for it.
    """
    owners = library.settings.owners
    teams = [entry for entry in owners if entry.kind != "person"]
    served = {squash(service.owner) for service in library.settings.services if service.owner}
    known, known_teams = served | _spellings(owners), served | _spellings(teams)
    for postmortem, item in items_of(library) if owners else ():
        place = place_of(item, postmortem)
        for name in owners_of(item):
            if squash(name) not in known:
                message = f'{naming(item)} belongs to "{shorten(name)}", who is not in the list of owners'
                yield UNKNOWN_OWNER.at(place, message, suggest(name, [entry.name for entry in owners]))
        if item.team and squash(item.team) in known - known_teams:
            message = f'{naming(item)} has the team "{shorten(item.team)}", which is a person in the list of owners'
            yield UNKNOWN_OWNER.at(place, message, suggest(item.team, [entry.name for entry in teams]))


def _spellings(owners: Iterable[OwnerEntry]) -> set[str]:
    return {squash(name) for entry in owners for name in (entry.name, *entry.aliases)}


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
