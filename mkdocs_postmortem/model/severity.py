"""Severity: a step of the configured scale."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_postmortem.model.choice import nearest, shorten
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import UNKNOWN_SEVERITY
from mkdocs_postmortem.settings import SeverityLevel, squash


class Severity(Value):
    """A step of the scale: `name` as configured, `rank` (0 is worst), and `stated`, the author's own spelling."""

    name: str
    label: str
    rank: int
    stated: str


def parse_severity(text: str, scale: Sequence[SeverityLevel]) -> Severity:
    """Return the step of `scale` that `text` names, by name, label or alias; raises a fault (unknown-severity)."""
    wanted = squash(text)
    for rank, level in enumerate(scale):
        if wanted == squash(level.name) or wanted == squash(level.label) or wanted in map(squash, level.aliases):
            # Our own words, and the author's text: there is nothing to validate.
            return Severity.model_construct(name=level.name, label=level.label, rank=rank, stated=text)
    names = [level.name for level in scale]
    close = nearest(text, [*names, *(level.label for level in scale)])
    choices = ", ".join(names[:-1]) + f" or {names[-1]}" if len(names) > 1 else names[0]
    hint = (
        f'did you mean "{close}"? use {choices}'
        if close and squash(close) not in map(squash, names)
        else f"use {choices}"
    )
    raise fault(UNKNOWN_SEVERITY, f'severity "{shorten(text)}" is not on the scale', hint)
