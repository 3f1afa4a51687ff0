"""Front matter and body as one set of facts: what each states, and where the two disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from pydantic import ValidationError

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.duration import Duration, format_duration, parse_duration
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.model.quantity import Answer, Percentage, Quantity
from mkdocs_postmortem.model.severity import Severity
from mkdocs_postmortem.problems import FACT_DISAGREES, Location, Problem
from mkdocs_postmortem.reading.facts import StatedFacts
from mkdocs_postmortem.reading.severities import severity_of
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import Settings, squash

_FRONT_MATTER_ONLY = {"audience", "title", "id", "timezone", "action_items"}
"""Not taken from a label: whom a document is for is too grave for a stray word, and the rest has ways of its own."""
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_LENGTHS = {
    "time_to_detect": ("started_at", "detected_at"),
    "time_to_acknowledge": ("detected_at", "acknowledged_at"),
    "time_to_mitigate": ("started_at", "mitigated_at"),
    "time_to_resolve": ("started_at", "resolved_at"),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """The facts of a document, which of them only the body states, and what it states differently."""

    facts: Facts
    only_in_body: Mapping[str, BodyFact]
    problems: tuple[Problem, ...]


def settle_facts(
    stated: StatedFacts | None, said: Mapping[str, BodyFact], settings: Settings, vocabulary: Vocabulary, path: str
) -> Settled:
    """Return the front matter's facts, completed by what the model accepts of the body's labels, never replaced.

    A fact that both state in different ways is a problem at the body's words that names both lines.
    """
    understood = {field: _understood(field, fact, settings, vocabulary) for field, fact in said.items()}
    return _Settlement(stated, settings, path).run(understood)


class _Settlement:
    """Settles the facts of one document."""

    def __init__(self, stated: StatedFacts | None, settings: Settings, path: str) -> None:
        self.facts = stated.facts if stated else Facts()
        self.places = stated.places if stated else {}
        self.context = {"settings": settings, "zone": stated.zone if stated else None}
        self.path = path
        self.problems: list[Problem] = []

    def run(self, said: dict[str, BodyFact]) -> Settled:
        """Take over or compare each fact; lengths of time come last, when the times are known."""
        lengths = {name: said.pop(name) for name in _LENGTHS if name in said}
        only = {}
        for field, fact in said.items():
            refusal = self._settle(field, fact)
            if field not in self.places:
                only[field] = fact.model_copy(update={"refusal": refusal}) if refusal else fact
        for name, fact in lengths.items():
            self._length(name, fact, only)
        return Settled(self.facts, only, tuple(self.problems))

    def _settle(self, field: str, fact: BodyFact) -> str | None:
        """Take over or compare one fact; return why the model refuses it, None when it does not."""
        content = fact.value if fact.content is None else fact.content
        value, refusal = self._read(field, content)
        if field not in self.places:
            if refusal is None and field not in _FRONT_MATTER_ONLY:
                self._set(field, value)
            return refusal
        ours = _get(self.facts, field)
        if ours not in (None, ()):  # Else it was refused, and reported as such.
            other_day = refusal is not None and isinstance(ours, datetime) and _other_day(ours, content)
            if other_day or (refusal is None and _differ(field, ours, value)):
                self._report(field, f'line {self.places[field][0]} says "{shorten(_shown(ours))}"', fact)
        return refusal

    def _read(self, field: str, content: Any) -> tuple[Any, str | None]:
        """Return what the model makes of a statement, and why it refuses it."""
        *block, name = field.split(".")
        values = {block[0]: {name: content}} if block else {name: content}
        try:
            return _get(Facts.model_validate(values, context=self.context), field), None
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            return None, str(detail.get("ctx", {}).get("message", "it cannot be read"))

    def _set(self, field: str, value: Any) -> None:
        *block, name = field.split(".")
        if block:
            name, value = block[0], getattr(self.facts, block[0]).model_copy(update={name: value})
        self.facts = self.facts.model_copy(update={name: value})

    def _report(self, field: str, ours: str, fact: BodyFact) -> None:
        message = f'the body says {field} is "{shorten(fact.text)}", {ours}'
        place = Location(self.path, fact.line, fact.column)
        self.problems.append(FACT_DISAGREES.at(place, message, "make the two agree; the front matter counts"))

    def _length(self, name: str, fact: BodyFact, only: dict[str, BodyFact]) -> None:
        """Compare a stated "time to detect" with the times, or take the moment that it gives."""
        try:
            length = parse_duration(fact.text)
        except ValueError:
            return
        begin, end = (getattr(self.facts, field) for field in _LENGTHS[name])
        moment = _LENGTHS[name][1]
        if begin and end:
            if abs((end - begin) - length.length) > length.unit:
                shown = f"from {_LENGTHS[name][0]} to {moment} it is {format_duration(end - begin)}"
                self._report(name, shown, fact)
        elif begin and moment not in self.places and moment not in only:
            self._take_moment(moment, begin + length.length, fact, only)

    def _take_moment(self, field: str, instant: datetime, fact: BodyFact, only: dict[str, BodyFact]) -> None:
        """Take the moment that a length of time gives, unless no front matter could hold it."""
        stated = fact.model_copy(update=_as_instant(instant))
        value, refusal = self._read(field, stated.content)
        if refusal is None:
            self._set(field, value)
            only[field] = stated


def _understood(field: str, fact: BodyFact, settings: Settings, vocabulary: Vocabulary) -> BodyFact:
    """Return the fact with words of any language as the model knows them: "Hoch" as sev1, "Entwurf" as draft."""
    if field == "severity" and (step := severity_of(fact.text, settings, vocabulary)):
        return fact.model_copy(update={"content": step.name})
    if field == "status" and (state := vocabulary.review_state_of(fact.text)):
        return fact.model_copy(update={"content": state})
    return fact


def _as_instant(instant: datetime) -> dict[str, Any]:
    value = f"{instant:%Y-%m-%d %H:%M}"
    return {"value": value, "zone": "UTC", "content": f"{value} UTC"}


def _get(facts: Facts, field: str) -> Any:
    value: Any = facts
    for name in field.split("."):
        value = getattr(value, name, None)
    return value


def _other_day(ours: datetime, content: Any) -> bool:
    """Return whether a day without a clock time, in whatever zone, cannot be the day of an instant."""
    try:
        day = datetime.fromisoformat(str(content)[:10]).replace(tzinfo=ours.tzinfo)
    except ValueError:
        return False
    return not -_DAY < ours - day < 2 * _DAY


def _differ(field: str, ours: Any, theirs: Any) -> bool:
    """Return whether two values of a fact say different things; lists and prose are never held against each other."""
    differ = next((test for kind, test in _TESTS.items() if isinstance(ours, kind)), None)
    if differ is not None:
        return differ(ours, theirs)
    if field == "id":
        return squash(ours) != squash(theirs)
    return field in ("published_at", "review_at") and bool(ours != theirs)


_TESTS: dict[type, Callable[[Any, Any], bool]] = {
    Severity: lambda ours, theirs: ours.name != theirs.name,
    Enum: lambda ours, theirs: ours is not theirs,
    datetime: lambda ours, theirs: abs(ours - theirs) >= _MINUTE,
    Duration: lambda ours, theirs: abs(ours.length - theirs.length) > max(ours.unit, theirs.unit),
    Quantity: lambda ours, theirs: ours.number != theirs.number and not (ours.approximate or theirs.approximate),
    Percentage: lambda ours, theirs: ours.number != theirs.number and not (ours.approximate or theirs.approximate),
    Answer: lambda ours, theirs: ours.yes != theirs.yes,
}


def _shown(value: Any) -> str:
    if isinstance(value, Severity):
        return value.stated
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    if isinstance(value, Duration):
        return format_duration(value.length)
    return str(value.value) if isinstance(value, Enum) else str(value)
