"""Owners that action items name before their words: "Kim: rotate the keys", and a person's name over a list."""

from __future__ import annotations

import re

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_LEAD = re.compile(
    r"[*_=]{0,2}(?P<name>@?[^\W\d_][^:：*_=()]{0,39})[*_=]{0,2}\s?[:：][*_]{0,2}\s(?P<rest>.*\S.*)", re.DOTALL
)
_LEADING_HANDLE = re.compile(r"[*_]{0,2}(?P<name>@[\w./-]{2,40})[*_]{0,2},?\s(?P<rest>.*\S.*)", re.DOTALL)
_HANDLE = re.compile(r"@[\w./-]{2,40}")
NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|[a-z]{2,3})){0,3}")
_SHORTEST = 3


def people_of(facts: Facts) -> frozenset[str]:
    """Return the people that a document's facts name, in lower case, and their first names."""
    named = (*facts.authors, *facts.reviewers, *facts.review_attendees, facts.approved_by, facts.commander)
    names = {
        name.strip("@ ").casefold()
        for entry in named
        if entry
        for name in (entry if isinstance(entry, tuple) else (entry,))
    }
    return frozenset({*names, *(first for name in names if len(first := name.partition(" ")[0]) >= _SHORTEST)})


def is_person(name: str, people: frozenset[str]) -> bool:
    """Return whether a name, or the first of its words, is one of the people (in lower case)."""
    folded = name.casefold()
    return folded in people or folded.partition(" ")[0] in people


def is_team(name: str, vocabulary: Vocabulary) -> bool:
    """Return whether a name says that it is a team's: "Platform team", "Team Mobile"."""
    words = name.split()
    return len(words) > 1 and any(vocabulary.column_of(word) == "team" for word in (words[0], words[-1]))


def leading_owner(text: str, vocabulary: Vocabulary, people: frozenset[str], *, names: bool = False) -> tuple[str, str]:
    """Return the owner that stands before a colon, empty without one, and the words without it.

    A handle, a team and one of `people` is an owner; any other name, which may be a topic, only with `names`.
    """
    lead = _LEAD.fullmatch(text) if ":" in text or "：" in text else None
    lead = lead or (_LEADING_HANDLE.fullmatch(text) if "@" in text else None)
    name = lead["name"].strip() if lead else ""
    if lead is None or not is_owner(name, vocabulary, people, names=names):
        return "", text
    return name, lead["rest"].strip()


def is_owner(name: str, vocabulary: Vocabulary, people: frozenset[str], *, names: bool = False) -> bool:
    """Return whether a name alone is an owner's."""
    if _HANDLE.fullmatch(name) or is_team(name, vocabulary) or is_person(name, people):
        return True
    return names and NAME.fullmatch(name) is not None and vocabulary.kind_of(name) is None
