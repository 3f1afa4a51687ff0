"""The problems that a team knows and has not mended yet, so that only new ones fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.comparison import Known, part_known

_NEVER_KNOWN = "PM8"
"""Codes that begin so are of the settings and the folder: with them known, a check of nothing would pass."""

Documents = Mapping[str, str]
"""The id of every document of a library by its path, empty for a file that could not be read as one."""


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """A known problem without its line, how often it occurs, and the id of its document, empty for none."""

    path: str
    code: str
    message: str
    document: str = ""
    count: int = 1

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what a problem has in common with its entry."""
        return self.path, self.code, self.message


@dataclass(frozen=True, slots=True)
class Compared:
    """Problems beside a baseline: those that are new, those that are known, and how many entries occur no more."""

    new: tuple[Problem, ...]
    known: tuple[Problem, ...] = ()
    gone: int = 0


@dataclass(frozen=True)
class Baseline:
    """The known problems, sorted by path, code and message."""

    entries: tuple[Entry, ...] = ()

    @property
    def total(self) -> int:
        """Return the number of known problems."""
        return sum(entry.count for entry in self.entries)

    def compare(self, problems: Sequence[Problem], documents: Documents) -> Compared:
        """Return which problems of a whole library are new.

        What is known of a document that was moved is known where the document with its id is now.
        """
        known: Known = Counter()
        moved = self._moved(documents)
        for entry in self.entries:
            known[moved.get(entry.path, entry.path), entry.code, entry.message] += entry.count
        new, old, left = part_known(known, filter(_may_be_known, problems))
        others = (problem for problem in problems if not _may_be_known(problem))
        return Compared(tuple(sorted((*new, *others), key=lambda problem: problem.order)), old, len(left))

    @cached_property
    def _documents(self) -> dict[str, str]:
        return {entry.path: entry.document.casefold() for entry in self.entries}

    def _moved(self, documents: Documents) -> dict[str, str]:
        """Return new paths by the old ones; an id that two documents have tells nothing."""
        unknown = [(name.casefold(), path) for path, name in documents.items() if path not in self._documents]
        shared = Counter(name for name, _ in unknown)
        places = {name: path for name, path in unknown if name and shared[name] == 1}
        gone = ((path, name) for path, name in self._documents.items() if path not in documents)
        return {path: places[name] for path, name in gone if name in places}


def make_baseline(problems: Iterable[Problem], documents: Documents) -> Baseline:
    """Return the baseline that knows all problems of a library but those of its settings and its folder."""
    counted = Counter(problem.identity for problem in problems if _may_be_known(problem))
    found = (Entry(*identity, documents.get(identity[0], ""), number) for identity, number in counted.items())
    return Baseline(tuple(sorted(found)))


def documents_of(loaded: Loaded) -> dict[str, str]:
    """Return the ids of a library's documents by path, and the paths of those that could not be read as one."""
    unread = {problem.location.path: "" for problem in loaded.problems}
    return {**unread, **{postmortem.path: postmortem.id for postmortem in loaded.library.postmortems}}


def _may_be_known(problem: Problem) -> bool:
    return not problem.kind.code.startswith(_NEVER_KNOWN)
