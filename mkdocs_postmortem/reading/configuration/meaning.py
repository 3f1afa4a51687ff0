"""Options that have the right shape and mean nothing: names of what does not exist, and two things with one name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.model.times import find_zone
from mkdocs_postmortem.reading.configuration.names import (
    find_level_faults,
    find_unknown,
    known_fields,
    known_sections,
)
from mkdocs_postmortem.reading.configuration.policies import find_policy_faults
from mkdocs_postmortem.reading.configuration.refusal import Refusal
from mkdocs_postmortem.reading.configuration.trackers import find_tracker_faults
from mkdocs_postmortem.reading.configuration.views import find_view_faults
from mkdocs_postmortem.reading.settings_words import find_word_faults
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import PRESETS, Settings, squash
from mkdocs_postmortem.settings.deadlines import DEFAULT, PRIORITIES
from mkdocs_postmortem.settings.severity import rank_of


def find_meaningless(settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    """Yield everything that means nothing; what names entries of an option in `refused`, which are unknown, is left."""
    for needed, find in _CHECKS:
        if needed not in refused:
            yield from find(settings)
    yield from find_policy_faults(settings, refused)
    yield from find_view_faults(settings, refused)
    yield from find_tracker_faults(settings, refused)


def _levels(settings: Settings) -> Iterator[Refusal]:
    yield from find_level_faults(settings.levels, ("levels",))


def _sections(settings: Settings) -> Iterator[Refusal]:
    yield from find_unknown(("headings",), settings.headings, known_sections(), "section")
    yield from find_unknown(("required", "sections"), settings.required.sections, known_sections(), "section")


def _required(settings: Settings) -> Iterator[Refusal]:
    yield from find_unknown(("required", "fields"), settings.required.fields, known_fields(settings), "field")


def _own_fields(settings: Settings) -> Iterator[Refusal]:
    built_in, seen = set(vocabulary_for(Settings()).fields.values()), set[str]()
    for index, field in enumerate(settings.fields):
        if field.name in built_in | seen:
            message = f'fields: "{field.name}" is a field already'
            yield Refusal(("fields", str(index), "name"), message, "choose another name")
        seen.add(field.name)


def _deadlines(settings: Settings) -> Iterator[Refusal]:
    """Yield severities that are not on the scale; a preset may name steps that it lacks."""
    shipped, names = PRESETS[settings.deadlines.preset], [level.name for level in settings.severities]
    for part, spans, others in (
        ("review", settings.deadlines.review, ()),
        ("items", settings.deadlines.items, PRIORITIES),
    ):
        for key in spans:
            is_known = key in (*shipped[part], DEFAULT, *others) or rank_of(key, settings.severities) is not None
            if not is_known:
                message = f'deadlines.{part}: "{key}" is not on the scale'
                yield Refusal(("deadlines", part, key), message, suggest(key, [*names, *others, DEFAULT]))


def _thresholds(settings: Settings) -> Iterator[Refusal]:
    if "impact_thresholds" not in settings.model_fields_set:
        return  # The shipped ones may name steps that a scale of one's own lacks.
    names = [level.name for level in settings.severities]
    for index, threshold in enumerate(settings.impact_thresholds):
        if rank_of(threshold.severity, settings.severities) is None:
            message = f'impact_thresholds: "{threshold.severity}" is not on the scale'
            path = ("impact_thresholds", str(index), "severity")
            yield Refusal(path, message, suggest(threshold.severity, names))


def _zone(settings: Settings) -> Iterator[Refusal]:
    if settings.timezone is None:
        return
    try:
        find_zone(settings.timezone)
    except PydanticCustomError as error:
        context: Any = error.context or {}
        yield Refusal(("timezone",), f"timezone: {context.get('message')}", str(context.get("hint", "")))


def _words(settings: Settings) -> Iterator[Refusal]:
    yield from (Refusal(*fault) for fault in find_word_faults(settings))


def _names(settings: Settings) -> Iterator[Refusal]:
    """Yield spellings that stand for two entries of one list."""
    yield from _named_twice("severities", ((s.name, (s.label, *s.aliases)) for s in settings.severities))
    yield from _named_twice("services", ((entry.name, entry.aliases) for entry in settings.services))
    yield from _named_twice("owners", ((entry.name, entry.aliases) for entry in settings.owners))
    yield from _named_twice("views", ((view.name, ()) for view in settings.views))
    yield from _named_twice("audiences", ((name, ()) for name in settings.audiences))


def _named_twice(option: str, entries: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Refusal]:
    seen: dict[str, tuple[int, str]] = {}
    for index, (name, further) in enumerate(entries):
        for spelling in (name, *further):
            first, other = seen.setdefault(squash(spelling) or spelling, (index, name))
            if first != index:
                message = f'{option}: "{spelling}" stands for both {other} and {name}'
                message = message if other != name else f'{option}: "{name}" stands in the list twice'
                yield Refusal((option, str(index)), message, "leave one out")
                break


_CHECKS: tuple[tuple[str, Callable[[Settings], Iterator[Refusal]]], ...] = (
    ("", _levels),
    ("", _sections),
    ("fields", _required),
    ("", _own_fields),
    ("severities", _deadlines),
    ("severities", _thresholds),
    ("", _zone),
    ("", _words),
    ("", _names),
)
"""Each check with the option whose entries it looks names up in."""
