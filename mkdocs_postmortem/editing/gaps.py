"""What a document's front matter still lacks, each with the exact line to add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_postmortem.editing.front_matter_writer import write_value
from mkdocs_postmortem.editing.kept_keys import KeptKey, kept_keys
from mkdocs_postmortem.editing.placement import Unplaced
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.facts import Status
from mkdocs_postmortem.problems import Location, printable
from mkdocs_postmortem.reading.body_times import TIMES
from mkdocs_postmortem.rules.missing_field import missing_fields
from mkdocs_postmortem.settings import CustomField, Settings

_EXAMPLES = {"text": "…", "number": "12", "yes-no": "yes", "date": "YYYY-MM-DD", "list": "[…]"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that is not in the front matter: what the document says of it, and the line that states it.

    `line` is empty where only its author can know what to write. `required` tells whether the settings ask for it,
    `in_body` whether the place is where the body speaks of it, else it is where the line belongs, and the fact stands
    nowhere or under a key that was kept.
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
    """Return the facts that were not placed, what a tool's keys hold beside the facts, and what is required.

    The required ones that nothing states come in the settings' order.
    `closing_line` is the line that closes the front matter, above which lines are added.
    """
    finder = _Finder(postmortem, closing_line, settings)
    said = {one.field: one for one in unplaced}
    required = [finder.missing(name, said.pop(name, None)) for name in missing_fields(postmortem, settings)]
    optional = [finder.said(one, required=False) for one in said.values() if not postmortem.states(one.field)]
    return [*optional, *finder.beside(), *required]


class _Finder:
    """Finds the gaps of one document."""

    def __init__(self, postmortem: Postmortem, closing_line: int, settings: Settings) -> None:
        self.postmortem, self.settings = postmortem, settings
        self.end = Location(postmortem.path, closing_line)
        self.kept = list(kept_keys(postmortem, settings))

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
        kept = next((key for key in self.kept if key.field == name), None)
        if kept is None:
            return self._at_the_end(name, f"{name} is not stated", required=True)
        self.kept.remove(kept)
        return self._at_the_end(name, kept.reason, kept, required=True)

    def beside(self) -> list[Gap]:
        """Return the gaps of the keys of another tool that are no facts, but for those that were told as required."""
        return [self._at_the_end(key.field, key.reason, key, required=False) for key in self.kept if key.of_a_tool]

    def _at_the_end(self, name: str, message: str, kept: KeptKey | None = None, *, required: bool) -> Gap:
        line = _with_comment(name, kept.draft) if kept and kept.draft else ""
        line = line or (example_line(name, self.settings) if required else "")
        return Gap(name, self.end, message, line, required, in_body=False)


def _what_is_said(unplaced: Unplaced) -> str:
    words = shorten(unplaced.fact.text)
    if unplaced.draft:
        return f'the body says "{words}" but {unplaced.reason}'
    reason = unplaced.reason if words in unplaced.reason else f'the body says "{words}"; {unplaced.reason}'
    return reason if reason.startswith(unplaced.field) else f"{unplaced.field}: {reason}"


def _completed(unplaced: Unplaced) -> str:
    return _with_comment(unplaced.field, unplaced.draft) if unplaced.draft else ""


def _with_comment(field: str, draft: str) -> str:
    comment = "# or your zone" if "HH:MM" not in draft else "# with the time of day, and your zone"
    return f"{field}: {write_value(draft)}   {comment}"


def example_line(name: str, settings: Settings) -> str:
    """Return a line that states a fact, with a comment that tells what may stand there."""
    steps = [level.name for level in settings.severities]
    if name == "severity":
        return f"severity: {steps[-1]}   # {_one_of(steps)}"
    if name == "status":
        return f"status: draft   # {_one_of([status.value for status in Status])}"
    if name in TIMES:
        return f"{name}: YYYY-MM-DD HH:MM UTC   # the day, the time and its zone"
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
