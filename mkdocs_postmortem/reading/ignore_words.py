"""What a comment such as `postmortem: ignore PM302: the vendor owns the date` says: kinds of problem, and a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_postmortem.model.choice import nearest, shorten
from mkdocs_postmortem.problems import CATALOGUE, KINDS_BY_NAME, Kind, find_kind
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.vocabulary import Vocabulary

HERE, EVERYWHERE = "ignore", "ignore-file"
LONGEST_REASON = 500
"""Longest reason in characters: more belongs into the text."""

_VERBS = (HERE, EVERYWHERE)
_OF_OTHER_TOOLS = frozenset({"allow", "disable", "noqa", "suppress"})
_OPENING = re.compile(r"postmortem(?P<colon> ?:)? ?(?P<verb>[a-z]+(?:-[a-z]+)*)(?P<rest>.*)", re.IGNORECASE)
_REFERENCE = re.compile(r" ?(?P<word>\w+(?:-\w+)*|[*])")
_AND = re.compile(r" ?[,;+&](?: and\b)?| and(?= PM[0-9])", re.IGNORECASE)
_CODE = re.compile(r"PM[0-9]+", re.IGNORECASE)
_FAMILY = re.compile(r"PM[0-9]{0,2}|[*]|all", re.IGNORECASE)
_BORDER = " :,;.–—-"
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 2
_EXAMPLE = f"{HERE} PM302: the vendor owns the date"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a comment wants: these kinds hidden, `everywhere` in the document or where it stands, for a reason."""

    kinds: tuple[Kind, ...]
    reason: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a comment cannot be used, and what to do."""

    message: str
    hint: str


def read_wish(text: str, vocabulary: Vocabulary) -> Wish | Fault | None:
    """Return what the text of a comment wants, why that cannot be, or None for a comment about anything else.

    Between the kinds stand commas, before the reason a colon, a dash or a blank.
    """
    opening = _OPENING.match(" ".join(text.split()))
    if opening is None:
        return None
    verb = opening["verb"].lower()
    if verb not in _VERBS:
        return _misspelt(verb) if opening["colon"] else None
    references, reason = _split(opening["rest"])
    fault = _fault_of_kinds(references) or _fault_of_reason(reason, references, vocabulary)
    if fault:
        return fault
    kinds = tuple(dict.fromkeys(kind for reference in references if (kind := find_kind(reference))))
    return Wish(kinds, reason, verb == EVERYWHERE)


def _misspelt(verb: str) -> Fault | None:
    """Return the fault of a word that can only be meant as one of ours; other comments are the author's own."""
    close = nearest(verb, _VERBS)
    if close is None and not verb.startswith(HERE) and verb not in _OF_OTHER_TOOLS:
        return None
    hint = f'did you mean "{close}"?' if close else f"write {HERE}, or {EVERYWHERE} for the whole document"
    return Fault(f'"{verb}" is not understood in this comment', hint)


def _split(text: str) -> tuple[list[str], str]:
    """Return the references to kinds and the reason behind them.

    Behind a comma stands another reference. Behind a blank, only a code or a name with a dash is one: a reason may
    begin with a word like "secret", which is a name too.
    """
    references: list[str] = []
    position, listed = 0, True
    while match := _REFERENCE.match(text, position):
        word = match["word"]
        if not listed and not _CODE.fullmatch(word) and not ("-" in word and find_kind(word)):
            break
        references.append(word)
        comma = _AND.match(text, match.end())
        listed, position = comma is not None, (comma or match).end()
    return references, text[position:].lstrip(_BORDER).rstrip(" -")


def _fault_of_kinds(references: list[str]) -> Fault | None:
    if not references:
        return Fault("the comment names no kind of problem", f"write a code or a name: {_EXAMPLE}")
    for reference in references:
        kind = find_kind(reference)
        if kind is None:
            return _unknown(reference)
        if not kind.ignorable:
            message = f"{kind.code} {kind.name} cannot be ignored"
            return Fault(message, "correct it; only problems of what a document says can be ignored")
    return None


def _unknown(reference: str) -> Fault:
    if _FAMILY.fullmatch(reference):
        return Fault(f'"{reference}" stands for many kinds of problem', "name each kind that is meant")
    close = nearest(reference, [*CATALOGUE, *KINDS_BY_NAME])
    hint = f'did you mean "{close}"?' if close else f"write a code or a name, then the reason: {_EXAMPLE}"
    return Fault(f'"{shorten(reference)}" is no kind of problem', hint)


def _fault_of_reason(reason: str, references: list[str], vocabulary: Vocabulary) -> Fault | None:
    named = ", ".join(references)
    if len(_LETTER.findall(reason)) < _FEWEST_LETTERS or is_placeholder(reason, vocabulary):
        return Fault(f"no reason is given for ignoring {named}", f"say why, behind a colon: {_EXAMPLE}")
    if len(reason) > LONGEST_REASON:
        return Fault(f"the reason has more than {LONGEST_REASON} characters", "shorten it")
    return None
