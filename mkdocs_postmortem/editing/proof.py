"""Proving an edit: the result is read and judged like any document, and compared with what was there before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.library import Loaded, build_library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import UNUSED_IGNORE, Problem
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.rules.judge import Judgement, pass_judgement
from mkdocs_postmortem.settings import Settings

_OF_THE_LIBRARY = "PM5"
"""Codes from this one on are of documents among each other: relations, equal ids, known services."""

_BEYOND_FIELDS = "PM2"
"""Codes from this one on are not of facts: what they say does not become worse where a fact stands."""

_REMEMBERED = 6
"""One document is read in about as many states; a large one takes a second each time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read, alone in a library, with the problems of reading and of the rules.

    `ignored` are those of the problems that comments of the document hide.
    """

    postmortem: Postmortem
    problems: tuple[Problem, ...]
    ignored: frozenset[Problem] = frozenset()

    @property
    def front_matter_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong between the delimiters and not ignored, without what only the whole library can tell."""
        below = self.postmortem.body_line
        found = (p for p in self.problems if 1 < p.location.line < below and p not in self.ignored)
        return tuple(problem for problem in found if problem.kind.code < _OF_THE_LIBRARY)


class Reader:
    """Reads documents by themselves, under one project's settings; the latest ones are remembered."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._known: dict[Manuscript, Reading] = {}

    def read(self, manuscript: Manuscript) -> Reading:
        """Return what a document holds and everything that is wrong with it by itself."""
        if manuscript not in self._known:
            result = read_postmortem(manuscript.source, self.settings)
            loaded = Loaded(build_library([result.postmortem], self.settings), result.problems)
            if len(self._known) == _REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[manuscript] = _reading(result.postmortem, pass_judgement(loaded))
        return self._known[manuscript]


def _reading(postmortem: Postmortem, judgement: Judgement) -> Reading:
    """Return a document with all of its problems: a comment that hides one must not hide what an edit makes of it.

    That a comment hides nothing any more is what an edit may well bring about.
    """
    ignored = [one.problem for one in judgement.ignored]
    shown = (problem for problem in judgement.problems if problem.kind is not UNUSED_IGNORE)
    return Reading(postmortem, tuple(sorted((*shown, *ignored), key=lambda p: p.order)), frozenset(ignored))


def front_matter_faults(manuscript: Manuscript, settings: Settings) -> tuple[Problem, ...]:
    """Return what the reader refuses between the delimiters of a document, at whatever level the settings have it."""
    result = read_postmortem(manuscript.source, settings)
    first = result.postmortem.body_line
    return tuple(problem for problem in result.problems if 1 < problem.location.line < first)


def new_problems(before: Reading, after: Reading) -> list[Problem]:
    """Return the problems of `after` that `before` did not have, wherever in the file they stand.

    One about a fact that moves from the body into the front matter is new there: a contradiction is not carried over.
    """
    known = Counter(_identity(problem, before) for problem in before.problems)
    found = []
    for problem in after.problems:
        identity = _identity(problem, after)
        known[identity] -= 1
        if known[identity] < 0:
            found.append(problem)
    return found


def _identity(problem: Problem, reading: Reading) -> tuple[str, str, bool]:
    in_front_matter = 1 < problem.location.line < reading.postmortem.body_line
    return problem.kind.code, problem.message, in_front_matter and problem.kind.code < _BEYOND_FIELDS
