"""A front matter block that was read to its end, with the place of everything in it as an index of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from mkdocs_postmortem.editing.front_matter_writer import find_block
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.model.facts import Status
from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.facts import state_facts
from mkdocs_postmortem.reading.keys import canonical_mapping
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.reading.yaml_events import Node, compose_front_matter
from mkdocs_postmortem.settings import Settings

_QUOTES = ("", '"', "'")


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of text, from index `start` up to `end`, that becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Header:
    """The front matter of a document that can be edited. `closing_line` is the number of its last `---`."""

    manuscript: Manuscript
    settings: Settings
    root: Node
    closing_line: int

    @cached_property
    def text(self) -> str:
        """The text of the file without a byte order mark, with its line ends."""
        return "".join(self.manuscript.lines)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which the document is read."""
        return vocabulary_for(self.settings)

    @cached_property
    def canonical(self) -> Node:
        """The values under canonical keys; none is left out."""
        return canonical_mapping(self.root, self.settings, self.vocabulary)[0]

    @cached_property
    def facts(self) -> Facts:
        """What the block states, as far as it can be read."""
        block, _ = compose_front_matter(self._block, self.manuscript.path)
        if block is None:
            return Facts()
        canonical, _ = canonical_mapping(block, self.settings, self.vocabulary)
        return state_facts(canonical, self.settings, self.vocabulary).facts

    @property
    def is_draft(self) -> bool:
        """Whether the document says that it is a draft."""
        return self.facts.status is Status.DRAFT

    def index_of(self, place: Location) -> int:
        """Return the index of a place in `text`."""
        return self._starts[place.line - 1] + place.column - 1

    def lines_between(self, first: int, last: int) -> tuple[str, ...]:
        """Return lines, with their ends, from number `first` up to and without `last`."""
        return self.manuscript.lines[first - 1 : last - 1]

    def replace_scalar(self, node: Node, new: str) -> Edit | None:
        """Return the edit that writes another value where a scalar stands, None when it is not written as it reads."""
        start = self.index_of(node.place)
        written = next((f"{q}{node.raw}{q}" for q in _QUOTES if self._stands(f"{q}{node.raw}{q}", start)), None)
        return Edit(start, start + len(written), new) if written else None

    def replace_lines(self, first: int, last: int, new: str) -> Edit:
        """Return the edit that writes `new` in place of the lines from number `first` up to and without `last`."""
        return Edit(self._starts[first - 1], self._starts[last - 1], new)

    def edited(self, edits: list[Edit]) -> Manuscript:
        """Return the document with these edits, which must not overlap."""
        text = self.text
        for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return self.manuscript.with_lines([text])

    def _stands(self, written: str, start: int) -> bool:
        return bool(written.strip("\"'")) and self.text.startswith(written, start)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(map(len, self.manuscript.lines))]

    @cached_property
    def _block(self) -> str:
        return "\n".join(self.manuscript.source.text.split("\n")[1 : self.closing_line - 1])


def open_header(manuscript: Manuscript, settings: Settings) -> Header | None:
    """Return the front matter of a document, None when there is none or any of it is refused as YAML."""
    block = find_block(manuscript)
    if block is None or block.root is None or not block.faithful:
        return None
    return Header(manuscript, settings, block.root, block.closing_line)


def scalars(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    """Yield the scalars below a node with the keys and indexes that lead to each."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from scalars(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from scalars(child, (*path, index))
    else:
        yield path, node
