"""Giving an old document front matter: what it states is written into a block, and the body stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import ValidationError

from mkdocs_postmortem.editing.foreign import Origin, convert_keys
from mkdocs_postmortem.editing.front_matter_writer import FieldValue, add_fields, find_block
from mkdocs_postmortem.editing.gaps import Gap, find_gaps
from mkdocs_postmortem.editing.headers import as_yaml_block
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.placement import NAMES, Placed, Unplaced, canonical_value, held_value, place_facts
from mkdocs_postmortem.editing.proof import Reader, Reading, new_problems
from mkdocs_postmortem.editing.tidy import tidy_body
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.settings import Settings

_HARMLESS = {"x-adopted": "here"}
"""A block that states nothing, to see what the rules say of a document once it has one."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_PASSES = 5
"""How often a document is read for facts at most; two readings do for nearly all."""
_BEHIND_THE_BORDER = "PM1"
"""Codes below this one are of the file and of its block as text."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a document gives: the new text, what was written, and what is left for a person.

    `converted` tells whether keys or delimiters that were there were changed; `added` names the fields that were
    written, `removed` those whose lines were taken out of the body (`removed_lines`). `refused` holds the problems for
    which the document was left alone, `faults` those that its front matter still has. Lines of `gaps` and
    `removed_lines` count in `before`.
    """

    before: Manuscript
    after: Manuscript
    converted: bool = False
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    removed_lines: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    faults: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Return whether there is anything to write."""
        return self.after.text != self.before.text

    @property
    def missing(self) -> tuple[Gap, ...]:
        """Return the required facts that are still missing."""
        return tuple(gap for gap in self.gaps if gap.required)

    @property
    def gaps_as_written(self) -> tuple[Gap, ...]:
        """Return the gaps with their places in `after`."""
        block = find_block(self.after)
        end = block.closing_line if block else 1
        return tuple(replace(gap, location=gap.location._replace(line=self._line_of(gap, end))) for gap in self.gaps)

    def _line_of(self, gap: Gap, end: int) -> int:
        if not gap.in_body:
            return end
        grown = len(self.after.lines) - len(self.before.lines)
        return gap.location.line + grown + sum(line > gap.location.line for line in self.removed_lines)

    @property
    def complete(self) -> bool:
        """Return whether the front matter holds all that is required and nothing that is an error."""
        return not (self.missing or self.refused or any(fault.level is Level.ERROR for fault in self.faults))


def adopt_postmortem(
    manuscript: Manuscript, settings: Settings, origin: Origin | None = None, *, tidy: bool = False
) -> Adoption:
    """Return the document with everything it states in its front matter, as far as that can be read without a guess.

    `origin` names the keys of another tool, which become ours. `tidy` also takes out of the body the labels that the
    front matter now states. Each line is proved by reading the result: one that makes a problem is not written.
    Adopting the result again changes nothing.
    """
    reader = Reader(settings)
    opened = _opened(manuscript, reader, origin)
    if isinstance(opened, tuple):
        return Adoption(manuscript, manuscript, refused=opened)
    after, added, unplaced = _filled(opened, reader)
    gaps = _remaining(manuscript, after, unplaced, reader)
    faults = reader.read(after).front_matter_problems
    adoption = Adoption(manuscript, after, opened is not manuscript, added, gaps=gaps, faults=faults)
    return _tidied(adoption, reader) if tidy else adoption


def _filled(manuscript: Manuscript, reader: Reader) -> tuple[Manuscript, tuple[str, ...], list[Unplaced]]:
    """Return the document with all facts that can stand in its block, their names, and what cannot.

    A fact that has found its place may tell others: a length of time is placed once the start is. So the document is
    read again until nothing is added. Lines of what cannot be placed count in the result.
    """
    added: tuple[str, ...] = ()
    for _ in range(_PASSES):
        found = place_facts(reader.read(manuscript).postmortem, manuscript.source.text, reader.settings)
        placed = [one for one in found if isinstance(one, Placed)]
        after, rejected = _write(manuscript, placed, reader)
        unplaced = [*(one for one in found if isinstance(one, Unplaced)), *rejected]
        if after.text == manuscript.text:
            break
        refused = {one.field for one in rejected}
        added += tuple(one.field for one in placed if one.field not in refused)
        manuscript = after
    return manuscript, added, unplaced


def answer_gap(adoption: Adoption, field: str, answer: str, settings: Settings) -> Adoption | Problem:
    """Return the adoption with a person's answer for a missing fact, or the problem for which it cannot be that.

    A list is answered with commas between its entries.
    """
    problems = []
    for value in _readings(field, answer, settings):
        after, rejected = _prove(adoption.after, {field: value}, Reader(settings))
        if not rejected:
            gaps = tuple(gap for gap in adoption.gaps if gap.field != field)
            return replace(adoption, after=after, added=(*adoption.added, field), gaps=gaps)
        problems.append(rejected[field])
    return problems[0]


def _opened(manuscript: Manuscript, reader: Reader, origin: Origin | None) -> Manuscript | tuple[Problem, ...]:
    """Return the document with a front matter block that can be added to, or the problems that stand in the way."""
    reading = reader.read(manuscript)
    state, block = reading.postmortem.front_matter, find_block(manuscript)
    if state == "absent":
        return _hidden_problems(manuscript, reading, reader) or manuscript
    empty = block is not None and block.root is None
    opened = manuscript if state == "read" or empty else as_yaml_block(manuscript, reader.settings)
    if opened is None:
        problems = read_postmortem(manuscript.source, reader.settings).problems
        return tuple(problem for problem in problems if problem.kind.code < _BEHIND_THE_BORDER)
    if origin or opened is not manuscript:
        opened = convert_keys(opened, reader.settings, origin)
    return opened if opened.text != manuscript.text else manuscript


def _hidden_problems(manuscript: Manuscript, reading: Reading, reader: Reader) -> tuple[Problem, ...]:
    """Return problems of the file's beginning that show only once a block stands above it."""
    with_block = reader.read(add_fields(manuscript, _HARMLESS))
    return tuple(p for p in new_problems(reading, with_block) if p.kind.code < _BEHIND_THE_BORDER)


def _write(manuscript: Manuscript, placed: list[Placed], reader: Reader) -> tuple[Manuscript, list[Unplaced]]:
    """Return the document with the facts that can stand there, and the others with the reason."""
    after, rejected = _prove(manuscript, {one.field: one.value for one in placed}, reader)
    unplaced = []
    for one in placed:
        if problem := rejected.get(one.field):
            fact = one.fact or BodyFact(value=str(one.value), text=str(one.value), line=1, column=1)
            unplaced.append(Unplaced(one.field, fact, problem.message, problem.hint))
    return after, unplaced


def _prove(
    manuscript: Manuscript, values: Mapping[str, FieldValue], reader: Reader
) -> tuple[Manuscript, dict[str, Problem]]:
    """Return the document with those values that make no new problem, and the problem that each of the others makes."""
    reading = reader.read(manuscript)
    base = reading if reading.postmortem.readable else reader.read(add_fields(manuscript, _HARMLESS))
    whole = add_fields(manuscript, values)
    if not new_problems(base, reader.read(whole)):
        return whole, {}
    kept: dict[str, FieldValue] = {}
    rejected: dict[str, Problem] = {}
    for field, value in values.items():
        tried = add_fields(manuscript, {**kept, field: value})
        if problems := new_problems(base, reader.read(tried)):
            rejected[field] = problems[0]
        else:
            kept[field] = value
    return add_fields(manuscript, kept), rejected


def _readings(field: str, answer: str, settings: Settings) -> list[FieldValue]:
    """Return the values that an answer can mean for a field: a list for names, else text, else a list of one."""
    text = answer.strip()
    entries = tuple(part.strip() for part in answer.split(",") if part.strip())
    own = next((own for own in settings.fields if own.name == field), None)
    if field in NAMES or (own is not None and own.type == "list"):
        return [entries]
    if own is not None and own.type == "number" and _NUMBER.fullmatch(text):
        return [float(text) if "." in text else int(text)]
    try:
        return [canonical_value(held_value(field, text, settings), text)]
    except ValidationError:
        return [text, entries]


def _remaining(before: Manuscript, after: Manuscript, unplaced: list[Unplaced], reader: Reader) -> tuple[Gap, ...]:
    """Return what is left to do, with lines of `before`: below the front matter they count the same from the end."""
    grown = len(after.lines) - len(before.lines)
    block = find_block(before)
    known = reader.read(after).postmortem
    found = find_gaps(known, unplaced, block.closing_line if block else 1, reader.settings)
    return tuple(
        replace(gap, location=gap.location._replace(line=max(gap.location.line - grown, 1))) if gap.in_body else gap
        for gap in found
    )


def _tidied(adoption: Adoption, reader: Reader) -> Adoption:
    tidied = tidy_body(adoption.after, reader)
    grown = len(adoption.after.lines) - len(adoption.before.lines)
    lines = tuple(number - grown for number in tidied.lines)
    return replace(adoption, after=tidied.manuscript, removed=tidied.fields, removed_lines=lines)
