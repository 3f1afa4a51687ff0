"""Finding text in a document, with the place of each find: in its body, and in what its front matter states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.value import Value
from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.body import scan_body


@dataclass(frozen=True, slots=True)
class Find:
    """A match and where it stands in the file."""

    match: re.Match[str]
    place: Location


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a document says: the texts of its front matter, each with its key, and its body.

    `lowered` is all of it in lower case. Looking for a literal there is many times cheaper than a pattern.
    """

    postmortem: Postmortem
    stated: tuple[tuple[str, str], ...]
    lowered: str

    def find(self, pattern: re.Pattern[str], literals: Sequence[str] = ()) -> Iterator[Find]:
        """Yield every match in the front matter, at its keys, and in the body, code included.

        `literals`, in lower case, are what a text must hold one of to hold a match.
        """
        if literals and not any(literal in self.lowered for literal in literals):
            return
        for key, text in self.stated:
            for match in pattern.finditer(text):
                yield Find(match, self.postmortem.place_of(key))
        yield from find_in_body(self.postmortem, pattern)


def words_in(postmortem: Postmortem) -> Words:
    """Return everything that a document says."""
    stated = tuple(_stated_texts(postmortem))
    return Words(postmortem, stated, "\n".join([*(text for _, text in stated), postmortem.body]).lower())


def find_in_body(postmortem: Postmortem, pattern: re.Pattern[str]) -> Iterator[Find]:
    """Yield every match in the body as written, code included; a match never spans lines."""
    if pattern.search(postmortem.body) is None:
        return
    for number, line in enumerate(postmortem.body.split("\n"), postmortem.body_line):
        for match in pattern.finditer(line):
            yield Find(match, Location(postmortem.path, number, match.start() + 1))


def find_in_sections(
    postmortem: Postmortem, keys: frozenset[str], pattern: re.Pattern[str], literals: Sequence[str]
) -> Iterator[Find]:
    """Yield every match in the prose of these sections: neither in code nor in comments; `literals` as above."""
    texts = [section.text for section in postmortem.sections if section.key in keys]
    if not any(_holds_any(text, literals) and pattern.search(text) for text in texts):
        return
    visible = _visible_lines(postmortem.body, postmortem.body_line)
    wanted = _lines_of(postmortem, keys)
    for found in find_in_body(postmortem, pattern):
        number = found.place.line
        if number in wanted and found.match[0] in visible[number - postmortem.body_line]:
            yield found


def _holds_any(text: str, literals: Sequence[str]) -> bool:
    lowered = text.lower().replace("’", "'")
    return any(literal in lowered for literal in literals)


def _lines_of(postmortem: Postmortem, keys: frozenset[str]) -> set[int]:
    """Return the numbers of all lines below the headings of these sections."""
    last = postmortem.body_line + postmortem.body.count("\n") + 1
    lines: set[int] = set()
    for position, section in enumerate(postmortem.sections):
        if section.key in keys:
            following = postmortem.sections[position + 1 :]
            stop = next((other.line for other in following if other.level <= section.level), last)
            lines.update(range(section.line + 1, stop))
    return lines


@lru_cache(maxsize=2)
def _visible_lines(body: str, first_line: int) -> tuple[str, ...]:
    return scan_body(body, first_line).visible


def _stated_texts(postmortem: Postmortem) -> Iterator[tuple[str, str]]:
    """Yield key and text of every value that the front matter states, refused ones included."""
    for key in postmortem.places:
        if "." not in key:
            yield from ((key, text) for text in _texts(getattr(postmortem, key, None)))
    yield from postmortem.refused.items()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Value):
        for name in value.__class__.model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
