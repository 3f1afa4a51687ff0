"""What a rule is: one kind of problem and the function that finds it in a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import Kind, Problem

Check = Callable[[Library], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule. `check` yields the problems of a whole library; nearly all rules look at one document at a time."""

    kind: Kind
    check: Check


def readable(library: Library) -> Iterable[Postmortem]:
    """Yield the documents whose front matter could be read: one unreadable block is one problem, not five."""
    return (postmortem for postmortem in library.postmortems if postmortem.readable)
