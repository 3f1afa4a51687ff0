"""The blocks of `when`: each must name what exists, and what it demands must be able to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from mkdocs_postmortem.model import ItemKind, Priority, Status
from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.model.facts import IncidentKind
from mkdocs_postmortem.problems import MISSING_FIELD, MISSING_REQUIRED_ITEM, MISSING_SECTION
from mkdocs_postmortem.reading.configuration.names import (
    find_level_faults,
    find_unknown,
    known_fields,
    known_sections,
)
from mkdocs_postmortem.reading.configuration.refusal import Path, Refusal, name_of
from mkdocs_postmortem.settings import Policy, Settings, squash
from mkdocs_postmortem.settings.block import level_in
from mkdocs_postmortem.settings.severity import rank_of


def find_policy_faults(settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    """Yield conditions and demands that name nothing, and demands that the levels silence.

    Names of entries of an option in `refused` are not judged: some of its entries are unknown.
    """
    for index, policy in enumerate(settings.when):
        block = ("when", str(index))
        yield from _conditions(policy, block, settings, refused)
        yield from _demands(policy, (*block, "require"), settings, refused)
        yield from find_level_faults(policy.levels, (*block, "levels"))
        yield from _silenced(policy, block, settings)


def _conditions(policy: Policy, block: Path, settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    yield from _words((*block, "status"), policy.status, [status.value for status in Status])
    yield from _words((*block, "kind"), policy.kind, [kind.value for kind in IncidentKind])
    if "audiences" not in refused:
        yield from _words((*block, "audience"), policy.audience, settings.audiences)
    scale = [level.name for level in settings.severities]
    for index, name in enumerate(policy.severity):
        if "severities" not in refused and rank_of(name, settings.severities) is None:
            path = (*block, "severity", str(index))
            yield Refusal(path, f'{name_of(path[:-1])}: "{name}" is not on the scale', suggest(name, scale))
    if settings.services and "services" not in refused:
        known = [name for entry in settings.services for name in (entry.name, *entry.aliases)]
        yield from _words((*block, "services"), policy.services, known)


def _demands(policy: Policy, block: Path, settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    if "fields" not in refused:
        yield from find_unknown((*block, "fields"), policy.require.fields, known_fields(settings), "field")
    yield from find_unknown((*block, "sections"), policy.require.sections, known_sections(), "section")
    if items := policy.require.items:
        yield from _words((*block, "items", "priority"), items.priority, [priority.value for priority in Priority])
        yield from _words((*block, "items", "kind"), items.kind, [kind.value for kind in ItemKind])


def _words(option: Path, words: Iterable[str], known: Iterable[str]) -> Iterator[Refusal]:
    """Yield words that are none of the known ones in any case and punctuation."""
    known = tuple(known)
    spellings = {squash(word) for word in known}
    for index, word in enumerate(words):
        if squash(word) not in spellings:
            yield Refusal((*option, str(index)), f'{name_of(option)}: "{word}" is not known', suggest(word, known))


def _silenced(policy: Policy, block: Path, settings: Settings) -> Iterator[Refusal]:
    """Yield what a block requires though the kind of problem that would tell is off."""
    demanded = {
        "fields": (policy.require.fields, MISSING_FIELD),
        "sections": (policy.require.sections, MISSING_SECTION),
        "items": (policy.require.items, MISSING_REQUIRED_ITEM),
    }
    for part, (stated, kind) in demanded.items():
        level = level_in(policy.levels, kind.code, kind.name) or settings.level_of(kind.code, kind.name)
        if stated and level == "off":
            path = (*block, "require", part)
            message = f"{name_of(path)}: nothing will tell what is missing, because {kind.name} is off"
            yield Refusal(path, message, f"give {kind.name} a level in {name_of(block)}.levels")
