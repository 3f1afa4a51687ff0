"""What a document's front matter still lacks, each with the exact line to add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_postmortem.editing.front_matter_writer import write_value
from mkdocs_postmortem.editing.placement import Unplaced
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.facts import Status
from mkdocs_postmortem.model.text import show_value
from mkdocs_postmortem.problems import Location, printable
from mkdocs_postmortem.reading.body_times import TIMES
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.rules.missing_field import missing_fields
from mkdocs_postmortem.settings import CustomField, Settings, squash

_SET_ASIDE = re.compile(r"x-(?:cstate-|icco-)?(?P<key>.+)")
_EXAMPLES = {"text": "…", "number": "12", "yes-no": "yes", "date": "2026-03-31", "list": "[…]"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that is not in the front matter: what the document says of it, and the line that states it.

    `line` is empty where only its author can know what to write. `required` tells whether the settings ask for it,
    `in_body` whether the place is where the body speaks of it, else it is where the line belongs.
    """

    field: str
    location: Location
    message: str
    line: str = ""
    required: bool = False
    in_body: bool = True

    def __str__(self) -> str:
        """Return the one-line form, safe to print."""
        add = f"; add: {self.line}" if self.line else ""
        return f"{self.location} {printable(self.message + add)}"


def find_gaps(postmortem: Postmortem, unplaced: Iterable[Unplaced], closing_line: int, settings: Settings) -> list[Gap]:
    """Return the facts that were not placed and the required ones that nothing states, in the settings' order.

    `closing_line` is the line that closes the front matter, above which lines are added.
    """
    finder = _Finder(postmortem, closing_line, settings)
    said = {one.field: one for one in unplaced}
    required = [finder.missing(name, said.pop(name, None)) for name in missing_fields(postmortem, settings)]
    optional = [finder.said(one, required=False) for one in said.values() if not postmortem.states(one.field)]
    return [*optional, *required]


class _Finder:
    """Finds the gaps of one document."""

    def __init__(self, postmortem: Postmortem, closing_line: int, settings: Settings) -> None:
        self.postmortem, self.settings = postmortem, settings
        self.end = Location(postmortem.path, closing_line)
        self.vocabulary = vocabulary_for(settings)

    def said(self, unplaced: Unplaced, *, required: bool) -> Gap:
        """Return the gap of a fact that the body states but that could not be placed."""
        fact = unplaced.fact
        place = Location(self.postmortem.path, fact.line, fact.column)
        line = _completed(unplaced) or (example_line(unplaced.field, self.settings) if required else "")
        hint = f"; {unplaced.hint}" if unplaced.hint and not line else ""
        return Gap(unplaced.field, place, _what_is_said(unplaced) + hint, line, required)

    def missing(self, name: str, said: Unplaced | None) -> Gap:
        """Return the gap of a required fact."""
        if said is not None:
            return self.said(said, required=True)
        aside = next(self._set_aside(name), f"{name} is not stated")
        return Gap(name, self.end, aside, example_line(name, self.settings), required=True, in_body=False)

    def _set_aside(self, name: str) -> Iterator[str]:
        """Yield what an `x-…` key that once was this fact holds."""
        for key, value in self.postmortem.extensions.items():
            if _field_of(key, self.vocabulary) == name and value is not None:
                yield f"{name} is not stated: {key} holds {show_value(value)}, which cannot be read as {name}"


def _what_is_said(unplaced: Unplaced) -> str:
    words = shorten(unplaced.fact.text)
    if unplaced.draft:
        return f'the body says "{words}" but {unplaced.reason}'
    reason = unplaced.reason if words in unplaced.reason else f'the body says "{words}"; {unplaced.reason}'
    return reason if reason.startswith(unplaced.field) else f"{unplaced.field}: {reason}"


def _completed(unplaced: Unplaced) -> str:
    if not unplaced.draft:
        return ""
    comment = "# or your zone" if "HH:MM" not in unplaced.draft else "# with the time of day, and your zone"
    return f"{unplaced.field}: {write_value(unplaced.draft)}   {comment}"


def _field_of(key: str, vocabulary: Vocabulary) -> str | None:
    match = _SET_ASIDE.fullmatch(key)
    return vocabulary.fields.get(squash(match["key"])) if match else None


def example_line(name: str, settings: Settings) -> str:
    """Return a line that states a fact, with a comment that tells what may stand there."""
    steps = [level.name for level in settings.severities]
    if name == "severity":
        return f"severity: {steps[-1]}   # {_one_of(steps)}"
    if name == "status":
        return f"status: draft   # {_one_of([status.value for status in Status])}"
    if name in TIMES:
        return f"{name}: 2026-03-01 14:05 UTC   # the day, the time and its zone"
    if name in ("services", "root_cause_services"):
        known = [entry.name for entry in settings.services] or ["checkout"]
        return f"{name}: {write_value((known[0],))}   # the services, with commas between them"
    return next((_own_example(field) for field in settings.fields if field.name == name), f"{name}: …")


def _own_example(field: CustomField) -> str:
    if not field.choices:
        return f"{field.name}: {_EXAMPLES[field.type]}"
    value = write_value((field.choices[0],) if field.type == "list" else field.choices[0])
    return f"{field.name}: {value}   # {_one_of(list(field.choices))}"


def _one_of(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
