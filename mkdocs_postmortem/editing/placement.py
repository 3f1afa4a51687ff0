"""What of a document's body can stand in its front matter, and why the rest cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from mkdocs_postmortem.editing.front_matter_writer import FieldValue, field_rank
from mkdocs_postmortem.model import Facts, Postmortem
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.model.quantity import Quantity
from mkdocs_postmortem.model.severity import Severity
from mkdocs_postmortem.model.times import find_zone
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.body_times import TIMES, to_complete
from mkdocs_postmortem.reading.dates import parse_day
from mkdocs_postmortem.reading.sections import find_title
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

DAYS = ("published_at", "review_at")
NAMES = (
    "services",
    "root_cause_services",
    "authors",
    "reviewers",
    "distribution",
    "review_attendees",
    "tags",
    "impact.regions",
    "detection.alerts",
    "communication.stakeholders",
)
"""Lists of names, which a label states with commas between them."""
_STAY = ("impact", "detection", "communication", "related", "links", "action_items", "contributing_factors")
"""What is prose, or reads the same from the body."""
_ID_AT_START = re.compile(r"(?P<id>[A-Za-z]{1,10}-?\d{4}-\d{1,6}|(?:INC|PM|PIR|RCA)-\d{1,6})(?![0-9A-Za-z])(?!-\d)")
_SEPARATOR = re.compile(r"[,、，;；]")
_STRUCTURE = re.compile(r"\s*(?:$|[-*+•#|>_<]|\d{1,3}[.)]\s|[^\W\d_][^:：]{0,50}[:：])")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact that can be written: its field (or dotted path) and value, and where the body states it, if it does."""

    field: str
    value: FieldValue
    fact: BodyFact | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A fact that the body states and that is not written: why, what to do, and the value that a person completes."""

    field: str
    fact: BodyFact
    reason: str
    hint: str = ""
    draft: str = ""


def place_facts(postmortem: Postmortem, text: str, settings: Settings) -> list[Placed | Unplaced]:
    """Return what the document states outside its front matter, as it would be written there.

    `text` is the document's text as the reader has it. Nothing is completed or chosen: a time without a zone, a
    word that is not on the scale and a list that goes on in the next line are not placed.
    """
    placer = _Placer(postmortem, text, settings)
    found = [*placer.identity(), *placer.title(), *placer.facts()]
    return sorted(found, key=lambda one: field_rank(one.field))


class _Placer:
    """Turns the stated facts of one document into values of the model."""

    def __init__(self, postmortem: Postmortem, text: str, settings: Settings) -> None:
        self.postmortem, self.settings = postmortem, settings
        self.lines = text.split("\n")
        self.said = postmortem.stated_in_body
        self.vocabulary = vocabulary_for(settings)
        self.zone = self._default_zone()

    def facts(self) -> Iterator[Placed | Unplaced]:
        """Yield every other fact that the body states."""
        for field, fact in self.said.items():
            if field in ("id", "title", *_STAY) or isinstance(fact.content, dict):
                continue
            if field in TIMES:
                yield self._time(field, fact)
            elif field in DAYS:
                yield self._day(field, fact)
            elif self._is_part(field, fact):
                yield Unplaced(field, fact, "it goes on in the next line")
            else:
                yield self._checked(field, fact, fact.value if fact.content is None else fact.content)

    def identity(self) -> Iterator[Placed | Unplaced]:
        """Yield the id that a label, the title or the file name states; none when they disagree."""
        label = self.said.get("id")
        if self.postmortem.states("id"):
            return
        stem = self.postmortem.relative_path.rsplit("/", 1)[-1]
        matches = (_ID_AT_START.match(self.postmortem.title), _ID_AT_START.match(stem))
        found = [*([label.value] if label else []), *(match["id"] for match in matches if match)]
        if len({identity.casefold() for identity in found}) > 1:
            where = label or BodyFact(value=found[0], text=found[0], line=self.postmortem.body_line, column=1)
            yield Unplaced("id", where, f"label, title and file name state different ids ({', '.join(found)})")
        elif found:
            yield self._checked("id", label, found[0])

    def title(self) -> Iterator[Placed | Unplaced]:
        """Yield the title of a label, where no heading is one."""
        label = self.said.get("title")
        body = scan_body(self.postmortem.body, self.postmortem.body_line)
        if label and find_title(body, self.vocabulary) is None:
            yield self._checked("title", label, label.value)

    def _time(self, field: str, fact: BodyFact) -> Placed | Unplaced:
        zone = fact.zone or self.zone
        if ":" not in fact.value:
            return Unplaced(field, fact, "no time of day", draft=to_complete(fact.value, zone))
        if not zone:
            return Unplaced(field, fact, "no time zone that is certain", draft=to_complete(fact.value))
        return self._checked(field, fact, f"{fact.value} {zone}")

    def _day(self, field: str, fact: BodyFact) -> Placed | Unplaced:
        try:
            day = parse_day(fact.value, self.vocabulary)
        except PydanticCustomError as error:
            return Unplaced(field, fact, *_words(error.context))
        return self._checked(field, fact, day.isoformat())

    def _checked(self, field: str, fact: BodyFact | None, value: FieldValue) -> Placed | Unplaced:
        """Return the value as the model has it; unplaced when the model refuses it."""
        try:
            held = held_value(field, value, self.settings)
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            stated = fact or BodyFact(value=str(value), text=str(value), line=1, column=1)
            return Unplaced(field, stated, *_words(detail.get("ctx"), detail["msg"]))
        return Placed(field, canonical_value(held, value), fact)

    def _is_part(self, field: str, fact: BodyFact) -> bool:
        """Return whether the words of a label are only the beginning of what stands there."""
        return field not in ("severity", "status", "kind") and goes_on(self.lines, fact.line)

    def _default_zone(self) -> str | None:
        """Return the zone of times that name none: the document's, else the settings'."""
        stated = self.said.get("timezone")
        try:
            if stated and find_zone(stated.value):
                return stated.value
        except PydanticCustomError:
            return None
        return self.postmortem.timezone or (None if self.postmortem.states("timezone") else self.settings.timezone)


def held_value(field: str, value: FieldValue, settings: Settings) -> Any:
    """Return what the model makes of a value of the front matter; raises ValidationError when it refuses it."""
    whole: Any = value
    for name in reversed(field.split(".")):
        whole = {name: whole}
    return held_in(Facts.model_validate(whole, context={"settings": settings, "zone": None}), field)


def held_in(facts: Facts, field: str) -> Any:
    """Return the value of a field or dotted path; of a severity only the step."""
    held: Any = facts
    for name in field.split("."):
        held = getattr(held, name)
    return held.name if isinstance(held, Severity) else held


def goes_on(lines: Sequence[str], number: int) -> bool:
    """Return whether line `number` (from 1) is prose that goes on in the line below; the row of a table never does."""
    following = lines[number] if number < len(lines) else ""
    return not lines[number - 1].lstrip().startswith("|") and not _STRUCTURE.match(following)


def listed(text: str) -> tuple[str, ...]:
    """Return the names that stand in a text with commas or semicolons between them."""
    return tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())


def canonical_value(held: Any, value: FieldValue) -> FieldValue:
    """Return the model's own word for a value from a closed list, a number for digits, every other value as stated."""
    if isinstance(held, Enum):
        return str(held.value)
    if isinstance(held, Quantity) and str(value).isascii() and str(value).isdigit():
        return held.number
    return held if isinstance(held, str) else value


def _words(context: Any, otherwise: str = "") -> tuple[str, str]:
    """Return message and hint of a refusal."""
    found = context or {}
    return str(found.get("message", otherwise)), str(found.get("hint", ""))
