"""Finding text in a document, with the place of each find: in its body, and in what its front matter states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
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


@dataclass(frozen=True)
class Words:
    """Everything that a document says: the texts of its front matter, each with its key, and its body.

    `text` is all of it, `lowered` in lower case. Looking for a literal there is many times cheaper than a pattern, and
    for one with rare letters, such as capitals, several times cheaper than for others.
    """

    postmortem: Postmortem
    stated: tuple[tuple[str, str], ...]
    text: str

    @cached_property
    def lowered(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()

    def holds_any(self, literals: Sequence[str], *, lowered: bool = False) -> bool:
        """Return whether the text, or the text in lower case, holds one of the literals."""
        return _holds_any(self.lowered if lowered else self.text, literals)

    def find(
        self, pattern: re.Pattern[str], literals: Sequence[str] = (), inner: re.Pattern[str] | None = None
    ) -> Iterator[Find]:
        """Yield every match in the front matter, at its keys, and in the body, code included.

        `literals` are what a text must hold one of to hold a match: in any case for a pattern that ignores it. `inner`
        matches a part of every match: one that begins with a rare sign is found many times faster than the whole.
        """
        if literals and not self.holds_any(literals, lowered=bool(pattern.flags & re.IGNORECASE)):
            return
        if inner and inner.search(self.text) is None:
            return
        for key, text in self.stated:
            for match in pattern.finditer(text) if inner is None or inner.search(text) else ():
                yield Find(match, self.postmortem.place_of(key))
        yield from find_in_body(self.postmortem, pattern, inner)


_WORDLESS = frozenset({type(None), bool, int, float, date, datetime})
_latest: list[Words] = []
"""What the last document says. It is told by identity: a document holds mappings, so that no cache can hash it."""


def words_in(postmortem: Postmortem) -> Words:
    """Return everything that a document says, gathered once where several rules ask for one document in turn."""
    words = _latest[0] if _latest else None
    if words is None or words.postmortem is not postmortem:
        stated = tuple(_stated_texts(postmortem))
        words = Words(postmortem, stated, "\n".join([*[text for _, text in stated], postmortem.body]))
        _latest[:] = [words]
    return words


def find_in_body(
    postmortem: Postmortem, pattern: re.Pattern[str], inner: re.Pattern[str] | None = None
) -> Iterator[Find]:
    """Yield every match in the body as written, code included; a match never spans lines. `inner` is as above."""
    sign = inner or pattern
    if sign.search(postmortem.body) is None:
        return
    for number, line in enumerate(postmortem.body.split("\n"), postmortem.body_line):
        for match in pattern.finditer(line) if sign.search(line) else ():
            yield Find(match, Location(postmortem.path, number, match.start() + 1))


def find_in_sections(
    postmortem: Postmortem, keys: frozenset[str], pattern: re.Pattern[str], literals: Sequence[str]
) -> Iterator[Find]:
    """Yield every match in the prose of these sections: neither in code nor in comments.

    `literals`, in lower case, are what a text must hold one of to hold a match.
    """
    if not mentions(postmortem, keys, literals):  # Nearly always: one look at all sections instead of one at each.
        return
    telling = (text for text in _texts_of(postmortem, keys) if _holds_any(_lowered(text), literals))
    if not any(map(pattern.search, telling)):
        return
    visible = _visible_lines(postmortem.body, postmortem.body_line)
    wanted = _lines_of(postmortem, keys)
    for found in find_in_body(postmortem, pattern):
        number = found.place.line
        if number in wanted and found.match[0] in visible[number - postmortem.body_line]:
            yield found


def mentions(postmortem: Postmortem, keys: frozenset[str], literals: Sequence[str]) -> bool:
    """Return whether the text of these sections holds one of the literals, which are in lower case."""
    return _holds_any(_lowered("\n".join(_texts_of(postmortem, keys))), literals)


def _texts_of(postmortem: Postmortem, keys: frozenset[str]) -> list[str]:
    return [section.text for section in postmortem.sections if section.key in keys]


def _holds_any(text: str, literals: Sequence[str]) -> bool:
    for literal in literals:  # noqa: SIM110  # all rules look for two hundred, and `any` takes a generator for them
        if literal in text:
            return True
    return False


@lru_cache(maxsize=2)  # The same sections of one document, twice in a row.
def _lowered(text: str) -> str:
    return text.lower().replace("’", "'")


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
            texts: list[str] = []
            _gather(getattr(postmortem, key, None), texts)
            for text in texts:
                yield key, text
    yield from postmortem.refused.items()


def _gather(value: Any, texts: list[str]) -> None:
    """Add every text inside a value, in its order."""
    if isinstance(value, str):
        texts.append(value)
    elif type(value) in _WORDLESS:  # So are most facts, and asking each whether it is a mapping takes long.
        return
    elif isinstance(value, (tuple, list)):
        for part in value:
            _gather(part, texts)
    elif isinstance(value, (Value, Mapping)):
        for part in (vars(value) if isinstance(value, Value) else value).values():
            _gather(part, texts)
