"""What a rule is: one kind of problem, the function that finds it, and its explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.digest import Digest, OpenItem
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model import ActionItem, Postmortem, Priority, Section, Status
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import Kind, Location, Problem
from mkdocs_postmortem.rules.explanations.explanation import Explanation

_DEEPER_THAN_ANY = 7

URGENT = (Priority.P0, Priority.P1)
"""Priorities of the items that keep an incident from recurring."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule about single documents, on any day.

    `check` gets a library that holds one document and whose settings have no `as_of`, so that what it yields can be
    kept for as long as the document and the settings stay what they are.
    """

    kind: Kind
    check: Callable[[Library], Iterable[Problem]]
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class RegisterRule:
    """A house rule that needs the other documents, or the day.

    `check` gets the register of the whole library, at every check.
    """

    kind: Kind
    check: Callable[[Register], Iterable[Problem]]
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


def open_items_of(register: Register) -> Iterator[tuple[Digest, OpenItem]]:
    """Yield every open action item with its document."""
    return ((document, item) for document in register.documents for item in document.open_items)


def place_of(item: ActionItem | OpenItem, document: Postmortem | Digest) -> Location:
    """Return where an action item stands."""
    return Location(document.path, item.line, item.column)


def place_of_items(postmortem: Postmortem) -> Location:
    """Return where a document's action items stand or would stand: their section, else its severity."""
    section = postmortem.section("action-items")
    return Location(postmortem.path, section.line) if section else postmortem.place_of("severity")


def naming(item: ActionItem | OpenItem) -> str:
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
