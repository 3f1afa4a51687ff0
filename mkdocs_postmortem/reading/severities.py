"""Severities as people write them, by the settings' scale: "SEV-2", "Severity 1", "P1 (high)", "🔴 Hoch"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.severity import Severity, parse_severity
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import Settings, squash

_BORDER = re.compile(r"[(（\[\])）,，、;；:：|/–—]| - ")
_LONGEST = 200


def find_step(text: str, settings: Settings, vocabulary: Vocabulary) -> Severity | None:
    """Return the step of the scale that the text is the name of, or a degree of in any language, or None."""
    if found := _step_called(text, settings):
        return found
    degree = vocabulary.degree_of(text)
    found = _step_called(degree, settings) if degree else None
    return found and found.model_copy(update={"stated": text})


def _step_called(name: str, settings: Settings) -> Severity | None:
    try:
        return parse_severity(name, settings.severities)
    except PydanticCustomError:
        return None


def severity_of(text: str, settings: Settings, vocabulary: Vocabulary) -> Severity | None:
    """Return the step that a statement of the body names, with the statement as `stated`, or None.

    A name of the scale wins over degrees beside it: "SEV-2 (high)" is SEV-2. Two of a sort that differ ("SEV1/SEV2")
    name nothing.
    """
    if whole := find_step(text, settings, vocabulary):
        return whole
    found = [step for part in _parts(text[:_LONGEST], vocabulary) for step in _steps_in(part, settings, vocabulary)]
    names = {step.name: step for step in found if vocabulary.degree_of(step.stated) is None}
    degrees = {step.name: step for step in found}
    meant = list((names or degrees).values())
    return meant[0].model_copy(update={"stated": text}) if len(meant) == 1 else None


def _parts(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the text between brackets, dashes and commas, without the word "severity".

    A number alone counts only after that word or where nothing else stands: in "SEV-2 (3 of 5)" it is none.
    """
    pieces = [piece for piece in _BORDER.split(text) if squash(piece)]
    named = len(pieces) == 1
    for piece in pieces:
        words = [word for word in piece.split() if squash(word)]
        rest = [word for word in words if vocabulary.field_of(word) != "severity"]
        named = named or len(rest) < len(words)
        if rest and (named or not "".join(rest).isdecimal()):
            yield " ".join(rest)
            named = False


def _steps_in(part: str, settings: Settings, vocabulary: Vocabulary) -> list[Severity]:
    """Return the step that a part names, or those of its words where each is a name: "High error rates" has none."""
    if step := find_step(part, settings, vocabulary):
        return [step]
    steps = [find_step(word, settings, vocabulary) for word in part.split()]
    return [step for step in steps if step] if all(steps) else []
