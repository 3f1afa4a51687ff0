"""Taking out of a body the labels that its front matter states: "**Severity:** High" below `severity: sev1`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_postmortem.editing.front_matter_writer import find_block
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.placement import NAMES, Placed, goes_on, held_in, held_value, listed, place_facts
from mkdocs_postmortem.editing.proof import Reader, Reading, new_problems
from mkdocs_postmortem.model import Facts, Postmortem

_MARKS = " \t*_`"
"""What may stand around a value; inside, it is emphasis that front matter cannot hold."""
_LIST_ITEM = re.compile(r"(?:>[ \t]?)?[-+•][ \t]")
_ROW = re.compile(r"\|(?P<label>[^|]+)\|(?P<value>[^|]+)\|?")
_BORDER = re.compile(r"[|:\s-]+")
_LONGEST_LABEL = 60
_ROUNDS = 10
_PLACES = {"line", "column", "restated_line"}


@dataclass(frozen=True, slots=True)
class Tidied:
    """A document without the lines that its front matter repeats: their numbers before, and the fields they state."""

    manuscript: Manuscript
    lines: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()


def tidy_body(manuscript: Manuscript, reader: Reader) -> Tidied:
    """Return the document without the label lines that state what its front matter states.

    A line goes only when it holds a label and its value and nothing else, and when the rest is read as before; a table
    of which all rows go, goes with them.
    """
    numbers = list(range(1, len(manuscript.lines) + 1))
    fields: list[str] = []
    tidied = manuscript
    for _ in range(_ROUNDS):  # What is stated twice shows only once the first of the two is gone.
        gone, stated = _needless_lines(tidied, reader)
        if not gone:
            break
        fields += stated
        tidied = _without(tidied, gone)
        numbers = [original for number, original in enumerate(numbers, 1) if number not in gone]
    lines = sorted(set(range(1, len(manuscript.lines) + 1)) - set(numbers))
    return Tidied(tidied, tuple(lines), tuple(dict.fromkeys(fields)))


def _without(manuscript: Manuscript, gone: set[int]) -> Manuscript:
    return manuscript.with_lines([line for number, line in enumerate(manuscript.lines, 1) if number not in gone])


def _needless_lines(manuscript: Manuscript, reader: Reader) -> tuple[set[int], list[str]]:
    """Return the lines that can go, with the blank lines and table headers around them, and the fields they state."""
    block = find_block(manuscript)
    repeated = dict(_repeated(manuscript, block.closing_line, reader)) if block else {}
    if block is None or not repeated:
        return set(), []
    before = reader.read(manuscript)
    tried = [set(repeated), *({number} for number in repeated)]
    accepted: set[int] = set()
    for numbers in tried:
        gone = _with_surroundings(manuscript, accepted | numbers, block.closing_line)
        if not numbers <= accepted and _says_the_same(before, reader.read(_without(manuscript, gone))):
            accepted |= numbers
    return (
        _with_surroundings(manuscript, accepted, block.closing_line),
        [repeated[number] for number in sorted(accepted)],
    )


def _says_the_same(before: Reading, after: Reading) -> bool:
    return not new_problems(before, after) and _content(before.postmortem) == _content(after.postmortem)


def _repeated(manuscript: Manuscript, closing_line: int, reader: Reader) -> Iterator[tuple[int, str]]:
    """Yield number and field of the lines that hold a label with exactly what the front matter holds."""
    whole = reader.read(manuscript).postmortem
    body = replace(manuscript, text="".join(manuscript.lines[closing_line:]))
    alone = reader.read(body).postmortem.model_copy(update={"timezone": whole.timezone})
    for one in place_facts(alone, body.source.text, reader.settings):
        if not isinstance(one, Placed) or one.fact is None:
            continue
        if held_value(one.field, one.value, reader.settings) != held_in(whole, one.field):
            continue
        if _holds_only(body, one):
            yield one.fact.line + closing_line, one.field


def _holds_only(body: Manuscript, placed: Placed) -> bool:
    """Return whether the line of a fact is a label or a row with the whole value, and nothing else."""
    fact = placed.fact
    if fact is None or not _is_whole(placed) or goes_on(body.source.text.split("\n"), fact.line):
        return False
    line, following = body.bare(fact.line).strip(), _line_below(body, fact.line)
    if row := _ROW.fullmatch(line):
        return not (_BORDER.fullmatch(following) and "-" in following) and _value_of(row["label"], row["value"], placed)
    if _LIST_ITEM.match(line) and following[:1] in (" ", "\t") and following.strip():
        return False
    label, colon, value = _LIST_ITEM.sub("", line).replace("：", ":").partition(":")
    return bool(colon) and len(label) <= _LONGEST_LABEL and "|" not in line and _value_of(label, value, placed)


def _line_below(body: Manuscript, number: int) -> str:
    return body.bare(number + 1) if number < len(body.lines) else ""


def _is_whole(placed: Placed) -> bool:
    """Return whether all the words of the label are in the value, without a remark that would be lost."""
    fact = placed.fact
    if fact is None:
        return False
    if placed.field in NAMES:
        return listed(fact.text) == listed(fact.value)
    return fact.text in (fact.value, f"{fact.value} {fact.zone}", f"{fact.value} ({fact.zone})")


def _value_of(label: str, value: str, placed: Placed) -> bool:
    """Return whether a label and the words behind it are those of the fact; the label may name the zone."""
    fact = placed.fact
    written = value.strip(_MARKS)
    if fact is None or written == fact.text:
        return True
    return f"({fact.zone})" in label and f"{written} {fact.zone}" == fact.text


def _with_surroundings(manuscript: Manuscript, numbers: set[int], closing_line: int) -> set[int]:
    """Return the lines with the header of a table of which no row is left, and the blank lines that would double."""
    gone = set(numbers)
    last = len(manuscript.lines)
    for number in sorted(numbers):
        top = number
        while top - 1 > closing_line and top - 1 in gone:
            top -= 1
        bottom = next((n for n in range(number + 1, last + 1) if n not in gone), last + 1)
        if (
            top - 2 > closing_line
            and _is_border(manuscript, top - 1)
            and not (bottom <= last and "|" in manuscript.bare(bottom))
        ):
            gone |= {top - 1, top - 2}
            top -= 2
        above_is_blank = top - 1 <= closing_line or not manuscript.bare(top - 1).strip()
        while above_is_blank and bottom <= last and not manuscript.bare(bottom).strip():
            gone.add(bottom)
            bottom += 1
    return gone


def _is_border(manuscript: Manuscript, number: int) -> bool:
    """Return whether a line is the rule below the header of a table."""
    line = manuscript.bare(number)
    return "|" in line and "-" in line and bool(_BORDER.fullmatch(line))


def _content(postmortem: Postmortem) -> tuple[object, ...]:
    """Return what a document says, without the places where it says so."""
    return (
        [getattr(postmortem, name) for name in Facts.model_fields if name != "action_items"],
        [item.model_dump(exclude=_PLACES) for item in postmortem.action_items],
        [entry.model_dump(exclude=_PLACES) for entry in postmortem.timeline],
        [(section.key, section.heading, section.level, section.content) for section in postmortem.sections],
    )
