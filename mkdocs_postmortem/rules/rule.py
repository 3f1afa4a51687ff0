"""What a rule is: one kind of problem, the function that finds it in a library, and its explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import ActionItem, Postmortem, Priority, Section, Status
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import Kind, Location, Problem
from mkdocs_postmortem.rules.explanations.explanation import Explanation

Check = Callable[[Library], Iterable[Problem]]

_DEEPER_THAN_ANY = 7

URGENT = (Priority.P0, Priority.P1)
"""Priorities of the items that keep an incident from recurring."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule. `check` yields the problems of a whole library; nearly all rules look at one document at a time."""

    kind: Kind
    check: Check
    explanation: Explanation


def readable(library: Library) -> Iterable[Postmortem]:
    """Yield the documents whose front matter could be read: one unreadable block is one problem, not five."""
    return (postmortem for postmortem in library.postmortems if postmortem.readable)


def published(library: Library) -> Iterable[Postmortem]:
    """Yield the published documents that could be read whole."""
    return (p for p in readable(library) if p.status is Status.PUBLISHED and p.renderable)


def items_of(library: Library) -> Iterator[tuple[Postmortem, ActionItem]]:
    """Yield every action item with its document."""
    return ((postmortem, item) for postmortem in library.postmortems for item in postmortem.action_items)


def place_of(item: ActionItem, postmortem: Postmortem) -> Location:
    """Return where an action item stands."""
    return Location(postmortem.path, item.line, item.column)


def naming(item: ActionItem) -> str:
    """Return how messages name an item: `action item "Alert on pool saturation"`."""
    return f'action item "{shorten(item.title)}"'


def tells_end(item: ActionItem) -> bool:
    """Return whether an item says how its end will be seen: by a plan, or by words behind or below its title."""
    return bool(item.verification or item.details)


def unwritten_sections(library: Library, content: str) -> Iterator[tuple[Postmortem, Section]]:
    """Yield the recognised sections whose content is "empty" or "placeholder", as asked for.

    Of nested headings only the outermost counts: what it holds is unwritten too.
    """
    for postmortem in library.postmortems:
        reported_level = _DEEPER_THAN_ANY
        for section in postmortem.sections:
            if section.level > reported_level:
                continue
            reported_level = _DEEPER_THAN_ANY
            if section.key and section.content != "text":
                reported_level = section.level
                if section.content == content:
                    yield postmortem, section
